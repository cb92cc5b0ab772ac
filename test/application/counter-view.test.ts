// What an officer is shown besides the ticket in hand and the queue: promises, what may be taken back, who was missed, what
// the counter draws from, whom nobody else serves, who sits where, and when the session ends.
import { beforeEach, describe, expect, it } from 'vitest';
import { morning } from '../support/memory-floor.ts';
import { type SmallHall, smallHall } from '../support/small-hall.ts';

const minuteMs = 60_000;
const promises = { dispatch: { policy: 'promise-share' } };
let hall: SmallHall;
beforeEach(() => {
  hall = smallHall(promises);
  hall.at('c01', 'open-counter');
});

describe('promises', () => {
  it('of who waits say how much is used up by now', () => {
    hall.take();
    hall.take('chung-thuc', { priorityClass: 'cao-tuoi' });
    hall.minutes(6);
    const shown = hall.counter('c01').waiting.map(({ number, promise }) => [number, promise]);
    expect(shown).toEqual([
      ['A002', { kind: 'priority', waitedMinutes: 9, promisedMinutes: 8, percent: 112 }],
      ['A001', { kind: 'ordinary', waitedMinutes: 6, promisedMinutes: 30, percent: 20 }],
    ]);
  });
  it('of an appointment count from shortly before its time', () => {
    hall.take('chung-thuc', { appointmentAt: morning + 20 * minuteMs });
    hall.minutes(16);
    expect(hall.counter('c01').waiting[0]).toMatchObject({
      ...{ appointmentAt: morning + 20 * minuteMs },
      promise: { kind: 'appointment', waitedMinutes: 2, promisedMinutes: 3, percent: 66 },
    });
  });
  it('of the ticket in hand stay as they were at its call', () => {
    hall.take('chung-thuc', { dossierCode: 'H45.10-1' });
    hall.minutes(15);
    hall.at('c01', 'call-next');
    hall.minutes(10);
    expect(hall.counter('c01').ticket).toMatchObject({
      ...{ dossierCode: 'H45.10-1', transferred: false, returned: false },
      promise: { kind: 'ordinary', waitedMinutes: 15, promisedMinutes: 30, percent: 50 },
    });
  });
});

describe('what may be taken back', () => {
  it('is shown with its ticket for ten seconds', () => {
    const { number } = hall.take();
    hall.at('c01', 'call-next');
    expect(hall.counter('c01').undo).toBeNull();
    hall.at('c01', 'start-service');
    expect(hall.counter('c01').undo).toEqual({ step: 'start', number, until: morning + 10_000 });
    hall.at('c01', 'finish-service');
    expect(hall.counter('c01').undo).toEqual({ step: 'finish', number, until: morning + 10_000 });
    hall.clock.pass(10_000);
    expect(hall.counter('c01')).toMatchObject({
      undo: { step: 'finish' },
      actions: expect.arrayContaining(['undo']),
    });
    hall.clock.pass(1);
    const { undo, actions } = hall.counter('c01');
    expect([undo, actions.includes('undo')]).toEqual([null, false]);
  });
  it('is gone once the ticket was called elsewhere', () => {
    const { id } = hall.take();
    hall.at('c01', 'call-next');
    hall.at('c01', 'transfer-ticket', { to: { serviceId: 'ho-tich' }, keepPlace: false });
    expect(hall.counter('c01').undo).toMatchObject({ step: 'transfer' });
    hall.at('c02', 'open-counter');
    hall.at('c02', 'call-ticket', { ticketId: id });
    expect(hall.counter('c01').undo).toBeNull();
    expect(hall.counter('c02').undo).toBeNull();
  });
});

describe('who was missed', () => {
  const miss = (counterId: string, id: string) => {
    hall.at(counterId, 'call-ticket', { ticketId: id });
    hall.at(counterId, 'mark-no-show');
  };
  it('is shown where they were missed and where they are served, the newest first', () => {
    hall.at('c02', 'open-counter');
    hall.at('c03', 'open-counter');
    const [first, second, other] = [hall.take(), hall.take('ho-tich'), hall.take('dat-dai')];
    miss('c01', first.id);
    hall.minutes(1);
    miss('c02', second.id);
    hall.minutes(1);
    miss('c01', other.id);
    const missed = (id: string) => hall.counter(id).missed.map(({ number }) => number);
    expect(missed('c01')).toEqual([other.number, second.number, first.number]);
    expect(missed('c02')).toEqual([second.number, first.number]);
    expect(missed('c03')).toEqual([other.number]);
    expect(hall.counter('c01').missed.at(-1)).toMatchObject({ missedAt: morning, mayReturn: true });
  });
  it('may return as often as the centre says, and waits with turns before it', () => {
    const { id, number } = hall.take();
    miss('c01', id);
    hall.steer({ type: 'return-ticket', ticketId: id });
    expect(hall.counter('c01')).toMatchObject({
      ...{ missed: [], waiting: [{ number, returned: true, turnsToWait: 3 }] },
      nextReason: { code: 'nobody-else' },
    });
    miss('c01', id);
    expect(hall.counter('c01').missed).toMatchObject([{ number, mayReturn: false }]);
  });
  it('are twelve at most', () => {
    for (let people = 0; people < 14; people += 1) miss('c01', hall.take().id);
    expect(hall.counter('c01').missed).toHaveLength(12);
  });
});

