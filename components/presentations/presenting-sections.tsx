import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Quotation } from "@/components/ui/callout";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { dayText } from "@/lib/deals/format";
import { LINK_STATES, PRESENTATION_STATES } from "@/lib/presentations/format";
import type { Presenting } from "@/lib/presentations/queries/page";
import { LinkForm, RevokeLink, WithdrawForm } from "./presenting-forms";

type Props = {
  id: string;
  presenting: Presenting;
  /** Whether this reader presents, links and records (P7.3). */
  mayPresent: boolean;
  /** Whether something can be presented or chosen at all: the deal is open. */
  isOpen: boolean;
  /** Whether every gate is open; else the page says beside it what is missing. */
  isReady: boolean;
  contacts: readonly { id: string; name: string }[];
  latestLink: string;
  now: Date;
  zone: string;
};

/** What follows once options are written: presenting them, the client's links, and the choice (P7.5). */
export function PresentingSections({ id, presenting, mayPresent, isOpen, isReady, contacts, latestLink, now, zone }: Props) {
  const { versions, links, withMoney } = presenting;
  const [newest] = versions;
  const isCurrent = newest?.state === "current";
  const base = `/deals/${id}/options`;
  return (
    <div id="presenting" className="scroll-mt-6 space-y-10">
      <ChoiceSection base={base} presenting={presenting} mayRecord={mayPresent && isCurrent} now={now} zone={zone} />
      <Section
        title="Presented versions"
        actions={mayPresent && isOpen && isReady && <ButtonLink href={`${base}/present`} variant={newest ? "secondary" : "primary"} icon="play">{newest ? "Present anew" : "Present"}</ButtonLink>}
      >
        {versions.length === 0 ? <EmptyState icon="columns">Nothing has been presented to the client yet.</EmptyState> : (
          <>
            <DataTable
              caption="Versions that were presented" captionHidden
              columns={[
                { key: "version", header: "Version", cell: (row) => (withMoney ? <TextLink href={`${base}/versions/${row.version}`}>Version {row.version}</TextLink> : `Version ${row.version}`) },
                { key: "state", header: "State", cell: ({ state }) => <Status {...PRESENTATION_STATES[state]}>{PRESENTATION_STATES[state].label}</Status> },
                { key: "presenter", header: "Presented by", cell: ({ presenter }) => presenter },
                { key: "at", header: "When", cell: ({ presentedAt }) => <RelativeTime at={presentedAt} now={now} zone={zone} /> },
                { key: "until", header: "Valid until", cell: ({ until }) => dayText(until) },
                ...(withMoney && versions.length > 1 ? [{ key: "compare", header: "Difference", cell: ({ version }: { version: number }) => (version > 1 ? <TextLink href={`${base}/compare?from=${version - 1}&to=${version}`}>Compared with {version - 1}</TextLink> : "") }] : []),
              ]}
              rows={versions} rowKey={({ id: key }) => key}
            />
            {mayPresent && (newest?.state === "current" || newest?.state === "expired") && (
              <Fold label={`Withdraw version ${newest.version}`}><WithdrawForm id={id} presentationId={newest.id} version={newest.version} /></Fold>
            )}
          </>
        )}
      </Section>
      {withMoney && (mayPresent ? isCurrent || links.length > 0 : links.length > 0) && (
        <Section title="Links for the client" description="With a link the client reads the newest version and chooses, without a login.">
          <div className="space-y-5">
            {links.length > 0 && (
              <DataTable
                caption="Links for the client" captionHidden
                columns={[
                  { key: "for", header: "For", cell: (row) => row.for ?? "Anybody at the client" },
                  { key: "state", header: "State", cell: ({ state }) => <Status {...LINK_STATES[state]}>{LINK_STATES[state].label}</Status> },
                  { key: "until", header: "Works until", cell: ({ until }) => dayText(until) },
                  { key: "opened", header: "Last opened", cell: ({ lastOpenedAt }) => (lastOpenedAt ? <RelativeTime at={lastOpenedAt} now={now} zone={zone} /> : "Not yet") },
                  { key: "by", header: "Made by", cell: ({ by }) => by },
                  ...(mayPresent ? [{ key: "revoke", header: "Revoke", cell: ({ id: linkId, state }: Presenting["links"][number]) => state === "open" && <RevokeLink id={id} linkId={linkId} /> }] : []),
                ]}
                rows={links} rowKey={({ id: key }) => key}
              />
            )}
            {mayPresent && isCurrent && <LinkForm id={id} contacts={contacts} until={newest.until} latest={latestLink} />}
          </div>
        </Section>
      )}
    </div>
  );
}

function ChoiceSection({ base, presenting: { choices, versions }, mayRecord, now, zone }: { base: string; presenting: Presenting; mayRecord: boolean; now: Date; zone: string }) {
  const standing = choices.find(({ replacedAt }) => replacedAt === null);
  const earlier = choices.filter(({ replacedAt }) => replacedAt !== null);
  if (!standing && !mayRecord) return null;
  const isOld = standing !== undefined && standing.presentationId !== versions[0]?.id;
  return (
    <Section title="The client's choice" actions={mayRecord && <ButtonLink href={`${base}/choice`} icon="pencil">{standing ? "Record another choice" : "Record the choice"}</ButtonLink>}>
      {!standing ? <p className="text-ink-2">The client has not chosen yet. They choose by a link, or you record what they told you.</p> : (
        <div className="space-y-4">
          <div className="rounded-lg border border-line bg-surface p-5">
            <p className="flex items-center gap-2 text-lg font-semibold"><Icon name="circle-check" className="text-success-ink" />{standing.option}</p>
            <p className="mt-1 text-ink-2">
              {standing.by === null ? "Chosen" : <>Chosen by {standing.by}</>} <RelativeTime at={standing.chosenAt} now={now} zone={zone} />,
              {" "}{standing.via === "LINK" ? "by the link" : `told to ${standing.recordedBy ?? "the seller"}`}, of version {standing.version}.
              {isOld && " A newer version has been presented since."}
            </p>
            {standing.reason !== "" && <div className="mt-3"><Quotation>{standing.reason}</Quotation></div>}
          </div>
          {earlier.length > 0 && (
            <Fold label={`Earlier ${earlier.length === 1 ? "choice" : "choices"}`}>
              <ul className="space-y-3">
                {earlier.map((choice) => (
                  <li key={choice.id}>{choice.option}, of version {choice.version}{choice.by !== null && `, by ${choice.by}`} <RelativeTime at={choice.chosenAt} now={now} zone={zone} />{choice.reason !== "" && <span className="text-ink-2">: {choice.reason}</span>}</li>
                ))}
              </ul>
            </Fold>
          )}
        </div>
      )}
    </Section>
  );
}

const Fold = ({ label, children }: { label: string; children: ReactNode }) => (
  <details className="disclosure mt-4">
    <summary className="inline-flex min-h-9 items-center gap-1.5 text-ink-2 hover:text-ink"><Icon name="chevron-right" size={16} className="chevron" />{label}</summary>
    <div className="mt-3">{children}</div>
  </details>
);
