"use client";

import { Button } from "@/components/ui/button";

/** The browser's own dialog for paper and PDF. */
export function PrintButton() {
  return <Button size="sm" icon="printer" onClick={() => window.print()}>Print</Button>;
}
