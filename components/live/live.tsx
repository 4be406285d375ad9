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

  useEffect(() => {
    let stop: (() => void) | undefined;
    let isGone = false;
    const start = async () => {
      const { watch } = await import("./watch");
      if (!isGone) stop = watch({ person, path, refresh: () => refresh() });
    };
    const timer = setTimeout(() => void start(), 300); // after the page answers to keys and clicks
    return () => {
      isGone = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [person, path]);
  return null;
}
