import { cx } from "@/components/ui/cx";
import { PageHeader } from "@/components/ui/page-header";
import { Card } from "@/components/ui/section";
import type { AskedRequest, AskedRow } from "@/lib/involvement/queries/asked";
import type { AskedApproval, OptionsToEstimate } from "@/lib/options/queries/asked";
import type { AskedTrial } from "@/lib/trials/queries/asked";
import { AskedApprovalDetail } from "@/components/options/asked-approval";
import { AskedKeys } from "./asked-keys";
import { AskedList, NothingAsked } from "./asked-list";
import { AskedRequestDetail } from "./asked-request";
import { AskedTrialDetail } from "./asked-trial";

type AskedScreenProps = {
  rows: readonly AskedRow[]; openId: string | null; request: AskedRequest | null; options: OptionsToEstimate | null; trial: AskedTrial | null; approval: AskedApproval | null;
  entryId: string; now: Date; zone: string; singleKeys: boolean;
  /** Which of the two stands alone where there is room for one. */
  stands: "list" | "item";
};

/** Only what is theirs: the list, and beside it what is open. One key decides it. */
export function AskedScreen({ rows, openId, request, options, trial, approval, entryId, now, zone, singleKeys, stands }: AskedScreenProps) {
  return (
    <>
      <PageHeader title="Asked of me" crumbs={stands === "item" ? [{ href: "/asked", label: "All that is asked of me" }] : undefined} />
      {rows.length === 0 ? <NothingAsked /> : (
        <div className={cx("grid gap-x-8 gap-y-6", openId && "lg:grid-cols-[minmax(18rem,5fr)_minmax(0,8fr)]")}>
          <div className={cx("min-w-0", stands === "item" && "max-lg:hidden")}><AskedList rows={rows} openId={openId} now={now} /></div>
          {(request ?? trial ?? approval) && (
            <div className={cx("min-w-0", stands === "list" && "max-lg:hidden")}>
              <Card>
                {request && <AskedRequestDetail key={request.id} request={request} options={options} entryId={entryId} now={now} zone={zone} />}
                {trial && <AskedTrialDetail key={trial.id} trial={trial} entryId={entryId} now={now} />}
                {approval && <AskedApprovalDetail key={approval.id} approval={approval} now={now} />}
              </Card>
            </div>
          )}
        </div>
      )}
      <AskedKeys on={singleKeys} />
    </>
  );
}
