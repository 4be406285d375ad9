import "server-only";
import { openAsBlob } from "node:fs";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { AwsV4Signer } from "aws4fetch";
import { outbound } from "./outbound-http";
import type { Store } from "./store";

export type Bucket = { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string };

/** A bucket of an S3-compatible server, addressed by its path. The server checks what arrives against the signed digest. */
export function s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }: Bucket): Store {
  const base = `${endpoint.replace(/\/$/, "")}/${encodeURIComponent(bucket)}`;
  const send = async (method: string, sha256: string, body?: Blob): Promise<Response> => {
    const signer = new AwsV4Signer({
      method, url: `${base}/documents/${sha256}`, service: "s3", region, accessKeyId, secretAccessKey,
      headers: { "x-amz-content-sha256": body ? sha256 : EMPTY },
    });
    const { url, headers } = await signer.sign();
    // long enough for the largest file over a slow line; the answer to a GET begins at once
    return outbound(url, { method, headers, body, patienceMs: body ? 10 * 60_000 : 30_000 });
  };
  return {
    async put(file, { sha256 }) {
      const response = await send("PUT", sha256, await openAsBlob(file));
      await done("keep a document", response);
    },
    async read(sha256) {
      const response = await send("GET", sha256);
      if (response.status === 404) {
        await response.body?.cancel();
        return null;
      }
      if (!response.ok || !response.body) await done("read a document", response);
      return Readable.fromWeb(response.body as ReadableStream);
    },
    async remove(sha256) {
      const response = await send("DELETE", sha256);
      if (response.status !== 404) await done("remove a document", response);
      else await response.body?.cancel();
    },
  };
}

/** The digest of nothing: what requests without a body are signed with. */
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

async function done(what: string, response: Response): Promise<void> {
  const text = await response.text();
  if (!response.ok) throw new Error(`The bucket did not ${what}: ${String(response.status)} ${/<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ""}`.trim());
}
