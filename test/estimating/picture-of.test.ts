// The floor as the estimator sees it: who waits, what each counter does and since when, and when the sessions of today are.
import { describe, expect, it } from 'vitest';
import type { CounterId } from '../../protocol/ids.ts';
import { centreRules } from '../../server/domain/centre-rules.ts';
import { pictureOf } from '../../server/domain/wait-estimate/picture-of.ts';
import { centre } from '../support/domain-centre.ts';
import { clock } from '../support/domain-clock.ts';
import { called, closed, issued, opened, paused, started, ticketId } from '../support/domain-facts.ts';
import { at, floorAfter, type Step } from '../support/given.ts';

const minute = 60_000;
function picture(
  time: string,
  steps: readonly Step[],
  more: { alwaysOpen?: boolean; usual?: string[] } = {},
) {
  return pictureOf({
    ...{ state: floorAfter(...steps), rules: centreRules(centre()), at: clock(time) },
    alwaysOpen: more.alwaysOpen ?? false,
    usual: new Set((more.usual ?? []) as CounterId[]),
  });
}
const counter = (id: string, ...args: Parameters<typeof picture>) =>
  picture(...args).counters.find((each) => each.id === id);

describe('the day', () => {
  it('has its sessions, with when each stops giving numbers', () => {
    const { startOfDay, sessions } = picture('09:00', []);
    expect(startOfDay).toBe(clock('00:00'));
    expect(sessions).toEqual([
      {
        ...{ opensAt: clock('07:30'), closesAt: clock('11:30') },
        ...{ intakeStopsAt: clock('11:00'), servesUntil: clock('12:00') },
      },
      {
        ...{ opensAt: clock('13:30'), closesAt: clock('17:00') },
        ...{ intakeStopsAt: clock('17:00'), servesUntil: clock('17:30') },
      },
    ]);
  });
  it('of a demonstration is one long session', () => {
    const { sessions } = picture('03:00', [], { alwaysOpen: true });
    expect(sessions).toHaveLength(1);
    expect((sessions[0]?.closesAt ?? 0) - (sessions[0]?.opensAt ?? 0)).toBe(24 * 60 * minute);
  });
});

describe('who waits', () => {
  it('is there as the dispatch policy sees it, and nobody else', () => {
    const { waiting } = picture('08:30', [
      ...[at('08:00'), issued('A001'), issued('A002', { priorityClass: 'cao-tuoi' }), opened('c01')],
      called('A001', 'c01'),
    ]);
    expect(waiting).toEqual([
      {
        ...{ id: ticketId('A002'), number: 'A002', serviceId: 'chung-thuc', priorityClass: 'cao-tuoi' },
        ...{
          issuedAt: clock('08:01'),
          joinedAt: clock('08:01'),
          order: 1,
          transferred: false,
          returned: false,
        },
        ...{ appointmentAt: null, passed: 0, turnsToWait: null, reservedFor: null },
      },
    ]);
  });
});

describe('a counter', () => {
  const seated = [at('08:00'), issued('A001'), opened('c01')];
  it('is closed, idle, calling, serving or paused, since when', () => {
    const calling = [...seated, called('A001', 'c01')];
    const serving = [...calling, started('A001', 'c01')];
    expect(counter('c01', '08:30', [])).toMatchObject({
      status: 'closed',
      openedToday: false,
      operatorId: null,
    });
    expect(counter('c01', '08:30', seated)).toMatchObject({ status: 'idle', since: clock('08:01') });
    expect(counter('c01', '08:30', calling)).toMatchObject({
      ...{ status: 'calling', calledAt: clock('08:02'), since: clock('08:02'), startedAt: null },
      inHand: { ticketId: ticketId('A001'), serviceId: 'chung-thuc' },
    });
    expect(counter('c01', '08:30', serving)).toMatchObject({ status: 'serving', startedAt: clock('08:03') });
    expect(counter('c01', '08:30', [at('08:00'), opened('c01'), paused('c01')])).toMatchObject({
      ...{ status: 'paused', since: clock('08:01'), expectedBackAt: null },
    });
  });
  it('draws from its profile', () => {
    expect(counter('c04', '08:30', [])?.services).toEqual(['chung-thuc', 'dat-dai']);
  });
  it('that works now is expected after lunch; one that went home too, one that never came is not', () => {
    const opensIn = (id: string, ...args: Parameters<typeof picture>) => counter(id, ...args)?.opensInSession;
    expect(opensIn('c01', '08:30', seated)).toEqual([clock('07:30'), clock('13:30')]);
    expect(opensIn('c01', '08:30', [...seated, closed('c01')])).toEqual([null, clock('13:30')]);
    expect(opensIn('c02', '08:30', seated)).toEqual([null, null]);
  });
  it('before anybody has come those are expected who usually work, all where nothing is known', () => {
    const opensIn = (id: string, usual: string[]) => counter(id, '07:00', [], { usual })?.opensInSession;
    expect(opensIn('c01', ['c01'])).toEqual([clock('07:30'), clock('13:30')]);
    expect(opensIn('c02', ['c01'])).toEqual([null, null]);
    expect(opensIn('c02', [])).toEqual([clock('07:30'), clock('13:30')]);
  });
});
