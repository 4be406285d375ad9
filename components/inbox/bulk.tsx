import { BulkBar } from "@/components/ui/data-table";
import { Button } from "@/components/ui/button";
import type { InboxView } from "@/lib/inbox/format";

/** What can be done to the selected rows of a view. There is no accept: it is a promise, given one by one (P1.7). */
export function InboxBulk({ view, isManager }: { view: InboxView; isManager: boolean }) {
  return (
    <BulkBar>
      {view === "to-review" && <Button size="sm" icon="clock" data-act="snooze" data-command="">Snooze</Button>}
      {view === "snoozed" && <Button size="sm" icon="bell" data-act="wake" data-command="">Bring back</Button>}
      {view === "waiting" && <Button size="sm" icon="bell" data-act="remind" data-command="">Remind</Button>}
      {isManager && view !== "done" && <Button size="sm" icon="user-plus" data-act="assign" data-command="">Assign</Button>}
      <Button size="sm" icon="download" type="submit">Export</Button>
    </BulkBar>
  );
}
