import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { EarlyPresses } from "@/components/layout/early-presses";
import { HEARS, keepEarlyPress } from "@/components/layout/keep-early-press";
import { nonce } from "@/components/layout/nonce";
import { themeOf } from "@/components/layout/theme";
import { Toaster } from "@/components/ui/toaster";
import { DARK, LIGHT } from "@/tailwind.config";
import "./globals.css";

const sans = localFont({
  src: "../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--font-geist-sans",
  weight: "100 900",
  display: "swap",
});

export const metadata: Metadata = {
  title: { default: "Handover Portal", template: "%s · Handover Portal" },
  description: "The moment a prospect becomes a customer.",
  icons: { icon: { url: "/favicon.svg", type: "image/svg+xml" } },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false },
};

/** The browser's own bars take the page's colour. */
export async function generateViewport(): Promise<Viewport> {
  const theme = themeOf((await cookies()).get("theme")?.value);
  if (theme === "light") return { themeColor: LIGHT.canvas };
  if (theme === "dark") return { themeColor: DARK.canvas };
  return {
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: LIGHT.canvas },
      { media: "(prefers-color-scheme: dark)", color: DARK.canvas },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Read on the server, so that the first paint has the right theme and no script is needed before it.
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <html lang="en" data-theme={theme} className={sans.variable} suppressHydrationWarning>
      <body className="font-sans">
        <script nonce={await nonce()} dangerouslySetInnerHTML={{ __html: `(${keepEarlyPress.toString()})(${JSON.stringify(HEARS)})` }} />
        <a href="#main" className="skip-link">Skip to content</a>
        {children}
        <Toaster />
        <EarlyPresses />
      </body>
    </html>
  );
}
