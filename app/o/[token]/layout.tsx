import type { Metadata } from "next";
import type { ReactNode } from "react";

/** No search engine keeps it, and no other site learns the address (guard.ts says both in headers, too). */
export const metadata: Metadata = { title: { absolute: "Your options" }, description: "", robots: { index: false, follow: false, nocache: true }, referrer: "same-origin" };

export default function ClientLayout({ children }: { children: ReactNode }) {
  return children;
}
