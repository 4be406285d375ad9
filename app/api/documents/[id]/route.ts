import { Readable } from "node:stream";
import { getDownload } from "@/lib/documents/queries/download";
import { contentDisposition } from "@/lib/documents/rules/file-name";
import { answer } from "@/lib/http/endpoint";

type Params = { params: Promise<{ id: string }> };

/** One document, always as an attachment that no browser opens as a page of ours; asked for anew each time. */
export const GET = (_: Request, { params }: Params): Promise<Response> =>
  answer(async (ctx) => {
    const { name, type, size, sha256, open } = await getDownload(ctx, (await params).id);
    return new Response(Readable.toWeb(await open()) as ReadableStream, {
      headers: {
        "content-type": type, "content-length": String(size), "content-disposition": contentDisposition(name),
        "content-security-policy": "sandbox", "x-content-type-options": "nosniff", "cache-control": "private, no-store", etag: `"${sha256}"`,
      },
    });
  });
