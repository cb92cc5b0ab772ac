// The fold: what each fact makes of the floor, that replaying gives the same floor, and that a journal which cannot be
// true is not believed in silence.
import { describe, expect, it } from 'vitest';
import type { CounterId, SeriesId, ServiceId } from '../../protocol/ids.ts';
import { type BranchState, callsKept, initialState } from '../../server/domain/branch-state.ts';
import type { DomainEvent, EventType } from '../../server/domain/events.ts';
import { newFold, replay } from '../../server/domain/evolve.ts';
import { clock, tuesday } from '../support/domain-clock.ts';
import {
  absent,
  called,
  cancelled,
  closed,
  dayStarted,
  finished,
  firstOf,
  issued,
  opened,
  parked,
  paused,
  rated,
  recalled,
  resumed,
  started,
  takenUpAgain,
  ticketId,
  transferred,
} from '../support/domain-facts.ts';
import { at, floorAfter, row, rowsOf } from '../support/given.ts';

const ticket = (state: BranchState, number: string) => state.tickets.get(ticketId(number));
const counter = (state: BranchState, id: string) => state.counters.get(id as CounterId);

const a001 = [at('08:00'), issued('A001', { priorityClass: 'cao-tuoi', journey: ['ho-tich'] })];
const inHand = [...a001, at('08:10'), opened('c01'), called('A001', 'c01')];
const serving = [...inHand, started('A001', 'c01')];
const core = {
  ...{ id: 'ticket-A001', visitId: 'visit-A001', number: 'A001', seriesId: 'a', serviceId: 'chung-thuc' },
  ...{ departmentId: 'tu-phap', priorityClass: 'cao-tuoi', language: 'vi', journey: ['ho-tich'] },
  ...{ issuedAt: clock('08:00'), joinedAt: clock('08:00'), order: 0 },
  ...{ transferred: false, returns: 0, returned: false, appointmentAt: null, passed: 0, turnsToWait: null },
  ...{ dossierCode: null, estimate: null, note: null, rated: false },
};
const hands = {
  ...{ counterId: 'c01', operatorId: 'canbo01', calledAt: clock('08:11'), callSeq: 1, recalls: 0 },
  reason: { code: 'chosen', params: { number: 'A001' } },
};
const empty = { finishedToday: 0, lastFinished: null, priorityRun: 0, profileId: null, lendings: [] };
/** After the call of A001, who has priority. */
const once = { priorityRun: 1 };
const staffed = {
  ...empty,
  ...{ id: 'c01', status: 'open', operatorId: 'canbo01', openedAt: clock('08:10') },
  ...{ pauseReason: null, pausedAt: null, backAt: null, ticketInHand: null, helpSince: null, lastStep: null },
};
/** A step from the called or served A001 that may be taken back. */
const step = (name: string, time: string, before: object) => ({
  lastStep: { step: name, at: clock(time), before, finishedToday: 0, lastFinished: null },
});
const wasCalled = { ...core, ...hands, status: 'called' };
const wasServing = { ...core, ...hands, status: 'serving', startedAt: clock('08:12') };

