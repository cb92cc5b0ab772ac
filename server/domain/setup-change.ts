// Whether an edited set-up may come into force on the running floor: nobody in the hall may be left with a counter or a
// service that no longer exists.
import type { Setup } from '../../protocol/setup-schema.ts';
import type { BranchState } from './branch-state.ts';

export function setupChangeFaults(state: BranchState, next: Setup): { path: string; message: string }[] {
  const counters = new Set<string>(next.counters.map((counter) => counter.id));
  const services = new Set<string>(next.services.map((service) => service.id));
  const faults = new Map<string, string>();
  for (const counter of state.counters.values()) {
    if (counter.status !== 'closed' && !counters.has(counter.id))
      faults.set('counters', `counter "${counter.id}" is open and cannot be taken away`);
  }
  for (const { status, serviceId, number } of state.tickets.values()) {
    const live = status === 'waiting' || status === 'called' || status === 'serving' || status === 'parked';
    if (live && !services.has(serviceId))
      faults.set('services', `service "${serviceId}" has ${number} in the hall and cannot be taken away`);
  }
  return [...faults].map(([path, message]) => ({ path, message }));
}
