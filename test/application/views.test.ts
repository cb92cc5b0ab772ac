// What screens are shown, on the floor of the province's sample with its two zones: each view from real commands.
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { setupSchema } from '../../protocol/setup-schema.ts';
import type { Subscription, ViewBodies, ViewName } from '../../protocol/socket-names.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { morning, openFloor } from '../support/memory-floor.ts';

const province = setupSchema.parse(
  JSON.parse(readFileSync(new URL('../../server/setup/samples/soc-trang.json', import.meta.url), 'utf8')),
);
let clock: ManualClock;
let hall: ReturnType<typeof openFloor>;
beforeEach(() => {
  clock = manualClock(morning);
  hall = openFloor(clock, undefined, { setup: province, alwaysOpen: true });
});
const view = <V extends ViewName>(subscription: Extract<Subscription, { view: V }>): ViewBodies[V] => {
  const body = hall.floor.view<V>(subscription);
  if (body === null) throw new Error('there is no such view');
  return body;
};
const officer = (number: string) => ({ kind: 'staff', id: `canbo${number}`, mayActAnywhere: false }) as never;
const at = (number: string, type: string, more: object = {}) =>
  hall.act({ type, counterId: `c${number}`, ...more }, officer(number));
/** A ticket of a service that this counter alone, or with its like, serves. */
const take = (serviceId: string, more: object = {}) => {
  const taken = hall.take({ serviceId, ...more });
  if (!taken.ok) throw new Error('no number was given');
  return { id: String(taken.result.ticketId), number: String(taken.result.number) };
};
const callAt = (number: string, serviceId: string) => {
  if (!hall.floor.state.counters.has(`c${number}` as never)) at(number, 'open-counter');
  const ticket = take(serviceId);
  at(number, 'call-ticket', { ticketId: ticket.id });
  return ticket;
};

describe('the hall board', () => {
  it('shows the newest calls first, of its zone only, and the centre’s newest call number', () => {
    const upstairs = callAt('13', 'gtvt-gplx');
    const downstairs = callAt('01', 'tttt-nop');
    const numbers = (zoneId?: string) =>
      view<'hall'>({ view: 'hall', ...(zoneId === undefined ? {} : { zoneId: zoneId as never }) }).calls.map(
        (call) => call.number,
      );
    expect(numbers()).toEqual([downstairs.number, upstairs.number]);
    expect(numbers('khu-b')).toEqual([upstairs.number]);
    expect(view<'hall'>({ view: 'hall', zoneId: 'khu-b' as never }).callSeq).toBe(2);
    expect(hall.floor.view<'hall'>({ view: 'hall', zoneId: 'attic' as never })).toBeNull();
  });
  it('gives every call that is still to be announced to whoever was away, and twenty of those that are over', () => {
    for (let each = 0; each < 23; each += 1) {
      callAt('01', 'tttt-nop');
      at('01', 'mark-no-show');
    }
    const seen = () => {
      const { calls, callSeq } = view<'hall'>({ view: 'hall' });
      return [calls.length, calls[0]?.callSeq, callSeq];
    };
    expect(seen()).toEqual([23, 23, 23]);
    clock.pass(60_000);
    expect(seen()).toEqual([23, 23, 23]);
    clock.pass(1);
    expect(seen()).toEqual([20, 23, 23]);
  });
  it('gives who has been here all along what it was not shown, however much that is, and twenty calls', () => {
    for (let each = 0; each < 45; each += 1) {
      callAt('01', 'tttt-nop');
      at('01', 'mark-no-show');
    }
    const given = (heardSeq: number | null) =>
      hall.floor.view<'hall'>({ view: 'hall' }, heardSeq)?.calls.map(({ callSeq }) => callSeq);
    const downTo = (last: number) => Array.from({ length: 45 - last + 1 }, (_, index) => 45 - index);
    expect(given(44)).toEqual(downTo(26));
    expect(given(5)).toEqual(downTo(6));
    expect(given(null)).toEqual(downTo(1));
  });
  it('shows missed numbers for half an hour, the newest first', () => {
    const missed = () => view<'hall'>({ view: 'hall' }).missed.map(({ number }) => number);
    const first = callAt('01', 'tttt-nop');
    at('01', 'mark-no-show');
    clock.pass(60_000);
    const second = callAt('01', 'tttt-nop');
    at('01', 'mark-no-show');
    expect(missed()).toEqual([second.number, first.number]);
    clock.pass(29 * 60_000 + 1);
    expect(missed()).toEqual([second.number]);
  });
  it('counts who waits for what its zone serves', () => {
    take('gtvt-gplx');
    take('tttt-nop');
    take('tttt-nop');
    const waiting = (zoneId: string) =>
      view<'hall'>({ view: 'hall', zoneId: zoneId as never }).waiting.map((each) => [
        each.serviceId,
        each.prefix,
        each.waiting,
      ]);
    expect(waiting('khu-a')).toEqual([['tttt-nop', 'A', 2]]);
    expect(waiting('khu-b')).toEqual([['gtvt-gplx', 'D', 1]]);
  });
  it('says what every counter does', () => {
    const { number } = callAt('01', 'tttt-nop');
    at('24', 'open-counter');
    at('24', 'pause-counter', { reason: province.pauseReasons[0]?.id });
    const { nowServing } = view<'hall'>({ view: 'hall' });
    const of = (counter: string) => nowServing.find(({ counterNumber }) => counterNumber === counter);
    expect(of('1')).toMatchObject({ status: 'open', number, ticketStatus: 'called', pauseReason: null });
    expect(of('24')).toMatchObject({
      status: 'paused',
      number: null,
      pauseReason: province.pauseReasons[0]?.name,
    });
    expect(of('2')).toMatchObject({ status: 'closed', number: null });
  });
});