describe('tickets', () => {
  it('ticket-issued: waits, and is counted in its series and service', () => {
    const state = floorAfter(...a001, issued('A002', { service: 'ho-tich' }));
    expect(ticket(state, 'A001')).toStrictEqual({ ...core, status: 'waiting', reservedFor: null });
    expect(ticket(state, 'A002')).toMatchObject({ order: 1 });
    expect(state.lastOrdinals.get('a' as SeriesId)).toBe(2);
    expect(state.issuedByService.get('chung-thuc' as ServiceId)).toBe(1);
  });
  it('ticket-cancelled: has left', () => {
    const state = floorAfter(...a001, at('08:05'), cancelled('A001'));
    expect(ticket(state, 'A001')).toStrictEqual({
      ...core,
      status: 'cancelled',
      cancelledAt: clock('08:05'),
    });
  });
  it('ticket-called: is in the hands of the counter and on the boards', () => {
    const state = floorAfter(...inHand);
    expect(ticket(state, 'A001')).toStrictEqual({ ...core, ...hands, status: 'called' });
    expect(counter(state, 'c01')).toStrictEqual({ ...staffed, ...once, ticketInHand: 'ticket-A001' });
    expect(state.callSeq).toBe(1);
    expect(state.calls).toStrictEqual([
      {
        ...{ callSeq: 1, at: clock('08:11'), number: 'A001' },
        ...{ counterId: 'c01', recall: false, priority: true },
      },
    ]);
  });
  it('ticket-recalled: the same call once more, still since its first', () => {
    const state = floorAfter(...inHand, recalled('A001', 'c01'));
    expect(ticket(state, 'A001')).toStrictEqual({
      ...core,
      ...hands,
      callSeq: 2,
      recalls: 1,
      status: 'called',
    });
    expect(state.callSeq).toBe(2);
    expect(state.calls.map(({ callSeq, recall }) => [callSeq, recall])).toEqual([
      [1, false],
      [2, true],
    ]);
  });
  it('service-started: is being served', () => {
    const state = floorAfter(...serving);
    expect(ticket(state, 'A001')).toStrictEqual({
      ...{ ...core, ...hands, status: 'serving', startedAt: clock('08:12') },
    });
  });
  it('service-finished: the visit is over and may be rated at the counter', () => {
    const state = floorAfter(...serving, finished('A001', 'c01'));
    expect(ticket(state, 'A001')).toStrictEqual({
      ...{ ...core, status: 'finished', counterId: 'c01', operatorId: 'canbo01' },
      ...{ startedAt: clock('08:12'), finishedAt: clock('08:13') },
    });
    expect(counter(state, 'c01')).toStrictEqual({
      ...staffed,
      ...once,
      finishedToday: 1,
      lastFinished: 'ticket-A001',
      ...step('finish', '08:13', wasServing),
    });
  });
  it('service-finished without a start: the service counts from the call', () => {
    const state = floorAfter(...inHand, finished('A001', 'c01'));
    expect(ticket(state, 'A001')).toMatchObject({ startedAt: clock('08:11'), finishedAt: clock('08:12') });
  });
  it('service-finished on a journey: one more done, nothing to rate yet, still in hand', () => {
    const state = floorAfter(...serving, finished('A001', 'c01', 'journey'));
    expect(counter(state, 'c01')).toMatchObject({
      ...{ finishedToday: 1, lastFinished: null, ticketInHand: 'ticket-A001' },
    });
    expect(ticket(state, 'A001')).toMatchObject({ status: 'serving' });
  });
  it('service-finished by parking: nothing is done yet', () => {
    const state = floorAfter(...serving, finished('A001', 'c01', 'parked'), parked('A001', 'c01'));
    expect(counter(state, 'c01')).toStrictEqual({
      ...staffed,
      ...once,
      ...step('park', '08:14', wasServing),
    });
  });
  it('ticket-no-show: nobody came', () => {
    const state = floorAfter(...inHand, absent('A001', 'c01'));
    expect(ticket(state, 'A001')).toStrictEqual({
      ...{ ...core, status: 'no-show', counterId: 'c01', missedAt: clock('08:12') },
    });
    expect(counter(state, 'c01')).toStrictEqual({
      ...{ ...staffed, ...once, ...step('no-show', '08:12', wasCalled) },
    });
  });
  it('ticket-parked and ticket-resumed: away, then kept for who takes it up', () => {
    const away = [...inHand, parked('A001', 'c01')];
    expect(ticket(floorAfter(...away), 'A001')).toStrictEqual({
      ...{ ...core, status: 'parked', counterId: 'c01', operatorId: 'canbo01', parkedAt: clock('08:12') },
      ...{ reason: 'bổ sung giấy', backAt: null },
    });
    const back = floorAfter(...away, takenUpAgain('A001', 'c01'));
    expect(ticket(back, 'A001')).toStrictEqual({ ...core, status: 'waiting', reservedFor: 'c01' });
  });
  it('ticket-transferred: waits elsewhere with what it takes along', () => {
    const state = floorAfter(
      ...serving,
      finished('A001', 'c01', 'transfer'),
      transferred('A001', 'c01', {
        ...{ service: 'dat-dai', keptFor: 'c03', joinedAt: clock('08:13'), journey: [], note: 'đủ giấy' },
      }),
    );
    expect(ticket(state, 'A001')).toStrictEqual({
      ...{ ...core, status: 'waiting', serviceId: 'dat-dai', departmentId: 'moi-truong', reservedFor: 'c03' },
      ...{ joinedAt: clock('08:13'), journey: [], note: 'đủ giấy', transferred: true },
    });
    expect(counter(state, 'c01')).toMatchObject({ ticketInHand: null, finishedToday: 1, lastFinished: null });
  });
  it('ticket-called after an absence: in hand again, its place unchanged', () => {
    const state = floorAfter(...inHand, absent('A001', 'c01'), called('A001', 'c01', 2));
    expect(ticket(state, 'A001')).toStrictEqual({
      ...{ ...core, ...hands, status: 'called', callSeq: 2, calledAt: clock('08:13') },
    });
  });
  it('rating-submitted: is rated and stays finished', () => {
    const state = floorAfter(...serving, finished('A001', 'c01'), rated('A001', 'c01'));
    expect(ticket(state, 'A001')).toMatchObject({ status: 'finished', rated: true });
  });
});

