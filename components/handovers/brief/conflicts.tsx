"use no memo"; // reads the form, which is not React's

import { useEffect } from "react";
import { createPortal } from "react-dom";
import { Button, ButtonLink } from "@/components/ui/button";
import { groupOrdered } from "@/lib/handovers/rules/row-order";
import { fieldHref } from "./anchor";
import type { Current, Typed } from "./change";
import { ConflictBanner, Version, Versions } from "./conflict";
import { inWords, sidesOf, whoDid } from "./conflict-words";
import { writeTyped } from "./controls";
import { find } from "./field-notes";
import { applyOrder, orderOf } from "./rows";
import type { Saver, SaveView } from "./saver";
import { cellsOf, hideRow } from "./wire";

type Page = { root: HTMLElement; saver: Saver; zone: string; handoverId: string };
type One<T> = Page & T;

/** Every choice that is to be made, each where it belongs: at its field, its row or its list; elsewhere, as a way there (P1.3). */
export function Conflicts({ conflicts, ...page }: Page & Pick<SaveView, "conflicts">) {
  const removed = new Map<string, { key: string; current: Current }>();
  for (const [key, { current }] of conflicts) if (current?.removed) removed.set(rowIdOf(key), { key, current });
  return [...conflicts].map(([key, { current, cells, mine }]) => {
    const row = rowAt(page.root, rowIdOf(key));
    if (cells) return row ? <ChangedRow key={key} {...page} row={row} field={key} cells={cells} /> : <Elsewhere key={key} {...page} field={key} current={cells[0]?.current} />;
    if (current.removed && row) return removed.get(rowIdOf(key))?.key === key ? <RemovedRow key={key} {...page} row={row} field={key} current={current} /> : null;
    const group = groupOrdered(key);
    if (group) return <OtherOrder key={key} {...page} group={group} current={current} />;
    return mine && find(page.root, key) ? <OtherAnswer key={key} {...page} field={key} current={current} mine={mine} /> : <Elsewhere key={key} {...page} field={key} current={current} />;
  });
}

const rowIdOf = (key: string) => key.slice(key.indexOf(":") + 1);
const rowAt = (root: HTMLElement, rowId: string) => root.querySelector<HTMLElement>(`[data-group-row="${CSS.escape(rowId)}"]`);
const slotIn = (element: Element | null, name: string) => element?.querySelector(`[${name}]`) ?? null;

/** One answer that somebody else wrote as well. What stands in the field is ours, and can be edited until it is right. */
function OtherAnswer({ root, saver, zone, field, current, mine }: One<{ field: string; current: Current; mine: Typed }>) {
  const answer = find(root, field);
  const slot = slotIn(answer, "data-slot");
  if (!answer || !slot) return null;
  const control = answer.querySelector<TextControl>("textarea[data-part=value], input[type=text][data-part=value]");
  const isText = typeof current.value === "string" && typeof mine.value === "string" && current.state === "VALUE" && mine.state === "VALUE" && control !== null;
  const sides = sidesOf(current);
  const take = () => {
    saver.takeTheirs(field);
    if (current.state !== "VALUE") void saver.flush().then(() => location.reload()); // its details come with the page
    else writeTyped(answer, { state: "VALUE", value: current.value });
    control?.focus();
  };
  return createPortal(
    <ConflictBanner
      title={current.revision === 0 ? "Somebody removed this meanwhile" : whoDid(current, "changed this", "while you were typing", zone)}
      note={`Nothing was overwritten.${isText ? " The field holds what you typed here: edit it until it is right, and keep it." : ""}`}
      actions={<>
        <Button size="sm" variant="primary" onClick={() => void saver.keepMine(field)}>{sides.keep}</Button>
        <Button size="sm" onClick={take}>{sides.take}</Button>
        {isText && !String(mine.value).includes(String(current.value)) && <Button size="sm" variant="ghost" onClick={() => writeBoth(control, [String(current.value), String(mine.value)])}>Put both into the field</Button>}
      </>}
    >
      <Versions theirs={inWords(answer, current.state, current.value)} mine={inWords(answer, mine.state, mine.value)} isText={isText} isYours={current.isYours} />
    </ConflictBanner>,
    slot,
  );
}

type TextControl = HTMLTextAreaElement | HTMLInputElement;

/** Both versions into one field, to be made one by hand. */
function writeBoth(control: TextControl, both: string[]) {
  control.value = both.join(control instanceof HTMLTextAreaElement ? "\n\n" : " / ");
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.focus();
}

