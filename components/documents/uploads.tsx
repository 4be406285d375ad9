"use client";

import { useEffect } from "react";
import { sayReload } from "@/components/ui/renewed";

type UploadsProps = { handoverId: string; /** The largest file, in megabytes. */ maxMb: number };

/** Hears, for the whole page, what is chosen or dropped at any place for a file; what does the work is loaded then. */
export function Uploads({ handoverId, maxMb }: UploadsProps) {
  useEffect(() => {
    const stop = new AbortController();
    const on = <K extends keyof DocumentEventMap>(kind: K, run: (event: DocumentEventMap[K], target: Element) => void) =>
      document.addEventListener(kind, (event) => { if (event.target instanceof Element) run(event, event.target); }, { signal: stop.signal });
    const begin = async (place: Element, file: File | undefined) => {
      const answer = place.closest<HTMLElement>("[data-answer]");
      if (answer && file) await import("./upload").then(({ upload }) => upload(answer, file, { handoverId, maxMb }), sayReload);
    };

    on("change", (_, target) => {
      if (!(target instanceof HTMLInputElement) || !target.hasAttribute("data-file-input")) return;
      const [file] = target.files ?? [];
      void begin(target, file).then(() => { target.value = ""; }); // the same file can be chosen again
    });
    on("click", (event, target) => {
      const button = target.closest("[data-file-remove], [data-file-again]");
      const answer = button?.closest<HTMLElement>("[data-answer]");
      if (!button || !answer) return;
      event.preventDefault();
      void import("./upload").then(({ again, removeUpload }) => (button.hasAttribute("data-file-again") ? again(answer, { handoverId, maxMb }) : removeUpload(answer)), sayReload);
    });
    for (const kind of ["dragenter", "dragover"] as const) on(kind, (event, target) => {
      const isFile = event.dataTransfer?.types.includes("Files") ?? false;
      for (const over of document.querySelectorAll("[data-over]")) if (!over.contains(target)) over.removeAttribute("data-over");
      if (!isFile) return;
      event.preventDefault(); // beside a place, too: else the browser would leave the page and open the file
      const place = target.closest("[data-drop]");
      place?.setAttribute("data-over", "");
      if (event.dataTransfer) event.dataTransfer.dropEffect = place ? "copy" : "none";
    });
    on("drop", (event, target) => {
      for (const over of document.querySelectorAll("[data-over]")) over.removeAttribute("data-over");
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      const place = target.closest("[data-drop]");
      if (place) void begin(place, event.dataTransfer.files[0]);
    });
    return () => stop.abort();
  }, [handoverId, maxMb]);
  return null;
}
