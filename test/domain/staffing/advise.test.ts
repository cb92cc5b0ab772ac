// Staffing advice: what is said of a floor, what is never said, and that it does not come and go.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceWords } from '../../../server/domain/staffing/advice-words.ts';
import { type AdviceMemory, adviseStaffing } from '../../../server/domain/staffing/advise.ts';
import { defaultStaffing, type StaffingPicture } from '../../../server/domain/staffing/staffing-picture.ts';
import { clock } from '../../support/domain-clock.ts';
import { counter, minuteMs, service, staffedFloor } from '../../support/staffed-floor.ts';

const advised = (floor: StaffingPicture, memory: AdviceMemory = {}) =>
  adviseStaffing(floor, defaultStaffing, memory);

/** Transport's queue grows; Justice has hardly anything to do; one counter of Transport is in reserve. */
function morning(justicePerHalfHour: number): StaffingPicture {
  return staffedFloor({
    services: {
      'transport-in': { waiting: 3, longest: 6, takes: 8, perHalfHour: 11 },
      'transport-out': { waiting: 2, longest: 5, takes: 3, perHalfHour: 8 },
      justice: { takes: 9, perHalfHour: justicePerHalfHour },
    },
    counters: {
      c1: { serves: ['transport-in', 'transport-out'] },
      c2: { serves: ['transport-in', 'transport-out'] },
      c3: { serves: ['transport-in', 'transport-out'] },
      c4: { serves: ['transport-in', 'transport-out'], status: 'closed', reserve: true, openedAt: null },
      c5: { serves: ['justice'] },
    },
  });
}

describe('a queue that will grow over the target', () => {
  it('is offered a less loaded counter first, with every figure', () => {
    const [advice, ...others] = advised(morning(0.5)).advice;
    expect(others).toEqual([]);
    expect(advice).toMatchObject({
      ...{ waiting: 5, counters: 3, longestWaitMs: 6 * minuteMs },
      deed: { kind: 'lend', counterId: 'c5', serviceIds: ['transport-out'], fromGroupId: 'justice' },
    });
    expect(advice!.without.topWaitMs).toBeGreaterThan(15 * minuteMs);
    expect(advice!.withDeed.topWaitMs).toBeLessThan(15 * minuteMs);
    expect(adviceWords(advice!, 'Asia/Ho_Chi_Minh')).toMatchObject({
      code: 'lend',
      params: { waiting: 5, counters: 3, untilTime: expect.stringMatching(/^(09|1[01]):\d[05]$/) },
    });
  });
  it('is offered one more counter where the others have enough to do themselves', () => {
    const [advice] = advised(morning(5)).advice;
    expect(advice?.deed).toEqual({ kind: 'open', counterId: 'c4', byAt: clock('09:10') });
    expect(adviceWords(advice!, 'Asia/Ho_Chi_Minh')).toMatchObject({
      code: expect.stringMatching(/^open/),
      params: { byTime: '09:10' },
    });
  });
  it('is not offered anything just before the session ends, nor where nothing is left', () => {
    const floor = morning(5);
    expect(advised({ ...floor, sessionEndsAt: clock('09:15') }).advice).toEqual([]);
    const none = { ...floor, counters: floor.counters.filter(({ reserve }) => !reserve) };
    expect(advised(none).advice).toEqual([]);
  });
});

describe('a counter that was opened on advice', () => {
  const opened = (openedAt: string, perHalfHour: number) =>
    staffedFloor({
      services: { a: { waiting: 1, takes: 6, perHalfHour } },
      counters: { c1: { serves: ['a'] }, c2: { serves: ['a'], reserve: true, openedAt: clock(openedAt) } },
    });
  it('is let go once it has stayed an hour and is not needed', () => {
    expect(advised(opened('08:30', 2)).advice).toEqual([]);
    expect(advised(opened('08:00', 2)).advice[0]?.deed).toEqual({ kind: 'close', counterId: 'c2' });
  });
  it('stays while the group would not do without', () => {
    expect(advised(opened('08:00', 8)).advice).toEqual([]);
  });
  it('stays where another group that it serves needs it', () => {
    const floor = staffedFloor({
      services: { a: { perHalfHour: 1 }, b: { perHalfHour: 9 } },
      counters: {
        ...{ c1: { serves: ['a'] }, c3: { serves: ['b'] } },
        c2: { serves: ['a', 'b'], reserve: true, openedAt: clock('08:00') },
      },
    });
    const groups = ['a', 'b'].map((id) => ({ groupId: id, serviceIds: [id] as never[] }));
    expect(advised({ ...floor, groups }).advice).toEqual([]);
  });
});

