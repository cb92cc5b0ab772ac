// `npm test`: the whole suite on a machine that has Node and npm. Installs the packages, finds or installs a browser,
// builds, runs everything, and closes with how many tests passed and failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, root } from '../server/prepare.mjs';

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
];

function browser() {
  const named = process.env.CHROMIUM;
  if (named && existsSync(named)) return named;
  return browsers.find((path) => existsSync(path)) ?? null;
}

/** Debian packages that tests use: what is missing is installed where that is allowed. */
function installMissing() {
  const missing = [
    ...(browser() === null ? ['chromium'] : []),
    ...(existsSync('/usr/bin/socat') ? [] : ['socat']),
  ];
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (missing.length === 0 || !mayInstall) return;
  console.log(`Installing the Debian packages ${missing.join(', ')} for the tests …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
}

await prepare();
installMissing();
const chromium = browser();
if (chromium === null) {
  console.error(
    'The browser tests need Chromium: install the package "chromium" (Debian: apt-get install chromium), or set CHROMIUM to a browser.',
  );
  process.exit(2);
}
if (!existsSync('/usr/bin/socat'))
  console.warn(
    'Without the package "socat" (Debian: apt-get install socat) the tests on serial lines are skipped.',
  );
const folder = mkdtempSync(join(tmpdir(), 'denluot-test-'));
const report = join(folder, 'results.json');
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM: chromium } },
);
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
}
rmSync(folder, { recursive: true, force: true });
process.exit(status ?? 1);
