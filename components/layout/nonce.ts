import "server-only";
import { headers } from "next/headers";

/** What a script or style that stands in the page itself must carry: this answer's policy allows no other (scripts/guard.ts). */
export const nonce = async (): Promise<string | undefined> =>
  /'nonce-([^']+)'/.exec((await headers()).get("content-security-policy") ?? "")?.[1];
