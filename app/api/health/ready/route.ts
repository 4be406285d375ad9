import { databaseProblem } from "@/lib/platform/health";

export const dynamic = "force-dynamic";

/** Requests can be served: the database answers within two seconds and holds every migration of this release; else 503. */
export async function GET(): Promise<Response> {
  const problem = await databaseProblem();
  return Response.json(problem ? { status: "unready", problem } : { status: "ok" }, { status: problem ? 503 : 200 });
}
