// The real server as a process of its own, to be killed at any moment.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
export type ServerProcess = { readonly url: string; readonly child: ChildProcess; kill(): Promise<void> };

/** Starts it on a free port over a data folder; settles when it says where it listens. */
export function startServer(dataDir: string, extra: readonly string[] = []): Promise<ServerProcess> {
  const child = spawn(
    process.execPath,
    [main, '--data', dataDir, '--demo', '--quiet-demo', '--sample', 'commune', '--port', '0', ...extra],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (bytes: Buffer) => {
      said += bytes.toString();
      const url = /open (http:\/\/\S+)\//.exec(said)?.[1];
      if (url !== undefined) resolve({ url, child, kill: () => kill(child) });
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
