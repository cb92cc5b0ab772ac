// The turn of the day: what was left open gets a record of its own, counters close, numbers begin anew, calls count on.
import { describe, it } from 'vitest';
import { clock, monday, tuesday } from '../../support/domain-clock.ts';
import {
  absent,
  called,
  cancelled,
  closed,
  dayStarted,
  finished,
  issued,
  opened,
  parked,
  paused,
  started,
  transferred,
} from '../../support/domain-facts.ts';
import { startDay } from '../../support/domain-wishes.ts';
import { by, given, givenANewCentre } from '../../support/given.ts';

const nextMorning = { day: tuesday, actor: by.clock };
const tuesdayBegins = (lastCallSeq: number) => dayStarted(tuesday, { previousDay: monday, lastCallSeq });

describe('start-business-day', () => {
  it('starts the first day of a new centre', () => {
    givenANewCentre()
      .when(startDay, { day: monday, actor: by.clock })
      .thenRecords(dayStarted())
      .andAnswers({});
  });
  it('starts the day after an empty day', () => {
    given().when(startDay, nextMorning).thenRecords(tuesdayBegins(0));
  });
  it('may skip days on which nothing ran', () => {
    given()
      .when(startDay, { ...nextMorning, day: '2026-12-01' as typeof tuesday })
      .thenRecords(dayStarted('2026-12-01', { previousDay: monday }));
  });
  it('gives everybody who held a number a record', () => {
    given(
      ...[issued('A001'), issued('A002'), issued('A003'), issued('A004'), issued('A005'), issued('A006')],
      ...[opened('c01'), opened('c02'), called('A001', 'c01', 1), parked('A001', 'c01')],
      ...[called('A002', 'c01', 2), started('A002', 'c01'), called('A003', 'c02', 3)],
      cancelled('A006'),
    )
      .when(startDay, nextMorning)
      .thenRecords(
        cancelled('A001', 'day-ended'),
        finished('A002', 'c01', 'day-ended'),
        cancelled('A003', 'day-ended'),
        cancelled('A004', 'day-ended'),
        cancelled('A005', 'day-ended'),
        closed('c01', 'day-ended'),
        closed('c02', 'day-ended'),
        tuesdayBegins(3),
      );
  });
  it('ends a journey and what was kept for a counter', () => {
    given(
      ...[issued('A001', { journey: ['dat-dai'] }), issued('A002'), opened('c01'), opened('c03')],
      ...[called('A001', 'c01', 1), started('A001', 'c01'), called('A002', 'c03', 2)],
      transferred('A002', 'c03', { service: 'chung-thuc', keptFor: 'c01', joinedAt: clock('08:10') }),
    )
      .when(startDay, nextMorning)
      .thenRecords(
        finished('A001', 'c01', 'day-ended'),
        cancelled('A002', 'day-ended'),
        closed('c01', 'day-ended'),
        closed('c03', 'day-ended'),
        tuesdayBegins(2),
      );
  });
  it('adds nothing to what has ended, and closes no closed counter', () => {
    given(
      ...[issued('A001'), issued('A002'), opened('c01'), called('A001', 'c01'), finished('A001', 'c01')],
      ...[called('A002', 'c01', 2), absent('A002', 'c01'), closed('c01'), opened('c02'), paused('c02')],
    )
      .when(startDay, nextMorning)
      .thenRecords(closed('c02', 'day-ended'), tuesdayBegins(2));
  });
  it('refuses the day that runs, and one that is over', () => {
    given()
      .when(startDay, { day: monday, actor: by.clock })
      .thenRefuses('day-already-started', { day: monday });
    given()
      .when(startDay, { day: '2026-11-20' as typeof tuesday, actor: by.clock })
      .thenRefuses('day-already-started', { day: monday });
  });
});
