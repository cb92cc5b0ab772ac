// People who wait, written down or invented: for tests of the dispatch policies. Times are a working day's.
import fc from 'fast-check';
import { type DispatchSetup, dispatchSchema, type PolicyName } from '../../../protocol/dispatch-setup.ts';
import type { PriorityClassId, ServiceId } from '../../../protocol/ids.ts';
import type { ServiceTerms } from '../../../server/domain/dispatch/call-order.ts';
import type { CallMoment, Queued } from '../../../server/domain/dispatch/dispatch-policy.ts';
import { clock } from '../../support/domain-clock.ts';

export const minuteMs = 60_000;
export const opensAt = clock('07:30');
export const services = ['chung-thuc', 'ho-tich', 'dat-dai'] as const;
export const classes = [null, null, 'cao-tuoi', 'khuyet-tat'] as const;

type Written = Partial<Omit<Queued, 'serviceId' | 'priorityClass' | 'joinedAt' | 'appointmentAt'>> & {
  readonly service?: string;
  readonly priority?: string | null;
  /** Time of day; also the time of issue where none is given. */
  readonly joined?: string;
  readonly booked?: string;
};

/** Somebody who waits; the order of issue is the figure in the number. */
export function queued(number: string, written: Written = {}): Queued {
  const { service = 'chung-thuc', priority = null, joined = '08:00', booked, ...rest } = written;
  return {
    ...{ number, serviceId: service as ServiceId, priorityClass: priority as PriorityClassId | null },
    ...{ issuedAt: clock(joined), joinedAt: clock(joined), order: Number(number.replace(/\D/g, '')) },
    ...{ transferred: false, returned: false, passed: 0, turnsToWait: null },
    appointmentAt: booked === undefined ? null : clock(booked),
    ...rest,
  };
}

export function momentAt(time: string, priorityRun = 0): CallMoment {
  return { at: clock(time), priorityRun };
}

const minutes = (min: number, max: number) => fc.integer({ min, max });
const tenths = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((n) => n / 10);

/** Any setting of this policy, as far from the usual as the set-up allows in a day. */
export function setupsOf(policy: PolicyName): fc.Arbitrary<DispatchSetup> {
  const promises = fc.record({
    ordinaryMinutes: minutes(1, 90),
    priorityMinutes: minutes(1, 90),
    priorityHeadStartMinutes: minutes(0, 20),
    againShare: tenths(0.1, 1),
    services: fc
      .record({ ordinaryMinutes: minutes(1, 90), priorityMinutes: minutes(1, 90) })
      .map((own) => [{ serviceId: 'dat-dai', ...own }]),
    classes: fc
      .record({ minutes: minutes(1, 90), headStartMinutes: minutes(0, 20) })
      .map((own) => [{ classId: 'khuyet-tat', ...own }]),
  });
  const appointments = fc.record({
    earlyMinutes: minutes(0, 30),
    promiseMinutes: minutes(1, 30),
    lateMinutes: minutes(0, 30),
    lateCreditMinutes: minutes(0, 30),
  });
  const figures = {
    promises: fc.oneof(fc.constant({}), promises),
    appointments: fc.oneof(fc.constant({}), appointments),
    passedAtMost: fc.integer({ min: 1, max: 25 }),
    priorityInARow: fc.integer({ min: 1, max: 5 }),
    priorityRate: tenths(1, 20),
  };
  return fc.record(figures).map((figure) => dispatchSchema.parse({ policy, ...figure }));
}

/** A profile that ranks and weighs some services, within what the set-up allows. */
export const profileTerms: fc.Arbitrary<ReadonlyMap<string, ServiceTerms>> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...services),
      fc.record({ rank: fc.integer({ min: 1, max: 3 }), weight: tenths(0.1, 10) }),
    ),
    { maxLength: 3 },
  )
  .map((own) => new Map<string, ServiceTerms>(own));

export const moments: fc.Arbitrary<CallMoment> = fc.record({
  at: fc.integer({ min: 0, max: 600 * 6 }).map((tens) => opensAt + tens * 10_000),
  priorityRun: fc.integer({ min: 0, max: 7 }),
});

const anyQueued = fc.record({
  service: fc.constantFrom(...services),
  priority: fc.constantFrom(...classes),
  // Few moments, so that people join together; some after the moment of the call, as with clocks set back.
  joinedMinutes: fc.integer({ min: 0, max: 120 }),
  issuedBefore: fc.constantFrom(0, 0, 25),
  bookedMinutes: fc.option(fc.integer({ min: 0, max: 150 })),
  transferred: fc.boolean(),
  returned: fc.boolean(),
  passed: fc.integer({ min: 0, max: 30 }),
  turnsToWait: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, fc.integer({ min: 0, max: 3 })),
});

/** Any queue: whoever may wait in whatever state, in no order. */
export const queues: fc.Arbitrary<Queued[]> = fc
  .array(anyQueued, { minLength: 1, maxLength: 14 })
  .map((all) =>
    all.map((each, index) => {
      const { service, priority, joinedMinutes, issuedBefore, bookedMinutes, ...rest } = each;
      const joinedAt = opensAt + joinedMinutes * minuteMs;
      return {
        ...queued(`A${String(index + 1).padStart(3, '0')}`, { service, priority, ...rest }),
        ...{ joinedAt, issuedAt: joinedAt - issuedBefore * minuteMs },
        appointmentAt: bookedMinutes === null ? null : opensAt + bookedMinutes * minuteMs,
      };
    }),
  );
