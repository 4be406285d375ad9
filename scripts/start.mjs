// The first script of `npm start`, `npm run dev` and `npm test`: it may run on an older Node and before anything is
// installed, so it uses only Node's own modules. It installs what the lock file says when that is needed, then hands
// over to the script it was given, under the pinned Node.
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const node = join(root, "node_modules/.bin/node");
const [script = "supervise.ts", ...args] = process.argv.slice(2);

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Whether what is installed has the lock file's versions and lacks nothing that package.json names. */
function isInstalled() {
  const installed = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installed) || !existsSync(node)) return false;
  const packages = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const [have, wanted] = [packages(installed), packages(join(root, "package-lock.json"))];
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return (
    Object.entries(have).every(([path, { version }]) => wanted[path]?.version === version) &&
    Object.keys({ ...dependencies, ...devDependencies }).every((name) => have[`node_modules/${name}`])
  );
}

function install() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    stop(`The packages cannot be installed, because you may not write to ${root}: start the portal as the folder's owner.`);
  }
  console.log("Installing the packages of the lock file. This takes a minute or two, once.");
  const npm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const run = (words, stdio) => spawnSync(npm[0], [...npm.slice(1), ...words, "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, stdio });
  // A lock file written where the binaries of other platforms could not be seen is refused by `ci`, not by `install`.
  const isDone = run(["ci"], "ignore").status === 0 || run(["install", "--no-save"], ["ignore", "inherit", "inherit"]).status === 0;
  if (!isDone) stop("The packages could not be installed; npm's message is above. Check the connection to the package registry and start again.");
  if (!isInstalled()) stop("The packages were installed, but not as the lock file says: delete node_modules and start again.");
}

if (!isInstalled()) install();

const child = spawn(node, ["--import", "tsx", join(root, "scripts", script), ...args], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, TSX_TSCONFIG_PATH: join(root, "tsconfig.scripts.json"), NEXT_TELEMETRY_DISABLED: "1" },
});
// Ctrl-C reaches the child by itself, because it is in the same group; a signal sent to this process alone is passed on.
process.on("SIGINT", () => undefined);
process.on("SIGHUP", () => child.kill("SIGTERM"));
process.on("SIGTERM", () => child.kill("SIGTERM"));
// npm and its shell may be killed without a word to us; then nobody would ever stop the portal.
if (process.env.npm_lifecycle_event) {
  const grandparent = () => {
    try {
      return readFileSync(`/proc/${process.ppid}/stat`, "utf8").replace(/^.*\) \S /, "").split(" ")[0];
    } catch {
      return "";
    }
  };
  const above = `${process.ppid} ${grandparent()}`;
  setInterval(() => `${process.ppid} ${grandparent()}` !== above && child.kill("SIGTERM"), 500).unref();
}
child.on("error", (error) => stop(`The pinned Node could not be started (${error.message}): delete node_modules and start again.`));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
