import type { Prisma } from "@/lib/platform/generated/client";
import { likeText } from "@/lib/platform/pagination";

/** Deals by their number ("D-45", "45"), by name, or by their client's name. `wanted` is not blank. */
export function dealWhere(wanted: string): Prisma.DealWhereInput {
  const number = /^(?:d-?)?(\d{1,9})$/i.exec(wanted.trim())?.[1];
  const text = { contains: likeText(wanted), mode: "insensitive" as const };
  return { OR: [{ name: text }, { client: { name: text } }, ...(number === undefined ? [] : [{ number: Number(number) }])] };
}
