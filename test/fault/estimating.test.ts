// The estimator's thread in the real server: numbers carry estimates once a few people have been served, also after a restart,
// because it learns from the journal; and nothing of it holds up the floor.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type CentreClient, centreClient } from '../../server/simulation/centre-client.ts';
import { startServer } from '../support/server-process.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const estimateNow = async (client: CentreClient) => {
  const taken = await client.command<{ estimate: { medianSeconds: number } | null }>('/api/v1/tickets', {
    serviceId: 'chung-thuc',
  });
  if (!taken.ok) throw new Error(taken.code);
  return taken.body.estimate;
};

test('a number says how long it will take once that is known, and after a restart too', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'denluot-estimating-'));
  folders.push(dataDir);
  const first = await startServer(dataDir);
  const hall = centreClient(first.url);
  const officer = await hall.signedIn('canbo01', 'denluot');
  const act = (action: string, body: object = {}) => officer?.command(`/api/v1/counters/c01/${action}`, body);
  expect(await estimateNow(hall)).toBeNull();
  await act('open');
  for (let each = 0; each < 6; each += 1) {
    await hall.command('/api/v1/tickets', { serviceId: 'chung-thuc' });
    await act('call-next');
    await act('start');
    await act('finish');
  }
  await expect
    .poll(() => estimateNow(hall), { interval: 300 })
    .toMatchObject({ medianSeconds: expect.any(Number) });
  await first.kill();
  const second = await startServer(dataDir);
  await expect
    .poll(() => estimateNow(centreClient(second.url)), { interval: 300 })
    .toMatchObject({ medianSeconds: expect.any(Number) });
  await second.kill();
});
