import { clientPageCtx } from "@/lib/auth/client-page";
import { contentDisposition } from "@/lib/documents/rules/file-name";
import { pdfResponse } from "@/lib/http/pdf-response";
import { AppError } from "@/lib/platform/errors";
import { CLOSED_LINK } from "@/lib/presentations/format";
import { getClientPdf } from "@/lib/presentations/queries/pdf";

/** What the client's link shows, on paper. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const ctx = await clientPageCtx((await params).token);
  try {
    if (!ctx) throw new AppError("NOT_FOUND");
    const { name, bytes } = await getClientPdf(ctx);
    return pdfResponse({ disposition: contentDisposition(name), bytes });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "NOT_FOUND") throw error;
    return new Response(CLOSED_LINK, { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
  }
}
