import * as z from "zod";
import { text } from "@/lib/platform/text";

export const searchParams = z.strictObject({ q: text(200).default("") });
