// The worker process: runs the jobs, ends with the process that started it.
import { startWorker } from "@/lib/jobs/worker";
import { runScript } from "./plain-problem";

runScript(async () => {
  const worker = await startWorker();
  process.send?.("ready");
  const parent = process.ppid;
  await new Promise<void>((stop) => {
    for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.on(signal, () => stop());
    setInterval(() => process.ppid !== parent && stop(), 500);
  });
  await worker.stop();
});
