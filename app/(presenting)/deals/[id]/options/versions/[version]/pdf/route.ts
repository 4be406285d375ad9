import { contentDisposition } from "@/lib/documents/rules/file-name";
import { answer } from "@/lib/http/endpoint";
import { pdfResponse } from "@/lib/http/pdf-response";
import { AppError } from "@/lib/platform/errors";
import { getVersionPdf } from "@/lib/presentations/queries/pdf";

type Params = { params: Promise<{ id: string; version: string }> };

/** One version of the options on paper, as the client was shown it. */
export const GET = (_: Request, { params }: Params): Promise<Response> =>
  answer(async (ctx) => {
    const { id, version } = await params;
    if (!/^[1-9]\d{0,5}$/.test(version)) throw new AppError("NOT_FOUND");
    const { name, bytes } = await getVersionPdf(ctx, { id, version: Number(version) });
    return pdfResponse({ disposition: contentDisposition(name), bytes });
  });
