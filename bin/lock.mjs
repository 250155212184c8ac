// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * npm run lock, after every change of dependencies: completes package-lock.json. npm leaves out a
 * platform's optional package where the registry at hand does not serve it, and `npm ci` then
 * refuses the whole file. Each is written down with the version its parent asks for, and with the
 * platform that its name tells, so that no other ever fetches it.
 */
const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
];
/** @type {Record<string, string>} */
const libraries = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

let added = 0;
for (const [where, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const here = `node_modules/${name}`;
    if (lock.packages[here] || lock.packages[`${where}/${here}`]) continue;
    const words = name.replace('eabi', '-eabi').split(/[-/]/);
    const os = systems.filter((system) => words.includes(system));
    const cpu = processors.filter((processor) => words.includes(processor)).slice(0, 1);
    const libc = words.map((word) => libraries[word]).filter(Boolean);
    if (os.length !== 1 || cpu.length !== 1) throw new Error(`${name}: for which platform is it?`);
    lock.packages[here] = {
      version,
      cpu,
      ...(entry.dev && { dev: true }),
      ...(libc.length > 0 && { libc }),
      optional: true,
      os,
    };
    added += 1;
  }
}

// The project itself stands under the empty name, which sorts first.
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} platform packages added.`);
