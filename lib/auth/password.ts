import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id, at the package's own figures (19 MiB, two passes), which are OWASP's first choice. */
export const hashPassword = (password: string): Promise<string> => hash(password);

let stranger: Promise<string> | undefined;

/** Is this the password? Without a hash (nobody, or no password yet) it takes the same work, and is false. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await (stranger ??= hashPassword("nobody has this password"))), password);
  return matches && Boolean(passwordHash);
}
