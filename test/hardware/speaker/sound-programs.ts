// The programs that speak and play, real and false: Debian's espeak-ng and aplay where they are installed (without them
// their tests are skipped), and small scripts that hang, crash, spew or flood in their place.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const hasEspeak = existsSync('/usr/bin/espeak-ng');
export const hasAplay = existsSync('/usr/bin/aplay');

/** A folder for one test. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'denluot-speaker-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A program of these lines of shell; `$here` is its folder. */
export function program(lines: string, within = folder()): string {
  const path = join(within, 'program');
  writeFileSync(path, `#!/bin/sh\nhere="$(dirname "$0")"\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** A pipe, at which whoever reads it as a file waits forever. */
export function pipe(path: string): void {
  spawnSync('mkfifo', [path]);
}
