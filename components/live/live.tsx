"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";

/**
 * The one client component of the frame for what happens meanwhile: listens once the page is idle, refreshes the page's
 * own data when it concerns what is shown, and keeps who is here beside it. Renders nothing.
 */
export function Live({ person }: { person: string }) {
  const router = useRouter();
  const path = usePathname();
  const refresh = useEffectEvent(() => router.refresh());

  // A page that ends as “not found” or broken comes without the HTML of the frame (components/ui/static.tsx): it is fetched.
  useEffect(() => { if (document.querySelector("aside[data-part]:empty, nav[data-part]:empty")) refresh(); }, []);

  useEffect(() => {
    let stop: (() => void) | undefined;
    let isGone = false;
    const start = async () => {
      const loaded = await import("./watch").catch(() => null); // without a connection: again once there is one
      if (isGone) return;
      if (loaded) stop = loaded.watch({ person, path, refresh: () => refresh() });
      else window.addEventListener("online", again, { once: true });
    };
    const again = () => void start();
    const timer = setTimeout(() => void start(), 300); // after the page answers to keys and clicks
    return () => {
      isGone = true;
      clearTimeout(timer);
      window.removeEventListener("online", again);
      stop?.();
    };
  }, [person, path]);
  return null;
}
