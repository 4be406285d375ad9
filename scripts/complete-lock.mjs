// `npm run lock:complete`, after the lock file was written on a machine whose registry lacks the binaries of other
// platforms: names those binaries in the lock file, without which `npm ci` calls it out of step with package.json.
// They have no digest there; npm fetches them by their exact version on the platforms that want them, and on no other.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const file = join(import.meta.dirname, "../package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));

const OS = { darwin: "darwin", macos: "darwin", linux: "linux", linuxmusl: "linux", win32: "win32", windows: "win32", android: "android", freebsd: "freebsd", netbsd: "netbsd", openbsd: "openbsd", openharmony: "openharmony", sunos: "sunos", aix: "aix" };
const CPU = ["arm64", "x64", "ia32", "arm", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "wasm32"];

/** Where the binary runs, as its name says; what runs nowhere special (wasm) is kept off this platform by its cpu. */
function platform(name) {
  const words = name.replace(/^.*\//, "").split(/[-.]/);
  const os = words.map((word) => OS[word]).find(Boolean);
  const cpu = words.map((word) => (word === "aarch64" ? "arm64" : word === "x86_64" ? "x64" : word === "win32" ? "" : CPU.find((one) => word === one || word.startsWith(`${one}-`)))).find(Boolean);
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }) };
}

let added = 0;
for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    const path = `node_modules/${name}`;
    if (lock.packages[path]) continue;
    const version = /\d+\.\d+\.\d+[-+.\w]*/.exec(range)?.[0];
    const where = platform(name);
    if (!version || !(where.os || where.cpu)) {
      console.warn(`Left out: ${name}@${range}.`);
      continue;
    }
    lock.packages[path] = { version, ...(where.cpu && { cpu: where.cpu }), ...(dev && { dev: true }), optional: true, ...(where.os && { os: where.os }) };
    added += 1;
  }
}
const order = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(order);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`Added ${String(added)} binaries of other platforms.`);
