// Thousands waiting at once: the order holds, everybody is called once, and what a screen asks stays bounded.
import { describe, expect, it } from 'vitest';
import type { CounterId, TicketId } from '../../protocol/ids.ts';
import { centreRules } from '../../server/domain/centre-rules.ts';
import { decide } from '../../server/domain/decide.ts';
import { newFold } from '../../server/domain/evolve.ts';
import { aheadOf } from '../../server/domain/people-ahead.ts';
import { waitingCount } from '../../server/domain/queue.ts';
import { centre } from '../support/domain-centre.ts';
import { clock, monday } from '../support/domain-clock.ts';
import { dayStarted, issued, officerOf, opened } from '../support/domain-facts.ts';
import { by, row } from '../support/given.ts';

const people = 3_000;
const counters = ['c01', 'c02'];

function fullHall(policy: string) {
  const fold = newFold();
  let seq = 0;
  const record = (event: Parameters<typeof row>[0], at: number) => {
    seq += 1;
    fold.evolve(row(event, seq, at));
  };
  record(dayStarted(), clock('07:30'));
  for (const id of counters) record(opened(id), clock('07:30'));
  for (let each = 1; each <= people; each += 1)
    record(
      issued(`A${each}`, each % 10 === 0 ? { priorityClass: 'cao-tuoi' } : {}),
      clock('08:00') + each * 1_000,
    );
  const rules = centreRules(centre({ dispatch: { policy } }));
  const press = (command: object, at: number, id: string) => {
    const decision = decide(fold.state, command as never, {
      ...{ at, businessDay: monday, rules, actor: by.officer(officerOf(id)), intakeOpen: true },
      ...{ estimateFor: () => null, newTicketId: 'new' as TicketId, newVisitId: 'new' as never },
    });
    if (!decision.ok) throw new Error(decision.refusal.code);
    for (const event of decision.events) record(event, at);
    return decision.result;
  };
  return { fold, rules, press };
}

// A slow machine is no failure.
describe(`${people} waiting`, { timeout: 120_000 }, () => {
  it.each(['first-come', 'promise-share'])('are called in order, each once (%s)', (policy) => {
    const { fold, rules, press } = fullHall(policy);
    expect(waitingCount(fold.state)).toBe(people);
    const called: string[] = [];
    for (let round = 0; round < 100; round += 1) {
      const id = counters[round % 2] ?? 'c01';
      const at = clock('10:00') + round * 1_000;
      called.push(String(press({ type: 'call-next', counterId: id as CounterId }, at, id).number));
      press({ type: 'finish-service', counterId: id as CounterId }, at, id);
    }
    expect(new Set(called).size).toBe(100);
    const alike = (priority: boolean) =>
      called.map((number) => Number(number.slice(1))).filter((each) => (each % 10 === 0) === priority);
    for (const group of [alike(true), alike(false)]) expect(group).toEqual(group.toSorted((a, b) => a - b));
    if (policy === 'first-come')
      expect(called).toEqual(Array.from({ length: 100 }, (_, index) => `A${index + 1}`));
    const last = fold.state.tickets.get(`ticket-A${people - 1}` as TicketId);
    if (last?.status !== 'waiting') throw new Error('the last one does not wait');
    expect(aheadOf(fold.state, rules, last, clock('10:10'))).toBeLessThanOrEqual(people - 100);
    expect(fold.state.calls.length).toBeLessThanOrEqual(120);
  });
});
