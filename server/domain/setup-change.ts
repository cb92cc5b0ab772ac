// Whether an edited set-up may come into force on the running floor: nobody in the hall may be left with a counter or a
// service that no longer exists, and numbers given today must keep their form, so that none is given twice.
import type { Setup } from '../../protocol/setup-schema.ts';
import type { BranchState, Ticket } from './branch-state.ts';

/** A ticket that may still be called; one who was absent may come back. */
const mayBeCalled: readonly Ticket['status'][] = ['waiting', 'called', 'serving', 'parked', 'no-show'];

export function setupChangeFaults(
  state: BranchState,
  now: Setup,
  next: Setup,
): { path: string; message: string }[] {
  const counters = new Set<string>(next.counters.map((counter) => counter.id));
  const services = new Set<string>(next.services.map((service) => service.id));
  const faults = new Map<string, string>();
  for (const counter of state.counters.values()) {
    if (counter.status !== 'closed' && !counters.has(counter.id))
      faults.set('counters', `counter "${counter.id}" is open and cannot be taken away`);
  }
  for (const { status, serviceId, number } of state.tickets.values()) {
    if (mayBeCalled.includes(status) && !services.has(serviceId))
      faults.set('services', `service "${serviceId}" has ${number} in the hall and cannot be taken away`);
  }
  for (const id of state.lastOrdinals.keys()) {
    if (!sameForm(now, next, id))
      faults.set('series', `series "${id}" has given numbers today and keeps its form until tomorrow`);
  }
  return [...faults].map(([path, message]) => ({ path, message }));
}

function sameForm(now: Setup, next: Setup, id: string): boolean {
  const [was, will] = [now, next].map((setup) => setup.series.find((series) => series.id === id));
  return was?.prefix === will?.prefix && was?.digits === will?.digits;
}
