import { Icon } from "@/components/ui/icon";
import { CLOSED_LINK } from "@/lib/presentations/format";
import { ClientPage } from "./client-page";

/** The same for a link that is unknown, has expired or was revoked. */
export function ClosedLink() {
  const [first = "", ...rest] = CLOSED_LINK.split(". ");
  return (
    <ClientPage narrow>
      <div className="py-16 text-center sm:py-28">
        <Icon name="link" size={28} className="mx-auto text-ink-3" />
        <h1 className="mt-5 text-2xl font-semibold">{first}</h1>
        <p className="mt-2 text-md text-ink-2">{rest.join(". ")}</p>
      </div>
    </ClientPage>
  );
}
