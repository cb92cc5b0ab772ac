// An alarm that time alone makes reaches a supervisor who is only looking: within five seconds of the clock, with nobody
// pressing anything.
import { rmSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CommandId } from '../../protocol/ids.ts';
import type { SupervisorView } from '../../protocol/views/supervisor-view.ts';
import { manualClock } from '../support/manual-clock.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
import { centreFolder, liveScreen, signedIn } from './asking.ts';

const minuteMs = 60_000;
const clock = manualClock(Date.parse('2026-11-20T02:00:00Z'));
let dataDir = '';
let centre: RunningCentre;
beforeAll(async () => {
  dataDir = await centreFolder((setup) => ({ ...setup, devices: {} as never }));
  centre = await startCentre({ dataDir, clock });
});
afterAll(async () => {
  await centre.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

let ids = 0;
function act(command: object): void {
  ids += 1;
  const officer = { kind: 'staff', id: 'canbo01', mayActAnywhere: true } as never;
  const done = centre.app.floor.execute(`act-${ids}` as CommandId, command as never, officer);
  if (!done.ok) throw new Error('refusal' in done ? done.refusal.code : 'reused');
}

test.each([
  ['not-coming', 4 * minuteMs, [{ type: 'call-next', counterId: 'c01' }]],
  [
    'long-service',
    40 * minuteMs,
    [
      { type: 'call-next', counterId: 'c01' },
      { type: 'start-service', counterId: 'c01' },
    ],
  ],
  ['over-promise', 30 * minuteMs, []],
  [
    'paused-too-long',
    10 * minuteMs,
    [{ type: 'pause-counter', counterId: 'c01', reason: '', forMinutes: 10 }],
  ],
])('%s', async (code, afterMs, commands) => {
  const reason = centre.app.floor.rules.setup.pauseReasons[0]?.id;
  act({ type: 'open-counter', counterId: 'c01' });
  act({ type: 'issue-ticket', serviceId: 'tttt-nop' });
  for (const command of commands) act('reason' in command ? { ...command, reason } : command);
  const { seq } = centre.app.floor.state;
  const screen = await liveScreen(centre.url, (await signedIn(centre.url, 'giamsat')).cookie);
  expect(await screen.subscribe({ view: 'supervisor' })).toBe('ok');
  const seen = () =>
    screen.shown.some(({ body }) => (body as SupervisorView).floorAlarms.some((each) => each.code === code));
  clock.pass(afterMs - 1_000);
  await turn();
  expect(seen()).toBe(false);
  clock.pass(999);
  for (let second = 0; second < 5; second += 1) {
    clock.pass(1_000);
    await turn();
    await turn();
  }
  await expect.poll(seen).toBe(true);
  const firstShown = screen.shown.find(({ body }) =>
    (body as SupervisorView).floorAlarms.some((each) => each.code === code),
  );
  expect(firstShown?.sentAt).toBeLessThanOrEqual(clock.now());
  expect(centre.app.floor.state.seq, 'nobody has pressed anything').toBe(seq);
  if (code === 'not-coming') act({ type: 'finish-service', counterId: 'c01' });
  if (code === 'long-service') act({ type: 'finish-service', counterId: 'c01' });
  if (code === 'over-promise') {
    act({ type: 'call-next', counterId: 'c01' });
    act({ type: 'finish-service', counterId: 'c01' });
  }
  act({ type: 'close-counter', counterId: 'c01' });
});

test('a parked ticket comes back on its screen by itself as well', async () => {
  act({ type: 'open-counter', counterId: 'c01' });
  act({ type: 'call-next', counterId: 'c01' });
  act({ type: 'park-ticket', counterId: 'c01', reason: 'giấy tờ', forMinutes: 5 });
  const screen = await liveScreen(centre.url, (await signedIn(centre.url, 'canbo01')).cookie);
  expect(await screen.subscribe({ view: 'counter', counterId: 'c01' })).toBe('ok');
  clock.pass(5 * minuteMs);
  for (let second = 0; second < 2; second += 1) {
    clock.pass(1_000);
    await turn();
  }
  await expect
    .poll(() => JSON.stringify(screen.shown.at(-1)?.body))
    .toContain('"reservedForThisCounter":true');
});
