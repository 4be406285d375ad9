"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { saverFor } from "./saver-for";

/** On pages without a form: what was typed elsewhere and not yet kept is sent, and the page shows it. */
export function Replay({ handoverId, userId }: { handoverId: string; userId: string }) {
  const router = useRouter();
  useEffect(() => {
    let isGone = false;
    const saver = saverFor(handoverId, userId, () => {});
    const replay = async () => {
      const left = await saver.adopt();
      if (left.length === 0) return;
      await saver.flush();
      if (!isGone) router.refresh();
    };
    void replay();
    const again = setTimeout(() => void replay(), 1_500);
    return () => { isGone = true; clearTimeout(again); saver.close(); };
  }, [handoverId, userId, router]);
  return null;
}
