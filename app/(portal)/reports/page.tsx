import { redirect } from "next/navigation";

/** Reports begin with the pipeline. */
export default function ReportsPage() {
  redirect("/reports/pipeline");
}
