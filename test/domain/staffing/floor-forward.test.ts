// The floor played forward as a fluid: what it says of queues that can be reckoned by hand.
import { describe, expect, it } from 'vitest';
import type { CounterId, ServiceId } from '../../../protocol/ids.ts';
import { arrivalsWithin, scaledToToday } from '../../../server/domain/staffing/expected-arrivals.ts';
import { floorForward } from '../../../server/domain/staffing/floor-forward.ts';
import { defaultStaffing } from '../../../server/domain/staffing/staffing-picture.ts';
import { clock } from '../../support/domain-clock.ts';
import { minuteMs, staffedFloor } from '../../support/staffed-floor.ts';

const settings = { ...defaultStaffing, presence: 1 };

describe('a queue as a fluid', () => {
  it('lets nobody wait where the counters keep up', () => {
    const floor = staffedFloor({ services: { a: { perHalfHour: 4 } }, counters: { c1: { serves: ['a'] } } });
    expect(floorForward(floor, settings).get('a')).toMatchObject({ topWaitMs: 0, late: 0 });
  });
  it('grows by what comes over what one counter can do', () => {
    // Ten come in a half hour, five are served: after 75 minutes 12.5 are too many, 75 minutes of work.
    const floor = staffedFloor({ services: { a: { perHalfHour: 10 } }, counters: { c1: { serves: ['a'] } } });
    const forecast = floorForward(floor, settings).get('a');
    expect((forecast?.topWaitMs ?? 0) / minuteMs).toBeCloseTo(74, -0.5);
    expect(forecast?.visitors).toBeCloseTo(25, 5);
    expect(forecast?.calmFrom).toBeNull();
  });
  it('shares the work among all counters that serve it, and stops those that close', () => {
    const floor = staffedFloor({
      services: { a: { perHalfHour: 10 } },
      counters: { c1: { serves: ['a'] }, c2: { serves: ['a'] } },
    });
    expect(floorForward(floor, settings).get('a')?.topWaitMs).toBe(0);
    const closed = floorForward(floor, settings, [{ kind: 'close', counterId: 'c2' as CounterId }]);
    expect(closed.get('a')?.topWaitMs).toBeGreaterThan(60 * minuteMs);
  });
  it('waits for a counter that is due, and for the ticket in hand', () => {
    const top = (more: object, changes: Parameters<typeof floorForward>[2] = []) => {
      const floor = staffedFloor({
        services: { a: { perHalfHour: 2 } },
        counters: { c1: { serves: ['a'], ...more } },
      });
      return (floorForward(floor, { ...settings, leadMs: 0 }, changes).get('a')?.topWaitMs ?? 0) / minuteMs;
    };
    const due = { status: 'closed', opensAt: clock('09:20') } as const;
    expect(top({ busyForMs: 12 * minuteMs })).toBeCloseTo(12, 0);
    expect(top(due)).toBeCloseTo(20, 0);
    const open = { kind: 'open', counterId: 'c1' as CounterId, fromAt: clock('09:05') } as const;
    expect(top(due, [open])).toBeCloseTo(5, 0);
  });
  it('lends a counter only for the time and the services that are lent', () => {
    const floor = staffedFloor({
      services: { a: { perHalfHour: 10 }, b: { perHalfHour: 1 } },
      counters: { c1: { serves: ['a'] }, c2: { serves: ['b'] } },
    });
    const lend = (until: string) =>
      floorForward(floor, settings, [
        {
          ...{ kind: 'lend', counterId: 'c2' as CounterId, serviceIds: ['a' as ServiceId] },
          ...{ fromAt: clock('09:00'), untilAt: clock(until) },
        },
      ]).get('a')?.topWaitMs ?? 0;
    expect(lend('11:30')).toBeLessThan(20 * minuteMs);
    expect(lend('09:30')).toBeGreaterThan(lend('11:30'));
    expect(lend('09:00')).toBe(floorForward(floor, settings).get('a')?.topWaitMs);
  });
});

describe('who is still expected', () => {
  const usual = [{ fromAt: clock('08:00'), toAt: clock('08:30'), visitors: 60 }];
  it('spreads a half hour evenly', () => {
    expect(arrivalsWithin(usual, { fromAt: clock('08:10'), toAt: clock('08:20') })).toBeCloseTo(20);
  });
  it('follows today more the more has come', () => {
    const later = [...usual, { fromAt: clock('09:00'), toAt: clock('09:30'), visitors: 60 }];
    const at = (arrivedToday: number) =>
      scaledToToday([{ serviceId: 'a' as ServiceId, usual: later, arrivedToday }], clock('09:00'))
        .get('a' as ServiceId)
        ?.reduce((sum, { visitors }) => sum + visitors, 0) ?? 0;
    expect(at(60)).toBeCloseTo(60);
    expect(at(180)).toBeGreaterThan(120);
    expect(at(180)).toBeLessThan(180);
    expect(at(0)).toBeGreaterThan(0);
  });
  it("takes one service's rush for its own, and a busier hall for everybody's", () => {
    const later = [...usual, { fromAt: clock('09:00'), toAt: clock('09:30'), visitors: 60 }];
    const ofB = (arrivedOfA: number, arrivedOfB: number) => {
      const day = (serviceId: string, arrivedToday: number) => ({
        ...{ serviceId: serviceId as ServiceId, usual: later, arrivedToday },
      });
      const expected = scaledToToday([day('a', arrivedOfA), day('b', arrivedOfB)], clock('09:00'));
      return expected.get('b' as ServiceId)?.[0]?.visitors ?? 0;
    };
    expect(ofB(60, 60)).toBeCloseTo(60);
    expect(ofB(300, 60)).toBeLessThan(64);
    expect(ofB(75, 75)).toBeGreaterThan(70);
  });
});
