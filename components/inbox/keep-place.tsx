"use client";

import { Component } from "react";
import { type Place, placeNow, restorePlace } from "./rows";

type KeepPlaceProps = { /** Changes with every drawing by the server. */ stamp: string; onDrawn: () => void };

/**
 * Keeps focus and ticks when the server draws the list anew, whoever asked for it. A class, since only a class is asked just before
 * the page changes under it.
 */
export class KeepPlace extends Component<KeepPlaceProps> {
  override componentDidMount(): void {
    this.props.onDrawn();
  }

  override getSnapshotBeforeUpdate(before: KeepPlaceProps): Place | null {
    return before.stamp === this.props.stamp ? null : placeNow();
  }

  override componentDidUpdate(_before: KeepPlaceProps, _state: unknown, place: Place | null): void {
    if (!place) return;
    restorePlace(place);
    this.props.onDrawn();
  }

  override render() {
    return null;
  }
}
