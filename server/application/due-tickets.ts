// Gives the floor the command that a parked ticket's time has come: looks once a second, a few tickets at a time. The command
// id is made of the ticket and its time, so that a look after a restart gives the same command and not a second one.
import type { Actor } from '../../protocol/commands.ts';
import type { CommandId } from '../../protocol/ids.ts';
import type { ParkedTicket } from '../domain/branch-state.ts';
import type { Clock } from './clock.ts';
import type { Floor } from './floor-port.ts';

const lookEveryMs = 1_000;
/** After a journal that could not be written, ms: what is broken is not asked every second. */
const lookAgainMs = 10_000;
const atOnce = 50;
const clockActor: Actor = { kind: 'system', id: 'clock' };

type Due = ParkedTicket & { readonly backAt: number };
export type DueTicketsParts = {
  readonly floor: Pick<Floor, 'state' | 'now' | 'execute'>;
  readonly clock: Clock;
  readonly log: (level: 'warn', message: string, details: Record<string, unknown>) => void;
};

/** Begins to look; the returned function ends it. */
export function followDueTickets({ floor, clock, log }: DueTicketsParts): () => void {
  let cancel = () => {};
  const look = () => {
    let next = lookEveryMs;
    try {
      for (const { id: ticketId, backAt } of dueTickets(floor))
        floor.execute(dueCommandId(ticketId, backAt), { type: 'resume-due-ticket', ticketId }, clockActor);
    } catch (error) {
      next = lookAgainMs;
      log('warn', 'parked tickets whose time has come wait for the journal', { error: String(error) });
    }
    cancel = clock.after(next, look);
  };
  cancel = clock.after(lookEveryMs, look);
  return () => cancel();
}

/** Those whose time has come, the longest due first. */
function dueTickets({ state, now }: DueTicketsParts['floor']): Due[] {
  const at = now();
  const due: Due[] = [];
  for (const ticket of state.tickets.values()) {
    if (ticket.status === 'parked' && ticket.backAt !== null && ticket.backAt <= at)
      due.push({ ...ticket, backAt: ticket.backAt });
  }
  return due.sort((a, b) => a.backAt - b.backAt).slice(0, atOnce);
}

/** A ticket is never parked twice until the same moment: its time must have come before it is parked again. */
function dueCommandId(ticketId: string, backAt: number): CommandId {
  return `due-${ticketId}-${backAt}` as CommandId;
}
