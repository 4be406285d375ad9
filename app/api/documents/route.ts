import { addDocument } from "@/lib/documents/commands/add";
import { addDocumentInput } from "@/lib/documents/schema";
import { answer } from "@/lib/http/endpoint";
import { parseInput } from "@/lib/http/make-action";

/** Takes one file as it is, piece by piece: the body is the file, the address says where it belongs and what it is called. */
export const POST = (request: Request): Promise<Response> =>
  answer(async (ctx) => {
    const { row, ...place } = Object.fromEntries(new URL(request.url).searchParams);
    const input = parseInput(addDocumentInput, { ...place, row: row || null });
    return Response.json(await addDocument(ctx, input, request.body as AsyncIterable<Uint8Array> | null));
  });
