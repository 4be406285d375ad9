import { contentDisposition } from "@/lib/documents/rules/file-name";
import { getBriefPdf } from "@/lib/handovers/queries/pdf";
import { answer } from "@/lib/http/endpoint";
import { pdfResponse } from "@/lib/http/pdf-response";
import { AppError } from "@/lib/platform/errors";

type Params = { params: Promise<{ id: string; version: string }> };

/** One version of the brief on paper, as far as this person reads it. */
export const GET = (_: Request, { params }: Params): Promise<Response> =>
  answer(async (ctx) => {
    const { id, version } = await params;
    if (!/^[1-9]\d{0,5}$/.test(version)) throw new AppError("NOT_FOUND");
    const { name, bytes } = await getBriefPdf(ctx, { id, version: Number(version) });
    return pdfResponse({ disposition: contentDisposition(name), bytes });
  });