describe('counters', () => {
  const seated = [at('08:10'), opened('c01')];
  it('counter-opened: somebody sits there', () => {
    expect(counter(floorAfter(...seated), 'c01')).toStrictEqual(staffed);
  });
  it('counter-paused and counter-resumed: rests and goes on', () => {
    const resting = [...seated, paused('c01', 'hop')];
    expect(counter(floorAfter(...resting), 'c01')).toStrictEqual({
      ...{ ...staffed, status: 'paused', pauseReason: 'hop', pausedAt: clock('08:11') },
    });
    expect(counter(floorAfter(...resting, resumed('c01')), 'c01')).toStrictEqual(staffed);
  });
  it('counter-closed: keeps what the day brought, also for the next officer', () => {
    const shut = [...serving, finished('A001', 'c01'), closed('c01')];
    const kept = { ...empty, finishedToday: 1, lastFinished: 'ticket-A001', ...once };
    expect(counter(floorAfter(...shut), 'c01')).toStrictEqual({ id: 'c01', status: 'closed', ...kept });
    expect(counter(floorAfter(...shut, opened('c01', 'canbo02')), 'c01')).toMatchObject({
      ...{ ...kept, operatorId: 'canbo02', ticketInHand: null },
    });
  });
  it('counter-closed: gives back whom it was keeping, and only those', () => {
    const kept = (number: string, keptFor: string) =>
      transferred(number, 'c01', { service: 'chung-thuc', keptFor, joinedAt: clock('08:00') });
    const state = floorAfter(
      ...[opened('c01'), opened('c02'), opened('c03'), issued('A001'), issued('A002')],
      ...[called('A001', 'c01'), kept('A001', 'c02'), called('A002', 'c01', 2), kept('A002', 'c03')],
      closed('c02'),
    );
    expect(ticket(state, 'A001')).toMatchObject({ status: 'waiting', reservedFor: null });
    expect(ticket(state, 'A002')).toMatchObject({ status: 'waiting', reservedFor: 'c03' });
  });
});

