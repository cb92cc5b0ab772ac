// A serial line without a machine behind it: a pseudo terminal made by socat, whose other end is this process. It can be
// unplugged and plugged in again under the same name.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OtherEnd } from '../contract/transport-contract.ts';
import { soon } from './driver-bench.ts';

/** `npm test` installs the Debian package socat when it may; without it there is no pseudo terminal to test on. */
export const hasPty = existsSync('/usr/bin/socat');

export async function ptyDevice(): Promise<OtherEnd & { readonly path: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'denluot-pty-'));
  const path = join(folder, 'tty');
  const arrived: Buffer[] = [];
  let line: ChildProcess | null = null;
  let isReading = true;
  let replugged: Promise<void> = Promise.resolve();

  const plugIn = async () => {
    const socat = spawn('/usr/bin/socat', [`PTY,raw,echo=0,link=${path}`, 'STDIO'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    line = socat;
    socat.stdin.on('error', () => {});
    socat.stdout.on('data', (bytes: Buffer) => void arrived.push(bytes));
    if (!isReading) socat.stdout.pause();
    await soon(() => {
      if (!existsSync(path)) throw new Error('the line is not there yet');
    });
  };
  const unplug = () =>
    new Promise<void>((resolve) => {
      if (line === null || line.exitCode !== null) return resolve();
      line.once('exit', () => resolve());
      line.kill('SIGTERM');
    });
  await plugIn();
  return {
    path,
    received: () => Buffer.concat(arrived),
    send: (bytes) => void line?.stdin?.write(bytes),
    breakLink() {
      replugged = unplug().then(plugIn);
    },
    leave: unplug,
    comeBack: plugIn,
    stopReading() {
      isReading = false;
      line?.stdout?.pause();
    },
    async close() {
      await replugged;
      await unplug();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
