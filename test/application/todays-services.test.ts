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
