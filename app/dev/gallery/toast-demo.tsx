"use client";

import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

/** Buttons that show each kind of toast. */
export function ToastDemo() {
  return (
    <>
      <Button onClick={() => toast("Accepted. Sales is told in ten seconds.", { undo: () => void toast("Taken back", { tone: "neutral" }) })}>Toast with undo</Button>
      <Button onClick={() => toast("Saved")}>Toast</Button>
      <Button onClick={() => toast("The calendar did not answer", { tone: "warning" })}>Toast, warning</Button>
    </>
  );
}
