// Work profiles and help of today, and what an officer may serve, hold for every screen: kiosk, hall, estimates.
import { beforeEach, expect, it } from 'vitest';
import { centre } from '../support/domain-centre.ts';
import { clock } from '../support/domain-clock.ts';
import { by } from '../support/given.ts';
import { manualClock } from '../support/manual-clock.ts';
import { kiosk, openFloor } from '../support/memory-floor.ts';

const supervisor = by.supervisor;
let hall: ReturnType<typeof openFloor>;
const time = manualClock(clock('09:00'));
beforeEach(() => {
  time.set(clock('09:00'));
  hall = openFloor(time, undefined, { setup: centre(), alwaysOpen: true });
  hall.act({ type: 'open-counter', counterId: 'c01' });
});
const take = () => hall.act({ type: 'issue-ticket', serviceId: 'dat-dai' }, kiosk);
const landCounters = () =>
  hall.floor.view<'kiosk'>({ view: 'kiosk' })?.services.find(({ id }) => id === ('dat-dai' as never))
    ?.openCounters;
const shownDownstairs = () =>
  hall.floor
    .view<'hall'>({ view: 'hall', zoneId: 'tang-1' as never })
    ?.waiting.map(({ serviceId }) => serviceId);

it('the kiosk and the hall count what is lent and what today’s profile says', () => {
  take();
  expect([landCounters(), shownDownstairs()]).toEqual([0, []]);
  hall.act({ type: 'set-work-profile', counterId: 'c01', profileId: 'moi-truong' }, supervisor);
  expect([landCounters(), shownDownstairs()]).toEqual([1, ['dat-dai']]);
  hall.act({ type: 'set-work-profile', counterId: 'c01', profileId: null }, supervisor);
  expect([landCounters(), shownDownstairs()]).toEqual([0, []]);
  const lend = { type: 'lend-counter', counterId: 'c01', serviceId: 'dat-dai', whileWaitOverMinutes: null };
  hall.act({ ...lend, until: clock('09:30') }, supervisor);
  expect([landCounters(), shownDownstairs()]).toEqual([1, ['dat-dai']]);
  time.set(clock('09:30'));
  expect([landCounters(), shownDownstairs()]).toEqual([0, []]);
});

it('the estimate is of the counters that serve it today', () => {
  const lend = { type: 'lend-counter', counterId: 'c01', serviceId: 'dat-dai', whileWaitOverMinutes: null };
  hall.act({ ...lend, until: null }, supervisor);
  for (let people = 0; people < 6; people += 1) {
    take();
    hall.act({ type: 'call-next', counterId: 'c01' });
    hall.act({ type: 'start-service', counterId: 'c01' });
    time.pass(300_000);
    hall.act({ type: 'finish-service', counterId: 'c01' });
  }
  const taken = take();
  if (!taken.ok) throw new Error('no number was given');
  const estimate = () => hall.floor.estimateFor(String(taken.result.ticketId));
  expect(estimate()).not.toBeNull();
  hall.act({ type: 'end-lending', counterId: 'c01', serviceId: 'dat-dai' }, supervisor);
  expect(estimate()).toBeNull();
});
