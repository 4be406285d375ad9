import { TextInput } from "@/components/form/text-input";
import { Icon } from "@/components/ui/icon";
import { isLink, isUpload, type Json } from "@/lib/handovers/rules/answers";
import { detailOf, hrefOf } from "./shown";

type FileControlProps = { name: string; value: Json };

/**
 * A document of the brief: an uploaded file, or a link to where it lives. Drawn by the server; `Uploads`, once on the page,
 * hears what is chosen or dropped. `data-part` tells the autosave what is what.
 */
export function FileControl({ name, value }: FileControlProps) {
  const upload = isUpload(value) ? value : null;
  const link = isLink(value) ? value : null;
  return (
    <div data-file className="space-y-2">
      <input type="hidden" data-part="upload" name={`${name}:upload`} defaultValue={upload ? JSON.stringify(upload) : ""} />
      <div data-file-card hidden={!upload} className="flex flex-wrap items-start gap-x-3 gap-y-1 rounded-md border border-line bg-surface px-3 py-2">
        <Icon name="paperclip" className="mt-[0.1875rem] text-ink-3" />
        <span className="min-w-0 flex-1 basis-48">
          <a data-file-name href={upload ? hrefOf(upload) : undefined} className="link [overflow-wrap:anywhere]"><bdi>{upload?.name}</bdi></a>
          <span data-file-detail className="block text-sm text-ink-2">{upload && detailOf(upload)}</span>
        </span>
        <button type="button" data-file-remove className="min-h-8 rounded-md px-2 text-sm text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:min-h-11">Remove</button>
      </div>
      <label data-drop className="flex min-h-11 flex-wrap items-center justify-center gap-x-1 rounded-md border border-dashed border-line-strong px-3 py-2 text-center text-ink-2 focus-within:outline-2 focus-within:outline-accent-ink hover:bg-hover data-over:border-accent-ink data-over:bg-accent-soft">
        <Icon name="upload" size={14} />
        <span><span data-file-verb className="link">{upload ? "Upload a new version" : "Upload a file"}</span><span className="pointer-coarse:hidden">, or drop it here</span></span>
        <input type="file" data-file-input className="sr-only" />
      </label>
      <div data-file-state role="status" hidden className="space-y-1">
        <p data-file-words className="[overflow-wrap:anywhere]" />
        <progress data-file-progress max={100} value={0} aria-label="Progress of the upload" className="block h-1.5 w-full accent-accent" />
        <button type="button" data-file-again hidden className="min-h-8 rounded-md px-2 text-sm font-medium text-accent-ink hover:bg-hover pointer-coarse:min-h-11">Try again</button>
      </div>
      <div data-file-link hidden={Boolean(upload)} className="grid gap-2 sm:grid-cols-[1fr_2fr]">
        <TextInput name={`${name}:name`} data-part="name" defaultValue={link?.name} aria-label="Name of the document" placeholder="Name" />
        <TextInput name={`${name}:url`} data-part="url" defaultValue={link?.url} type="url" inputMode="url" aria-label="Address of the document" placeholder="or link to it: https://" />
      </div>
    </div>
  );
}
