"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "./button";

/** How many rows of the form around it are selected, and one click for all of them or none. */
export function BulkCount() {
  const marker = useRef<HTMLSpanElement>(null);
  const [chosen, setChosen] = useState(0);
  const [total, setTotal] = useState(0);

  useEffect(() => {
    const form = marker.current?.closest("form");
    const count = () => {
      const boxes = boxesOf(form);
      setTotal(boxes.length);
      setChosen(boxes.filter((box) => box.checked).length);
    };
    count(); // The browser restores ticks when one comes back to a list.
    form?.addEventListener("change", count);
    return () => form?.removeEventListener("change", count);
  }, []);

  function choose(checked: boolean) {
    for (const box of boxesOf(marker.current?.closest("form"))) box.checked = checked;
    setChosen(checked ? total : 0);
  }

  return (
    <span ref={marker} className="flex items-center gap-1">
      <span role="status" className="pe-1 font-medium whitespace-nowrap">{chosen} selected</span>
      {chosen < total ? <Button variant="ghost" size="sm" onClick={() => choose(true)}>All {total}</Button> : <Button variant="ghost" size="sm" onClick={() => choose(false)}>None</Button>}
    </span>
  );
}

function boxesOf(form: HTMLFormElement | null | undefined): HTMLInputElement[] {
  return Array.from(form?.querySelectorAll<HTMLInputElement>("input.row-check:not(:disabled)") ?? []);
}
