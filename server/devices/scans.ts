// What a scanned code means where the scanner stands: a ticket's code calls that ticket at a counter (or goes on with it),
// and shows at a kiosk how long it still waits. Codes of something else are passed over.
import { randomBytes } from 'node:crypto';
import type { Command } from '../../protocol/commands.ts';
import type { ScannerSetup } from '../../protocol/device-setup.ts';
import type { CommandId, CounterId, TicketId } from '../../protocol/ids.ts';
import { ticketOfScan } from '../../protocol/scanned-ticket.ts';
import type { ScanView } from '../../protocol/views/kiosk-view.ts';
import type { Floor } from '../application/floor-port.ts';
import type { Ticket } from '../domain/branch-state.ts';

export type Scans = {
  scanned(scannerId: string, text: string): void;
  /** The newest scan at a kiosk's own scanner, for a while. */
  ofKiosk(kioskId: string | null): ScanView | null;
};

const shownMs = 15_000;
/** A scanner of no kiosk's own speaks to every kiosk that has none. */
const everyKiosk = '';

export function createScans(parts: {
  scanners: () => readonly ScannerSetup[];
  floor: () => Floor;
  now: () => number;
  /** The officer is told that a code did nothing. */
  refused: (counterId: string) => void;
  changed: () => void;
}): Scans {
  const newest = new Map<string, ScanView>();
  const atCounter = (scannerId: string, counterId: CounterId, ticket: Ticket) => {
    const command = commandFor(counterId, ticket);
    const id = `scan-${randomBytes(9).toString('hex')}` as CommandId;
    const done =
      command === null
        ? null
        : parts.floor().execute(id, command, { kind: 'device', id: scannerId, counterId });
    if (done?.ok !== true) parts.refused(counterId);
  };
  return {
    scanned(scannerId, text) {
      const scanner = parts.scanners().find(({ id }) => id === scannerId);
      const found = ticketOfScan(text);
      if (scanner === undefined || found === null) return;
      const ticket = ticketWith(parts.floor(), found);
      const { counterId, kioskId } = scanner;
      if (counterId !== null) {
        if (ticket === undefined) parts.refused(counterId);
        else atCounter(scannerId, counterId, ticket);
      }
      if (counterId === null && ticket !== undefined) {
        newest.set(kioskId ?? everyKiosk, { ticketId: ticket.id, number: ticket.number, at: parts.now() });
        parts.changed();
      }
    },
    ofKiosk(kioskId) {
      const hasOwn = kioskId !== null && parts.scanners().some((each) => each.kioskId === kioskId);
      const scan = newest.get(hasOwn ? kioskId : everyKiosk);
      return scan !== undefined && parts.now() - scan.at < shownMs ? scan : null;
    },
  };
}

function ticketWith(
  floor: Floor,
  { ticketId, number }: { ticketId?: string; number?: string },
): Ticket | undefined {
  if (ticketId !== undefined) return floor.state.tickets.get(ticketId as TicketId);
  return [...floor.state.tickets.values()].find((ticket) => ticket.number === number);
}

/** Null for a ticket with which nothing can be done any more. */
function commandFor(counterId: CounterId, { id: ticketId, status }: Ticket): Command | null {
  if (status === 'waiting' || status === 'no-show') return { type: 'call-ticket', counterId, ticketId };
  if (status === 'parked') return { type: 'resume-ticket', counterId, ticketId };
  return status === 'called' ? { type: 'start-service', counterId, ticketId } : null;
}
