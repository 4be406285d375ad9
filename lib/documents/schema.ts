import * as z from "zod";
import { requiredText } from "@/lib/platform/text";

const id = z.uuid("This is not a valid reference.");

/** Where an uploaded file belongs, and what it is called, exactly as it was given. */
export const addDocumentInput = z.strictObject({
  handover: id,
  field: requiredText(160),
  row: id.nullable(),
  name: requiredText(1_000),
});