const load = fc.record({
  waiting: fc.integer({ min: 0, max: 40 }),
  longest: fc.integer({ min: 0, max: 60 }),
  takes: fc.integer({ min: 1, max: 15 }),
  perHalfHour: fc.integer({ min: 0, max: 15 }),
});
const ids = ['a', 'b', 'c'];
const anyFloor = fc
  .record({
    loads: fc.tuple(load, load, load),
    counters: fc.array(
      fc.record({
        serves: fc.subarray(ids, { minLength: 1 }),
        status: fc.constantFrom('open', 'paused', 'closed'),
        reserve: fc.boolean(),
        openedMinutesAgo: fc.integer({ min: 0, max: 90 }),
      }),
      { minLength: 1, maxLength: 7 },
    ),
  })
  .map(({ loads, counters }): StaffingPicture => {
    const floor = staffedFloor({ services: {}, counters: {} });
    return {
      ...floor,
      groups: ids.map((id) => ({ groupId: id, serviceIds: [id] as never[] })),
      services: loads.map((each, index) => service(ids[index]!, each)),
      counters: counters.map(({ serves, status, reserve, openedMinutesAgo }, index) =>
        counter(`c${index}`, serves, {
          ...{ status, reserve },
          openedAt: status === 'closed' ? null : floor.at - openedMinutesAgo * minuteMs,
        }),
      ),
    };
  });

describe('whatever the floor', () => {
  it('never advises more hands where nobody waits and nobody is expected', () => {
    fc.assert(
      fc.property(anyFloor, (floor) => {
        const services = floor.services.map((each) => ({
          ...each,
          waiting: 0,
          longestWaitMs: 0,
          expected: [],
        }));
        const { advice } = advised({ ...floor, services });
        expect(advice.filter(({ deed }) => deed.kind !== 'close')).toEqual([]);
      }),
    );
  });
  it('never says two things of one group or one counter, and only what can be done', () => {
    fc.assert(
      fc.property(anyFloor, (floor) => {
        const { advice } = advised(floor);
        expect(new Set(advice.map(({ groupId }) => groupId)).size).toBe(advice.length);
        expect(new Set(advice.map(({ deed }) => deed.counterId)).size).toBe(advice.length);
        for (const { deed, without, withDeed } of advice) {
          const about = floor.counters.find(({ counterId }) => counterId === deed.counterId)!;
          if (deed.kind === 'open') expect([about.status, about.reserve]).toEqual(['closed', true]);
          if (deed.kind === 'lend') expect([about.status, about.reserve]).toEqual(['open', false]);
          if (deed.kind === 'close')
            expect([about.status === 'closed', about.reserve]).toEqual([false, true]);
          else expect(withDeed.topWaitMs).toBeLessThanOrEqual(without.topWaitMs + minuteMs);
        }
      }),
    );
  });
  it('says the same again of the same floor, with its own memory or none', () => {
    fc.assert(
      fc.property(anyFloor, (floor) => {
        const first = advised(floor);
        expect(advised(floor)).toEqual(first);
        expect(advised(floor, first.memory).advice).toEqual(first.advice);
      }),
    );
  });
});

describe('advice does not come and go', () => {
  /** The floor minute by minute, its arrivals swinging about what the counters can just do. */
  const minutes = (swing: readonly number[]) =>
    swing.map((more, index) => {
      const at = clock('09:00') + index * minuteMs;
      const floor = staffedFloor({
        services: { a: {} },
        counters: {
          ...{ c1: { serves: ['a'] }, c2: { serves: ['a'] } },
          c3: { serves: ['a'], status: 'closed', reserve: true, openedAt: null },
        },
      });
      return {
        ...floor,
        at,
        services: [service('a', { waiting: 3 + more, longest: 8, perHalfHour: 11 + more }, at)],
      };
    });
  it('changes its mind at most once where the figures swing about the limit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 30, maxLength: 30 }), (swing) => {
        let memory: AdviceMemory = {};
        const said = minutes(swing).map((floor) => {
          const next = advised(floor, memory);
          memory = next.memory;
          return next.advice[0]?.deed.kind ?? 'nothing';
        });
        const changes = said.filter((kind, index) => index > 0 && kind !== said[index - 1]);
        expect(changes.length).toBeLessThanOrEqual(1);
        expect(said).not.toContain('close');
      }),
      { numRuns: 60 },
    );
  });
  it('waits after a deed before it asks for the next', () => {
    const floor = morning(5);
    const { memory } = advised(floor);
    const opened = {
      ...floor,
      counters: floor.counters.map((each) =>
        each.reserve ? { ...each, status: 'open' as const, openedAt: floor.at } : each,
      ),
    };
    const more = {
      ...opened,
      counters: [...opened.counters, counter('c9', ['transport-in'], { status: 'closed', reserve: true })],
    };
    const then = advised(more, memory);
    expect(then.advice).toEqual([]);
    expect(advised({ ...more, at: more.at + 5 * minuteMs }, then.memory).advice).toEqual([]);
  });
});
