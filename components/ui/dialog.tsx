"use client";

import type { ComponentProps, ReactNode } from "react";
import { Button, IconButton } from "./button";
import { cx } from "./cx";

type DialogProps = {
  id: string;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  /** Buttons at the foot, primary last. Put them inside the form they send when there is one. */
  footer?: ReactNode;
  size?: "md" | "lg";
  /** On a phone it comes up from the foot of the screen, within reach of a thumb. */
  isSheet?: boolean;
  /** However it was closed. */
  onClose?: () => void;
};

/**
 * The native dialog: focus is kept inside, Esc and a click beside it close it.
 * Opened by `DialogButton` with the same id, or by `openDialog(id)`.
 */
export function Dialog({ id, title, description, children, footer, size = "md", isSheet, onClose }: DialogProps) {
  return (
    <dialog
      id={id}
      onClose={onClose}
      closedby="any"
      aria-labelledby={`${id}-title`}
      className={cx(
        "m-auto w-[calc(100vw-1.5rem)] rounded-xl border border-line bg-raised p-0 shadow-lg",
        "max-h-[calc(100dvh-1.5rem)] overflow-y-auto",
        size === "lg" ? "max-w-reading" : "max-w-[32rem]",
        isSheet && "max-sm:mb-0 max-sm:w-full max-sm:max-w-none max-sm:rounded-b-none max-sm:border-x-0 max-sm:border-b-0",
      )}
    >
      <div className="px-5 pt-4 pe-14">
        <h2 id={`${id}-title`} className="text-lg font-semibold">{title}</h2>
        {description && <p className="text-ink-2">{description}</p>}
      </div>
      <div className="px-5 py-4">{children}</div>
      {footer && <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>}
      {/* Last in order, so that opening puts the focus on the first field. */}
      <IconButton icon="x" label="Close" size="sm" onClick={() => closeDialog(id)} className="!absolute end-3 top-3" />
    </dialog>
  );
}

/** Opens the dialog `dialog`; also before our script has arrived, where the browser knows how. */
export function DialogButton({ dialog, onClick, ...rest }: { dialog: string } & ComponentProps<typeof Button>) {
  return (
    <Button
      {...rest}
      {...{ command: "show-modal", commandfor: dialog }}
      aria-haspopup="dialog"
      onClick={(event) => {
        onClick?.(event);
        if (!("command" in HTMLButtonElement.prototype)) openDialog(dialog);
      }}
    />
  );
}

/** Opens a dialog by its id, e.g. from a key. */
export function openDialog(id: string): void {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

/** Closes it; focus returns to what opened it. */
export function closeDialog(id: string): void {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement) dialog.close();
}
