import { Badge, Count } from "@/components/ui/badge";
import { Banner, Notice } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { Callout, Quotation } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Completeness, CompletenessLine, Meter } from "@/components/ui/meter";
import { PageHeader } from "@/components/ui/page-header";
import { Card, Section } from "@/components/ui/section";
import { PageSkeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { SampleBanner } from "@/components/layout/sample-banner";
import { Row } from "./pair";

export function States() {
  return (
    <>
      <Row label="Status, plain">
        <Status tone="neutral" icon="circle-dashed">Draft</Status>
        <Status tone="info" icon="circle-dot">Submitted</Status>
        <Status tone="warning" icon="corner-up-left">Returned</Status>
        <Status tone="success" icon="circle-check">Accepted</Status>
        <Status tone="info" icon="play">In delivery</Status>
        <Status tone="neutral" icon="archive">Closed</Status>
        <Status tone="danger" icon="ban">Withdrawn</Status>
      </Row>
      <Row label="Status, pill">
        <Status look="pill" tone="info" icon="circle-dot">Submitted</Status>
        <Status look="pill" tone="warning" icon="corner-up-left">Returned</Status>
        <Status look="pill" tone="success" icon="circle-check">Accepted</Status>
        <Status look="pill" tone="danger" icon="alarm-clock">Late by 4 hours</Status>
        <Status look="pill" tone="neutral" icon="circle-dashed">Draft</Status>
      </Row>
      <Row label="Badges and counts">
        <Badge>Standard</Badge>
        <Badge tone="info" icon="layers">Shopify</Badge>
        <Badge tone="success">In the contract</Badge>
        <Badge tone="warning" icon="flag">At risk</Badge>
        <Badge tone="danger">Broken</Badge>
        <Count value={7} /> <Count value={3} strong label="to review" /> <Count value={1240} />
      </Row>
    </>
  );
}

export function Messages() {
  return (
    <>
      <div className="overflow-hidden rounded-lg border border-line bg-surface">
        <SampleBanner action={<Button size="sm" icon="trash">Remove the sample data</Button>}>You are looking at sample data: twelve handovers of an invented agency.</SampleBanner>
      </div>
      <Banner title="Milan Novak changed this field at 14:03" actions={<Button size="sm">Show both versions</Button>}>Your version is kept on this device until you choose.</Banner>
      <Banner tone="success" title="Submitted">Jana Horak has until tomorrow, 16:00, to decide.</Banner>
      <Banner tone="warning" title="Start at risk until 30 November">The contract is not signed. A sales manager approved the start.</Banner>
      <Banner tone="danger" title="The invitation did not leave the house">The mail server refused it. Try again, or send it yourself.</Banner>
      <Banner tone="neutral">Read-only: this handover is closed.</Banner>
      <div className="space-y-2">
        <Notice>Team lead not needed; reads the notes.</Notice>
        <Notice tone="success">Every promise has its clause.</Notice>
        <Notice tone="warning">Two fields hold the same text.</Notice>
        <Notice tone="danger">The decision maker is missing.</Notice>
      </div>
      <Callout title="Why delivery asks">A date without its reason moves at the first difficulty; a date with a trade fair behind it does not.</Callout>
      <Quotation source="Eva Lindholm, 12 November">“We want one shop instead of four, and nobody in the warehouse should notice.”</Quotation>
    </>
  );
}

export function Pages() {
  return (
    <>
      <PageHeader
        title="Lindholm Interiors"
        crumbs={[{ href: "#pages", label: "Handovers" }, { href: "#pages", label: "HO-123" }].slice(0, 1)}
        aside={<Status look="pill" tone="info" icon="circle-dot">Submitted</Status>}
        description="One shop for four countries, live before the spring fair."
        actions={<><Button icon="corner-up-left">Return</Button><Button variant="primary" icon="check">Accept</Button></>}
      />
      <Section title="Promises" description="Anything the client was told, in the contract or not." actions={<ButtonLink href="#pages" size="sm" icon="plus">Add a promise</ButtonLink>}>
        <Card>
          <p>Training for the warehouse, two half days, in German.</p>
        </Card>
      </Section>
    </>
  );
}

export function Emptiness() {
  return (
    <>
      <Card><EmptyState icon="inbox" action={<ButtonLink href="#emptiness" variant="primary" icon="plus">New handover</ButtonLink>}>You have no handovers yet. Begin one as soon as a deal looks serious.</EmptyState></Card>
      <Card><EmptyState icon="search" action={<ButtonLink href="#emptiness">Clear filters</ButtonLink>}>No handover matches these filters.</EmptyState></Card>
      <Card><EmptyState icon="lock">Only managers see this report. Petra Svoboda can give you the role.</EmptyState></Card>
      <PageSkeleton rows={3} label="Loading the list" />
    </>
  );
}

export function Meters() {
  return (
    <div className="grid gap-8 sm:grid-cols-2">
      <Completeness required={{ done: 11, total: 15 }} quality={64} />
      <Completeness required={{ done: 15, total: 15 }} quality={88} />
      <Meter label="Hours used" value={31} max={40} text="31 of 40 hours" tone="warning" />
      <Meter label="Load this week" value={46} max={40} text="46 of 40 hours" tone="danger" />
      <CompletenessLine required={{ done: 11, total: 15 }} quality={64} />
      <CompletenessLine required={{ done: 15, total: 15 }} quality={88} />
    </div>
  );
}