describe('what "next" draws from', () => {
  const draws = () => hall.counter('c01').draws.map(({ serviceId, lent }) => [serviceId, lent]);
  it('is the profile, of the set-up or of today, and what is helped out besides', () => {
    expect(draws()).toEqual([
      ['chung-thuc', false],
      ['ho-tich', false],
    ]);
    hall.steer({ type: 'set-work-profile', counterId: 'c01', profileId: 'lien-thong' });
    hall.steer({
      ...{ type: 'lend-counter', counterId: 'c01', serviceId: 'tra-ket-qua' },
      ...{ whileWaitOverMinutes: null, until: null },
    });
    expect(draws()).toEqual([
      ['chung-thuc', false],
      ['dat-dai', false],
      ['tra-ket-qua', true],
    ]);
  });
  it('leaves out help whose condition does not hold, as time goes by', () => {
    hall.steer({
      ...{ type: 'lend-counter', counterId: 'c01', serviceId: 'dat-dai' },
      ...{ whileWaitOverMinutes: 10, until: morning + 30 * minuteMs },
    });
    const { number } = hall.take('dat-dai');
    hall.minutes(10);
    expect([draws().length, hall.counter('c01').waitingTotal]).toEqual([2, 0]);
    hall.minutes(1);
    expect(draws()).toContainEqual(['dat-dai', true]);
    expect(hall.counter('c01').waiting).toMatchObject([{ number }]);
    hall.minutes(19);
    expect(draws()).toHaveLength(2);
  });
});

describe('around the counter', () => {
  it('counts whom no other open counter serves', () => {
    hall.take();
    hall.take('ho-tich');
    hall.take('dat-dai');
    expect(hall.counter('c01').servedOnlyHere).toBe(2);
    hall.at('c04', 'open-counter');
    expect(hall.counter('c01').servedOnlyHere).toBe(1);
    hall.at('c02', 'open-counter');
    expect(hall.counter('c01').servedOnlyHere).toBe(0);
    expect(hall.counter('c03').servedOnlyHere).toBe(0);
  });
  it('names who sits elsewhere as goals of a transfer', () => {
    hall.at('c03', 'open-counter');
    hall.steer({ type: 'open-counter', counterId: 'c04', operatorId: 'quantri' });
    expect(hall.counter('c01').transferTargets.people).toEqual([
      { operatorId: 'canbo03', name: 'canbo03', counterNumber: '3' },
      { operatorId: 'quantri', name: 'Quản trị', counterNumber: '4' },
    ]);
    expect(hall.counter('c02').transferTargets.people.map(({ operatorId }) => operatorId)).toEqual([
      ...['canbo01', 'canbo03', 'quantri'],
    ]);
  });
  it('knows when the session ends, and that none is on between two', () => {
    expect(hall.counter('c01').sessionEndsAt).toBe(Date.parse('2026-11-20T04:30:00Z'));
    hall.clock.set(Date.parse('2026-11-20T04:29:59Z'));
    expect(hall.counter('c01').sessionEndsAt).toBe(Date.parse('2026-11-20T04:30:00Z'));
    hall.clock.set(Date.parse('2026-11-20T04:30:00Z'));
    expect(hall.counter('c01').sessionEndsAt).toBeNull();
    hall.clock.set(Date.parse('2026-11-20T06:30:00Z'));
    expect(hall.counter('c01').sessionEndsAt).toBe(Date.parse('2026-11-20T10:00:00Z'));
  });
  it('suggests "absent" after so many recalls, while nobody has come', () => {
    const suggested = () => hall.counter('c01').ticket?.suggestNoShow;
    hall.take();
    hall.at('c01', 'call-next');
    const seen = [suggested()];
    hall.at('c01', 'recall-ticket');
    seen.push(suggested());
    hall.at('c01', 'recall-ticket');
    seen.push(suggested());
    hall.at('c01', 'start-service');
    expect([...seen, suggested()]).toEqual([false, false, true, false]);
  });
  it('shows when a pause is meant to end, that help was called, and when a parked number comes back', () => {
    hall.take();
    hall.at('c01', 'call-next');
    hall.at('c01', 'park-ticket', { reason: 'giấy tờ', forMinutes: 20 });
    hall.at('c01', 'pause-counter', { reason: 'hop', forMinutes: 15 });
    hall.at('c01', 'call-help');
    expect(hall.counter('c01')).toMatchObject({
      ...{ pauseReason: 'hop', pausedAt: morning, backAt: morning + 15 * minuteMs, helpSince: morning },
      parked: [{ number: 'A001', backAt: morning + 20 * minuteMs }],
    });
  });
});
