import "server-only";

/** A PDF to keep: as an attachment (`disposition` says under which name), in a sandbox, and in nobody's cache. */
export const pdfResponse = ({ disposition, bytes }: { disposition: string; bytes: Buffer }): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/pdf", "content-length": String(bytes.length), "content-disposition": disposition,
      "content-security-policy": "sandbox", "x-content-type-options": "nosniff", "cache-control": "private, no-store",
    },
  });
