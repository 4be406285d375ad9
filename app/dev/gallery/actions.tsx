import { Button, ButtonLink, IconButton, IconLink } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogButton } from "@/components/ui/dialog";
import { Hint } from "@/components/ui/hint";
import { Kbd } from "@/components/ui/kbd";
import { Menu, MenuButton, MenuLine, MenuLink, MenuText } from "@/components/ui/menu";
import { RefusedAction } from "@/components/ui/refused-action";
import { TextLink } from "@/components/ui/text-link";
import { Field } from "@/components/form/field";
import { TextArea } from "@/components/form/text-input";
import { type Pane, Row } from "./pair";
import { ToastDemo } from "./toast-demo";

export function Buttons() {
  return (
    <>
      <Row label="Variants">
        <Button variant="primary" icon="check">Accept</Button>
        <Button>Return</Button>
        <Button variant="ghost" icon="clock">Snooze</Button>
        <Button variant="danger" icon="trash">Delete for good</Button>
      </Row>
      <Row label="With its key">
        <Button variant="primary" icon="check" shortcut="a">Accept</Button>
        <Button icon="corner-up-left" shortcut="r">Return</Button>
        <Button variant="ghost" icon="clock" shortcut="h">Snooze</Button>
      </Row>
      <Row label="Sizes">
        <Button size="sm">Small</Button>
        <Button>Medium</Button>
        <Button size="lg" variant="primary" iconAfter="arrow-right">Large</Button>
      </Row>
      <Row label="Busy, disabled, refused with a reason">
        <Button variant="primary" pending>Accepting</Button>
        <Button disabled>Disabled</Button>
        <RefusedAction reason="You wrote this brief as a seller, and whoever wrote it holds none of its keys." rule="P1.7">Accept</RefusedAction>
      </Row>
      <Row label="Links that go somewhere">
        <ButtonLink href="#buttons" variant="primary" icon="plus">New handover</ButtonLink>
        <ButtonLink href="#buttons" iconAfter="arrow-right">Continue</ButtonLink>
        <TextLink href="#buttons">a link in text</TextLink>
        <TextLink href="https://example.com/contract" external>the contract</TextLink>
      </Row>
      <Row label="Icons with a name">
        <IconButton icon="more-horizontal" label="More" />
        <IconButton icon="pencil" label="Edit" variant="secondary" />
        <IconLink icon="settings" label="Settings" href="#buttons" />
        <CopyButton text="HO-123" label="Copy the handover's number" />
        <span className="inline-flex gap-1"><Kbd>g</Kbd><Kbd>i</Kbd></span>
      </Row>
    </>
  );
}

export function Layers({ pane }: { pane: Pane }) {
  return (
    <>
      <Row label="Menu, explanation, dialog, toasts">
        <Menu label="Actions">
          <MenuText>HO-123</MenuText>
          <MenuLink href="#layers" icon="eye" shortcut="o">Open</MenuLink>
          <MenuButton icon="user-plus">Re-assign</MenuButton>
          <MenuLine />
          <MenuButton icon="ban" danger>Withdraw</MenuButton>
        </Menu>
        <Menu label="More actions" icon="more-horizontal" iconOnly variant="ghost" align="end">
          <MenuLink href="#layers" icon="download">Export as CSV</MenuLink>
        </Menu>
        <span className="inline-flex items-center">Complex <Hint label="Why this class">Two integrations and a migration of 40 000 products: 11 points, complex from 8.</Hint></span>
        <DialogButton dialog={`${pane}-dialog`}>Return</DialogButton>
        <ToastDemo />
      </Row>
      <Dialog
        id={`${pane}-dialog`}
        title="Return this handover"
        description="The seller gets one list, grouped by field."
        footer={<><form method="dialog"><Button type="submit" variant="ghost">Cancel</Button></form><Button variant="primary">Return</Button></>}
      >
        <Field id={`${pane}-dialog-needed`} label="What is needed" hint="One sentence the seller can act on.">
          {(control) => <TextArea {...control} name="needed" rows={3} />}
        </Field>
      </Dialog>
    </>
  );
}