describe('the day', () => {
  it('business-day-started: everything anew but the count of calls', () => {
    const state = floorAfter(
      ...[...serving, finished('A001', 'c01'), at('00:01', tuesday)],
      dayStarted(tuesday, { previousDay: '2026-11-23', lastCallSeq: 1 }),
    );
    const time = clock('00:01', tuesday);
    expect(state).toStrictEqual({
      ...initialState(),
      businessDay: tuesday,
      callSeq: 1,
      seq: 6 + 1,
      at: time,
    });
  });
  it('setup-changed: moves the journal on and nothing else', () => {
    const before = floorAfter(...serving);
    const after = floorAfter(...serving, { type: 'setup-changed', revision: 2, by: 'staff:quantri' });
    expect(after).toEqual({ ...before, seq: before.seq + 1, at: before.at + 60_000 });
  });
  it('keeps the newest calls only', () => {
    const many = Array.from({ length: callsKept + 5 }, (_, index) => recalled('A001', 'c01', index + 2));
    const { calls, callSeq } = floorAfter(...inHand, ...many);
    expect(calls).toHaveLength(callsKept);
    expect(calls.at(-1)?.callSeq).toBe(callsKept + 6);
    expect(calls[0]?.callSeq).toBe(7);
    expect(callSeq).toBe(callsKept + 6);
  });
});

describe('replay', () => {
  const day = rowsOf([
    ...[dayStarted(), issued('A001'), opened('c01'), called('A001', 'c01', 1, firstOf('A001', 2))],
    ...[started('A001', 'c01'), finished('A001', 'c01'), rated('A001', 'c01'), closed('c01')],
  ]);
  it('of nothing is a floor before its first day', () => {
    expect(replay([])).toStrictEqual(initialState());
  });
  it('gives what folding one by one gave, twice over', () => {
    const fold = newFold();
    for (const each of day) fold.evolve(each);
    expect(replay(day)).toStrictEqual(fold.state);
    expect(replay(day)).toStrictEqual(replay(structuredClone(day)));
  });
  it('shares nothing between two floors', () => {
    const one = newFold();
    const two = newFold();
    for (const each of day.slice(0, 2)) one.evolve(each);
    expect(two.state).toStrictEqual(initialState());
  });
  it('carries place and time of the newest row', () => {
    expect(replay(day)).toMatchObject({ seq: day.length, at: day.at(-1)?.at });
  });
});

describe('a journal that cannot be true', () => {
  const onUnknownTicket: readonly DomainEvent[] = [
    ...[called('A404', 'c01'), recalled('A404', 'c01'), started('A404', 'c01'), finished('A404', 'c01')],
    ...[absent('A404', 'c01'), parked('A404', 'c01'), takenUpAgain('A404', 'c01'), rated('A404', 'c01')],
    ...[cancelled('A404'), transferred('A404', 'c01', { service: 'dat-dai', joinedAt: 0 })],
  ];
  it.each(onUnknownTicket.map((event): [EventType, DomainEvent] => [event.type, event]))(
    '%s of a ticket that was never issued throws',
    (_type, event) => {
      expect(() => floorAfter(opened('c01'), event)).toThrow(/ticket-A404/);
    },
  );
  it.each([
    ['recalled', recalled('A001', 'c01')],
    ['started', started('A001', 'c01')],
    ['finished', finished('A001', 'c01')],
  ])('a ticket in nobody’s hands that is %s throws', (_how, event) => {
    expect(() => floorAfter(issued('A001'), opened('c01'), event)).toThrow(/ticket-A001/);
  });
  it.each([
    ['paused', paused('c01')],
    ['resumed', resumed('c01')],
    ['calling', called('A001', 'c01')],
  ])('a closed counter that is %s throws', (_how, event) => {
    expect(() => floorAfter(issued('A001'), event)).toThrow(/c01/);
    expect(() => floorAfter(issued('A001'), opened('c01'), closed('c01'), event)).toThrow(/c01/);
  });
  it('leaves place and time where they were', () => {
    const fold = newFold();
    fold.evolve(row(dayStarted(), 1, clock('07:30')));
    expect(() => fold.evolve(row(absent('A404', 'c01'), 2, clock('08:00')))).toThrow();
    expect(fold.state).toMatchObject({ seq: 1, at: clock('07:30') });
  });
});
