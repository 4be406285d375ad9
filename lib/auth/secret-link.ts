import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for a link. Only their hash is kept, so that reading the database opens no door. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");