describe('the kiosk', () => {
  it('says how many wait and how many counters are open for each service', () => {
    at('16', 'open-counter');
    at('17', 'open-counter');
    take('bhxh-mot');
    const { services } = view<'kiosk'>({ view: 'kiosk' });
    expect(services.find(({ id }) => id === 'bhxh-mot')).toMatchObject({
      ...{ waiting: 1, openCounters: 2, closedBecause: null },
    });
    expect(services.find(({ id }) => id === 'tttt-nop')).toMatchObject({ waiting: 0, openCounters: 0 });
    expect(services.every(({ id }) => province.services.find((each) => each.id === id)?.offeredAtKiosk)).toBe(
      true,
    );
  });
  it('says why no number is given outside the sessions', () => {
    hall = openFloor(clock, undefined, { setup: province });
    clock.set(Date.parse('2026-11-20T11:00:00Z'));
    const { intake, services } = view<'kiosk'>({ view: 'kiosk' });
    expect(intake.open).toBe(false);
    expect(new Set(services.map(({ closedBecause }) => closedBecause))).toEqual(new Set(['intake-closed']));
  });
});

describe('the counter', () => {
  it('lists who waits in the order of "next", at most a hundred, and counts all', () => {
    at('01', 'open-counter');
    const numbers = Array.from({ length: 105 }, () => take('tttt-nop').number);
    const { waiting, waitingTotal } = view<'counter'>({ view: 'counter', counterId: 'c01' as never });
    expect(waiting.map(({ number }) => number)).toEqual(numbers.slice(0, 100));
    expect(waitingTotal).toBe(105);
    at('01', 'call-next');
    expect(view<'counter'>({ view: 'counter', counterId: 'c01' as never }).ticket?.number).toBe(numbers[0]);
  });
  it('says since when its officer is there, what a priority class is called, and how long a service usually takes', () => {
    at('01', 'open-counter');
    const counter = () => view<'counter'>({ view: 'counter', counterId: 'c01' as never });
    expect(counter().operator).toMatchObject({ id: 'canbo01', since: clock.now() });
    for (const minutes of [9, 1, 3, 7, 5]) {
      take('tttt-nop');
      at('01', 'call-next');
      at('01', 'start-service');
      expect(counter().ticket?.usualSeconds).toBeNull();
      clock.pass(minutes * 60_000);
      at('01', 'finish-service');
    }
    take('tttt-nop', { priorityClass: 'elderly' });
    const name = province.priorityClasses.find(({ id }) => id === 'elderly')?.name;
    expect(counter().waiting[0]?.priorityName).toEqual(name);
    at('01', 'call-next');
    expect(counter().ticket).toMatchObject({ usualSeconds: 300, priorityName: name });
  });
  it('may call somebody who was absent where nobody else waits', () => {
    callAt('01', 'tttt-nop');
    at('01', 'mark-no-show');
    const { actions, missed } = view<'counter'>({ view: 'counter', counterId: 'c01' as never });
    expect(actions).toContain('call');
    at('01', 'call-ticket', { ticketId: missed[0]?.id });
    expect(view<'counter'>({ view: 'counter', counterId: 'c01' as never }).ticket?.number).toBe(
      missed[0]?.number,
    );
  });
  it('keeps parked tickets apart, with why and since when', () => {
    const { number } = callAt('01', 'tttt-nop');
    at('01', 'park-ticket', { reason: 'thiếu giấy tờ' });
    const { parked, ticket, waitingTotal } = view<'counter'>({ view: 'counter', counterId: 'c01' as never });
    expect(parked).toMatchObject([{ number, reason: 'thiếu giấy tờ', parkedAt: morning }]);
    expect([ticket, waitingTotal]).toEqual([null, 0]);
  });
  it('offers open counters only as goals of a transfer', () => {
    at('01', 'open-counter');
    at('13', 'open-counter');
    const { transferTargets } = view<'counter'>({ view: 'counter', counterId: 'c01' as never });
    expect(transferTargets.counters.map(({ id }) => id)).toEqual(['c13']);
  });
});

describe('the tablet', () => {
  it('is open for thirty seconds after the service, a minute longer for who is writing', () => {
    callAt('01', 'tttt-nop');
    at('01', 'start-service');
    at('01', 'finish-service');
    const open = () => view<'rating'>({ view: 'rating', counterId: 'c01' as never }).open;
    expect(open()).toMatchObject({ closesAt: morning + 30_000, writingUntil: morning + 90_000 });
    clock.pass(29_999);
    expect(open()).not.toBeNull();
    clock.pass(1);
    expect(open()).toBeNull();
  });
});

describe('the supervisor', () => {
  it('sees the day’s counts and who is where', () => {
    take('tttt-nop');
    callAt('01', 'tttt-nop');
    at('01', 'start-service');
    at('01', 'finish-service');
    callAt('01', 'tttt-nop');
    at('01', 'mark-no-show');
    const { today, operators, floor } = view<'supervisor'>({ view: 'supervisor' });
    expect(today).toEqual({ issued: 3, waiting: 1, finished: 1, noShow: 1, cancelled: 0, rated: 0 });
    expect(operators).toMatchObject([{ counterId: 'c01', operatorId: 'canbo01' }]);
    expect(floor.queues.find(({ serviceId }) => serviceId === 'tttt-nop')).toMatchObject({ waiting: 1 });
  });
});
