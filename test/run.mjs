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

/** Other people's programs that tests use as partners; without one its tests are skipped. */
const partners = [
  { name: 'socat', file: '/usr/bin/socat' },
  { name: 'mbpoll', file: '/usr/bin/mbpoll' },
  { name: 'python3-pymodbus', file: '/usr/lib/python3/dist-packages/pymodbus' },
  { name: 'python3-serial-asyncio', file: '/usr/lib/python3/dist-packages/serial_asyncio' },
  { name: 'zbar-tools', file: '/usr/bin/zbarimg' },
  { name: 'umockdev', file: '/usr/bin/umockdev-wrapper' },
  { name: 'gir1.2-umockdev-1.0', file: '/usr/share/doc/gir1.2-umockdev-1.0' },
  { name: 'espeak-ng', file: '/usr/bin/espeak-ng' },
  { name: 'alsa-utils', file: '/usr/bin/aplay' },
  { name: 'python3-gi', file: '/usr/lib/python3/dist-packages/gi' },
];

function browser() {
  const named = process.env.CHROMIUM;
  if (named && existsSync(named)) return named;
  return browsers.find((path) => existsSync(path)) ?? null;
}

/** Debian packages that tests use: what is missing is installed where that is allowed, each for itself. */
function installMissing() {
  const missing = [
    ...(browser() === null ? ['chromium'] : []),
    ...partners.filter(({ file }) => !existsSync(file)).map(({ name }) => name),
  ];
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (missing.length === 0 || !mayInstall) return;
  console.log(`Installing the Debian packages ${missing.join(', ')} for the tests …`);
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update', '-qq');
  for (const name of missing) apt('install', '-y', '-qq', '--no-install-recommends', name);
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
const absent = partners.filter(({ file }) => !existsSync(file)).map(({ name }) => name);
if (absent.length > 0)
  console.warn(
    `Some tests are skipped without the Debian packages ${absent.join(', ')} (apt-get install …).`,
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
