"use client";

import "./globals.css";
import ErrorPage from "./error";

/** When even the frame breaks: the same words, in a document of their own and in the device's theme. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" data-theme="system">
      <body className="font-sans">
        <title>This page could not be shown · Handover Portal</title>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
