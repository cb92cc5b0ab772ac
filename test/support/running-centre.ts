// A whole centre on a free port with a data folder of its own, and people's acts in their own words: take a ticket, open
// a counter, call, finish, rate. Everything is closed and removed at the end.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, startApp } from '../../server/app.ts';
import { type Clock, systemClock } from '../../server/application/clock.ts';
import type { Estimating } from '../../server/estimating/open-estimates.ts';
import { type CentreClient, centreClient } from '../../server/simulation/centre-client.ts';

export type RunningCentre = {
  readonly app: App;
  readonly url: string;
  readonly dataDir: string;
  /** Anybody on this machine: in a demonstration a kiosk, display or tablet. */
  readonly hall: CentreClient;
  officer(username: string): Promise<CentreClient>;
  stop(): Promise<void>;
};

export async function startCentre(
  options: { sample?: string; clock?: Clock; demo?: boolean; dataDir?: string; estimating?: Estimating } = {},
): Promise<RunningCentre> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'denluot-centre-'));
  const app = await startApp({
    dataDir,
    host: '127.0.0.1',
    port: 0,
    sample: options.sample ?? 'soc-trang',
    demo: options.demo ?? true,
    lively: false,
    estimating: options.estimating ?? 'off',
    clock: options.clock ?? systemClock,
    log: () => {},
  });
  const hall = centreClient(app.url);
  return {
    app,
    url: app.url,
    dataDir,
    hall,
    async officer(username) {
      const client = await hall.signedIn(username, 'denluot');
      if (client === null) throw new Error(`${username} could not sign in`);
      return client;
    },
    async stop() {
      await app.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