/** Somebody removed the row that we typed in. */
function RemovedRow({ root, saver, zone, row, field, current }: One<{ row: HTMLElement; field: string; current: Current }>) {
  const slot = slotIn(row, "data-row-slot");
  const { group = "", groupRow = "", one = "Row" } = row.dataset;
  if (!slot) return null;
  const letGo = () => { saver.takeTheirs(field); hideRow(root, group, groupRow); };
  return createPortal(
    <ConflictBanner
      title={whoDid(current, `removed this ${one.toLowerCase()}`, "while you were typing in it", zone)} note="What you typed is still here."
      actions={<>
        <Button size="sm" variant="primary" onClick={() => void saver.restoreRow(group, groupRow, cellsOf(row))}>Keep the {one.toLowerCase()}</Button>
        <Button size="sm" onClick={letGo}>Remove it</Button>
      </>}
    />,
    slot,
  );
}

/** We removed a row that somebody changed: it stays until somebody has seen what it says now. */
function ChangedRow({ root, saver, zone, row, field, cells }: One<{ row: HTMLElement; field: string; cells: { field: string; current: Current }[] }>) {
  const { group = "", groupRow = "", one = "Row" } = row.dataset;
  useEffect(() => hideRow(root, group, groupRow, false), [root, group, groupRow]);
  const slot = slotIn(row, "data-row-slot");
  const latest = cells.map(({ current }) => current).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  if (!slot || !latest) return null;
  const cellAt = (name: string) => row.querySelector<HTMLElement>(`[data-answer="${CSS.escape(name)}"]`);
  const stay = () => {
    saver.takeTheirs(field);
    for (const { field: name } of cellsOf(row)) {
      const answer = cellAt(name);
      const mine = saver.mine(answer?.dataset.key ?? ""); // typed before the row was removed
      const theirs = cells.find((cell) => cell.field === name)?.current;
      if (answer && mine) writeTyped(answer, mine);
      else if (answer && theirs?.state === "VALUE") writeTyped(answer, { state: "VALUE", value: theirs.value });
    }
  };
  const removeAnyway = () => { hideRow(root, group, groupRow); void saver.keepMine(field); };
  return createPortal(
    <ConflictBanner
      title={whoDid(latest, `changed this ${one.toLowerCase()}`, "before you removed it", zone)} note="It was not removed."
      actions={<>
        <Button size="sm" variant="primary" onClick={stay}>Keep the {one.toLowerCase()}</Button>
        <Button size="sm" onClick={removeAnyway}>Remove it all the same</Button>
      </>}
    >
      <dl className="mt-2 grid gap-3">
        {cells.map(({ field: name, current }) => <Version key={name} label={current.label ?? name}>{inWords(cellAt(name), current.state, current.value)}</Version>)}
      </dl>
    </ConflictBanner>,
    slot,
  );
}

/** Two orders of one list. */
function OtherOrder({ root, saver, zone, group, current }: One<{ group: string; current: Current }>) {
  const slot = root.querySelector(`[data-list-slot="${group}"]`);
  if (!slot) return null;
  const titleOf = (id: string) => {
    const row = rowAt(root, id);
    if (!row || row.hidden) return [];
    const control = row.querySelector<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>("[data-part=value]");
    const said = control instanceof HTMLSelectElement ? control.selectedOptions[0]?.label : control?.value;
    return [said?.trim() ? said : `${row.dataset.one ?? "Row"} ${row.querySelector("[data-number]")?.textContent ?? ""}`];
  };
  const list = (order: readonly string[]) => <ol className="list-decimal ps-5">{order.flatMap(titleOf).map((title, index) => <li key={index}>{title}</li>)}</ol>;
  const theirs = Array.isArray(current.value) ? current.value.map(String) : [];
  const key = `${group}.order`;
  const sides = sidesOf(current);
  return createPortal(
    <ConflictBanner
      title={whoDid(current, "put these in another order", "while you moved them", zone)}
      actions={<>
        <Button size="sm" variant="primary" onClick={() => void saver.keepMine(key)}>{sides.keep}</Button>
        <Button size="sm" onClick={() => { saver.takeTheirs(key); applyOrder(root, group, theirs); }}>{sides.take}</Button>
      </>}
    >
      <dl className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2"><Version label={sides.theirs}>{list(theirs)}</Version><Version label={sides.mine}>{list(orderOf(root, group))}</Version></dl>
    </ConflictBanner>,
    slot,
  );
}

/** The field is on another page of the brief: there it can be chosen, and until then both versions are kept. */
function Elsewhere({ zone, handoverId, field, current }: One<{ field: string; current?: Current }>) {
  if (!current?.section) return null;
  const [name = "", rowId = null] = field.split(":");
  return (
    <div className="mb-4">
      <ConflictBanner
        title={`${current.label ?? ""}: ${whoDid(current, "changed this", "while you were typing", zone)}`} note="Nothing was overwritten; yours is kept on this device."
        actions={<ButtonLink size="sm" href={fieldHref(handoverId, current.section, name, rowId)}>Choose there</ButtonLink>}
      />
    </div>
  );
}
