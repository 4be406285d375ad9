import { shortDigest, sizeText } from "@/lib/documents/format";
import { documentHref, isUpload, type Json, type UploadValue } from "@/lib/handovers/rules/answers";

export const hrefOf = ({ document }: UploadValue): string => documentHref(document);

/** What is said of an uploaded document below its name. */
export const detailOf = ({ version, size, sha256 }: Pick<UploadValue, "version" | "size" | "sha256">): string =>
  `Version ${version} · ${sizeText(size)} · SHA-256 ${shortDigest(sha256)}…`;

/** Shows in the form what an answer of type file holds: the card of an upload, or the two controls of a link. */
export function showFile(answer: HTMLElement, value: Json): void {
  const upload = isUpload(value) ? value : null;
  const find = <E extends HTMLElement>(name: string) => answer.querySelector<E>(`[data-file-${name}]`);
  const [card, link, name, detail, verb] = [find("card"), find("link"), find<HTMLAnchorElement>("name"), find("detail"), find("verb")];
  if (card) card.hidden = !upload;
  if (link) link.hidden = Boolean(upload);
  if (verb) verb.textContent = upload ? "Upload a new version" : "Upload a file";
  if (!upload) return;
  name?.setAttribute("href", hrefOf(upload));
  name?.querySelector("bdi")?.replaceChildren(upload.name);
  detail?.replaceChildren(detailOf(upload));
}
