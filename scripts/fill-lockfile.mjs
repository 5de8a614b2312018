// A registry that lacks other platforms' binaries leaves holes in package-lock.json, and `npm ci`
// then refuses it everywhere. This writes the missing entries: name, version, platform, no checksum.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT_FOLDER } from './runtime.mjs';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'windows'];
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64', '64'];
const npmName = { windows: 'win32', 64: 'x64' };

/** The platform that a package of binaries is for, read off its name as all of them write it. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const known = (list) => words.find((word) => list.includes(word));
  const system = known(systems);
  const processor = known(processors);
  if (!system || !processor) throw new Error(`cannot tell which platform ${name} is for`);
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : undefined;
  return { cpu: [npmName[processor] ?? processor], ...(libc && { libc }), os: [npmName[system] ?? system] };
}

/** Every optional dependency that the lockfile names without an entry of its own, with one to add. */
export function missingEntries(lockfile) {
  const missing = {};
  for (const entry of Object.values(lockfile.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`;
      if (Object.keys(lockfile.packages).some((known) => known.endsWith(path))) continue;
      const { cpu, libc, os } = platformOf(name);
      missing[path] = {
        version,
        cpu,
        ...(entry.dev && { dev: true }),
        ...(libc && { libc }),
        optional: true,
        os,
      };
    }
  }
  return missing;
}

if (process.argv[1] === import.meta.filename) {
  const path = join(ROOT_FOLDER, 'package-lock.json');
  const lockfile = JSON.parse(readFileSync(path, 'utf8'));
  const missing = missingEntries(lockfile);
  const packages = Object.entries({ ...lockfile.packages, ...missing });
  lockfile.packages = Object.fromEntries(packages.sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify(lockfile, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} entries added`);
}
