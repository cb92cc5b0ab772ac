// Makes a fresh clone ready to run: installs the packages of the lock file and builds what is not built yet. Plain
// JavaScript, because it runs before anything is installed or compiled. Used by every command of package.json.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const sources = [
  'server',
  'hardware',
  'protocol',
  'kiosk-ui',
  'display-ui',
  'counter-ui',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

/** Runs a program in the project's folder with its output shown; ends this process with a sentence where it fails. */
export function run(program, args, what) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) return;
  console.error(`${what} failed${error ? `: ${error.message}` : ''}.`);
  process.exit(status ?? 1);
}

/** Runs a script of an installed package with this very Node. */
export function runPackage(script, args, what) {
  run(process.execPath, [join('node_modules', script), ...args], what);
}

function stampOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Installs the packages named by the lock file, unless exactly these are there. */
export function install() {
  const stampFile = join(root, 'node_modules', '.denluot-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(process.version)
    .digest('hex');
  if (stampOf(stampFile) === wanted) return;
  console.log('Installing packages …');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], 'Installing packages');
  writeFileSync(stampFile, wanted);
}

function* filesUnder(path) {
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

function sourceStamp() {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    for (const file of filesUnder(path)) hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Compiles the server and builds the pages, unless the last build was of these very sources. */
export function build({ always = false } = {}) {
  const stampFile = join(root, 'dist', '.built-from');
  const wanted = sourceStamp();
  if (!always && stampOf(stampFile) === wanted) return;
  console.log('Building …');
  runPackage('typescript/bin/tsc', ['-p', 'server/tsconfig.json'], 'Compiling the server');
  runPackage('vite/bin/vite.js', ['build', '--logLevel', 'warn'], 'Building the pages');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile, wanted);
}

export async function prepare() {
  install();
  build();
}
