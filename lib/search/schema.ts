import * as z from "zod";
import { text } from "@/lib/platform/text";

export const searchParams = z.object({ q: text(200).catch("") });
