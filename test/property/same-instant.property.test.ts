// Counters that press "next" at the same instant, in whatever order the presses arrive: nobody is called twice, nobody who
// came first is left behind, and no counter sits idle while somebody waits for it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CounterId, ServiceId, TicketId } from '../../protocol/ids.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { eligibleAt } from '../../server/domain/queue.ts';
import { centre } from '../support/domain-centre.ts';
import { officerOf } from '../support/domain-facts.ts';
import { LiveFloor } from '../support/domain-live-floor.ts';
import { by } from '../support/given.ts';

const counters = ['c01', 'c02', 'c03', 'c04'];
const services = ['chung-thuc', 'ho-tich', 'dat-dai'];
const arrivals = fc.array(
  fc.record({
    service: fc.constantFrom(...services),
    priority: fc.boolean(),
    pause: fc.constantFrom(0, 1, 60_000),
  }),
  { maxLength: 12 },
);
const orderOfPresses = fc.shuffledSubarray(counters, { minLength: 2 });

function hallOf(setup: Setup, people: { service: string; priority: boolean; pause: number }[]): LiveFloor {
  const floor = new LiveFloor(setup);
  for (const id of counters)
    floor.execute({ type: 'open-counter', counterId: id as CounterId }, by.officer(officerOf(id)), true);
  for (const { service, priority, pause } of people) {
    floor.pass(pause);
    const priorityClass = priority ? { priorityClass: 'cao-tuoi' as never } : {};
    floor.execute(
      { type: 'issue-ticket', serviceId: service as ServiceId, ...priorityClass },
      by.device,
      true,
    );
  }
  floor.pass(60_000);
  return floor;
}

function pressed(floor: LiveFloor, id: string): TicketId | null {
  const press = { type: 'call-next', counterId: id as CounterId } as const;
  const decision = floor.execute(press, by.officer(officerOf(id)), true);
  if (decision.ok) return decision.result.ticketId as TicketId;
  expect(decision.refusal.code).toBe('nobody-waiting');
  return null;
}

it.each(['promise-share', 'first-come'])('nobody twice, nobody skipped (%s)', (policy) => {
  const setup = centre({ dispatch: { policy } });
  fc.assert(
    fc.property(arrivals, orderOfPresses, (people, order) => {
      const floor = hallOf(setup, people);
      const called = order.map((id) => [id, pressed(floor, id)] as const);
      const ids = called.flatMap(([, ticket]) => (ticket === null ? [] : [ticket]));
      expect(new Set(ids).size, 'nobody is called twice').toBe(ids.length);
      for (const [id, ticket] of called) {
        const left = eligibleAt(floor.state, floor.rules, id as CounterId, floor.state.at);
        if (ticket === null) expect(left, 'nobody is left to an idle counter').toEqual([]);
        const mine = ticket === null ? undefined : floor.state.tickets.get(ticket);
        for (const other of mine === undefined ? [] : left) {
          const alike = other.serviceId === mine?.serviceId && other.priorityClass === mine.priorityClass;
          if (policy === 'first-come' || alike)
            expect(other.order, 'who came first is called first').toBeGreaterThan(mine?.order ?? -1);
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('gives the same people whichever of two like counters presses first', () => {
  fc.assert(
    fc.property(arrivals, (people) => {
      const called = [
        ['c01', 'c02'],
        ['c02', 'c01'],
      ].map((order) => {
        const floor = hallOf(centre(), people);
        return order.map((id) => pressed(floor, id));
      });
      expect(called[0]).toEqual(called[1]);
    }),
    { numRuns: 150 },
  );
});
