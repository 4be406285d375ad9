"use client";

import { useEffect, useRef } from "react";

/** Put inside a GET form: a changed select or checkbox sends it at once. Without JavaScript the form's button does. */
export function AutoSubmit() {
  const marker = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = marker.current?.closest("form");
    const send = (event: Event) => {
      const quiet = event.target instanceof HTMLInputElement && ["search", "text"].includes(event.target.type);
      if (!quiet) form?.requestSubmit();
    };
    form?.addEventListener("change", send);
    return () => form?.removeEventListener("change", send);
  }, []);
  return <span ref={marker} hidden />;
}
