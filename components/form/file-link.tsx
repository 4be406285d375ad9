import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { TextInput } from "./text-input";

/** A document that lives elsewhere: its name, and where it is. */
export function FileLink({ href, title, detail }: { href: string; title: string; detail?: string }) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-start gap-2">
      <Icon name="paperclip" className="mt-[0.1875rem] text-ink-3" />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <TextLink href={href} external>{title}</TextLink>
        {detail && <span className="block text-sm text-ink-2">{detail}</span>}
      </span>
    </span>
  );
}

type FileLinkInputProps = { id: string; titleName: string; urlName: string; defaultTitle?: string; defaultUrl?: string };

/** Name and address of such a document, side by side. Put it into a `FieldGroup`. */
export function FileLinkInput({ id, titleName, urlName, defaultTitle, defaultUrl }: FileLinkInputProps) {
  return (
    <span className="grid gap-2 sm:grid-cols-[1fr_2fr]">
      <TextInput id={`${id}-title`} name={titleName} defaultValue={defaultTitle} aria-label="Name of the document" placeholder="Name" />
      <TextInput id={`${id}-url`} name={urlName} defaultValue={defaultUrl} type="url" inputMode="url" aria-label="Address of the document" placeholder="https://" />
    </span>
  );
}
