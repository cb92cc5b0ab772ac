// What a scanned code asks for at this counter: a ticket that waits is called, a parked one is gone on with, the one that has
// been called is begun. Whether the floor allows it is the floor's answer. Pure.
import type { Command } from '../../protocol/commands.ts';
import type { TicketId } from '../../protocol/ids.ts';
import { ticketOfScan } from '../../protocol/scanned-ticket.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';

/** Null for a code of something else, or a number that this counter does not know. */
export function commandOfScan(code: string, view: CounterView): Command | null {
  const found = ticketOfScan(code);
  if (found === null) return null;
  const { counter, ticket, parked, waiting } = view;
  const counterId = counter.id;
  const isIt = (each: { readonly id: string; readonly number: string }) =>
    'ticketId' in found ? each.id === found.ticketId : each.number === found.number;
  if (ticket !== null && isIt(ticket)) return { type: 'start-service', counterId, ticketId: ticket.id };
  const isParked = parked.find(isIt);
  if (isParked !== undefined) return { type: 'resume-ticket', counterId, ticketId: isParked.id };
  const ticketId = waiting.find(isIt)?.id ?? ('ticketId' in found ? (found.ticketId as TicketId) : undefined);
  return ticketId === undefined ? null : { type: 'call-ticket', counterId, ticketId };
}
