"use client";

import { useEffect } from "react";
import { closeDialog, Dialog, openDialog } from "@/components/ui/dialog";
import type { InboxFilters } from "@/lib/inbox/format";
import type { Around } from "@/lib/inbox/queries/around";
import { AssignForm } from "./assign-form";
import type { Asked } from "./desk";
import { KeyList } from "./key-list";
import type { KeyOfRow } from "./rows";
import { SnoozeForm } from "./snooze-form";
import { ViewsForm } from "./views-form";

type InboxDialogsProps = {
  asked: Asked;
  zone: string;
  filters: InboxFilters;
  around: Pick<Around, "saved" | "teams">;
  /** What was done with is no longer in the list. */
  onDone: (keys: KeyOfRow[]) => void;
};

const ID = "inbox-dialog";

/** What the inbox asks before it acts; fetched with the first question. */
export function InboxDialogs({ asked, zone, filters, around, onDone }: InboxDialogsProps) {
  const { what, keys, n } = asked;
  useEffect(() => openDialog(ID), [n]);
  const close = () => closeDialog(ID);
  const many = keys.length === 1 ? "this key" : `${keys.length} keys`;
  const done = () => { close(); onDone(keys); };
  switch (what) {
    case "snooze":
      return <Dialog id={ID} title={`Snooze ${many}`} description="It comes back by itself when you begin to work that day. The clock keeps running."><SnoozeForm key={n} keys={keys} zone={zone} onDone={done} /></Dialog>;
    case "assign":
      return <Dialog id={ID} title={`Assign ${many}`} description="Whoever is named decides anew, with the full time."><AssignForm key={n} keys={keys} onDone={done} onClose={close} /></Dialog>;
    case "views":
      return <Dialog id={ID} title="Saved views" description="A view keeps the filters in use under a name."><ViewsForm key={n} filters={filters} around={around} onClose={close} /></Dialog>;
    case "help":
      return <Dialog id={ID} size="lg" title="Keys of the inbox" description="They can be turned off in your profile. Everything can be done by pointer, too."><KeyList /></Dialog>;
  }
}
