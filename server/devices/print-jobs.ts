// Every ticket's paper: asked for once, printed by a printer of the kiosk's place, tried again (there or at the other
// printer of the place) where nothing can have come out, and offered as a marked copy where something may have. A number
// is never lost with its paper: the job only ever says how the paper fares.

import type { TicketPrinter } from '../../hardware/printer/ticket-printer.ts';
import type { PrinterSetup } from '../../protocol/device-setup.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import { cannotWork } from '../../protocol/device-trouble.ts';
import type { TicketId } from '../../protocol/ids.ts';
import type { KioskView } from '../../protocol/views/kiosk-view.ts';
import type { PrintView } from '../../protocol/views/view-parts.ts';
import type { Clock } from '../application/clock.ts';
import type { Floor } from '../application/floor-port.ts';
import { ticketPaper } from './ticket-paper.ts';

export type PrinterInPlace = {
  readonly setup: PrinterSetup;
  readonly printer: Pick<TicketPrinter, 'print'> & { status(): DeviceStatus | null };
};
type Job = {
  ticketId: TicketId;
  kioskId: string | null;
  state: PrintView['state'];
  reason: string | null;
  copies: number;
  tries: number;
};

const jobsKept = 2_000;
/** With ever longer pauses: about three hours, as long as somebody waits with that number. */
const triesAtMost = 400;
const tryAgainAfterMs = 3_000;
const tryAgainAtMostMs = 30_000;
const printsShown = 10;

export type PrintJobs = {
  /**
   * The first print of a ticket; asked again it changes nothing. A ticket that was issued `before` this server started
   * may have its paper already: what is printed then says that it is a copy.
   */
  request(ticketId: string, kioskId: string | null, before: boolean): PrintView;
  reprint(ticketId: string, kioskId: string | null): PrintView;
  of(ticketId: string): PrintView;
  ofKiosk(kioskId: string | null): KioskView['prints'];
  printerStatus(kioskId: string | null): DeviceStatus | null;
  close(): void;
};

function isInTrouble({ printer }: PrinterInPlace): boolean {
  return cannotWork(printer.status()?.grade ?? 'absent');
}

export function createPrintJobs(parts: {
  floor: () => Floor;
  printers: () => readonly PrinterInPlace[];
  clock: Clock;
  /** The address of a ticket's page. */
  ticketLink: (ticketId: string) => string;
  changed: () => void;
}): PrintJobs {
  const jobs = new Map<string, Job>();
  const waits = new Set<() => void>();
  let closed = false;

  /** The printers of a place (the kiosk's own, or where it has none those for all) that are well; all where none is. */
  const printersFor = (kioskId: string | null): PrinterInPlace[] => {
    const printers = parts.printers();
    const own = printers.filter(
      ({ setup }) => kioskId !== null && (setup.kioskIds as string[]).includes(kioskId),
    );
    const here = own.length > 0 ? own : printers.filter(({ setup }) => setup.kioskIds.length === 0);
    const well = here.filter((each) => !isInTrouble(each));
    return well.length > 0 ? well : here;
  };
  const set = (job: Job, state: Job['state'], reason: string | null = null) => {
    job.state = state;
    job.reason = reason;
    parts.changed();
  };
  const send = async (job: Job) => {
    const floor = parts.floor();
    const ticket = floor.state.tickets.get(job.ticketId);
    const here = printersFor(job.kioskId);
    // A paper that cannot have come out of one printer may come out of the other one of the place.
    const place = here[job.tries % Math.max(1, here.length)];
    if (closed || ticket === undefined || place === undefined) return;
    const copy = job.copies + 1;
    const paper = ticketPaper(
      {
        ...{ ticket, ahead: floor.ahead(job.ticketId), estimate: floor.estimateFor(job.ticketId), copy },
        link: parts.ticketLink(job.ticketId),
      },
      floor.rules,
    );
    job.tries += 1;
    const outcome = await place.printer.print(paper, () => set(job, 'sending'));
    if (outcome.state !== 'failed' || outcome.mayHavePrinted) job.copies = copy;
    if (outcome.state === 'printed') return set(job, 'printed');
    set(job, outcome.state, outcome.reason);
    // Tried again only while nothing can have come out: two papers of one number must not look alike.
    if (outcome.state === 'failed' && !outcome.mayHavePrinted && job.tries < triesAtMost) later(job);
  };
  const later = (job: Job) => {
    const cancel = parts.clock.after(
      Math.min(tryAgainAtMostMs, tryAgainAfterMs * 1.2 ** (job.tries - 1)),
      () => {
        waits.delete(cancel);
        const status = parts.floor().state.tickets.get(job.ticketId)?.status;
        if (job.state === 'failed' && (status === 'waiting' || status === 'called')) void send(job);
      },
    );
    waits.add(cancel);
  };
  const view = (job: Job | undefined): PrintView =>
    job === undefined
      ? { state: 'none', copies: 0, reason: null }
      : { state: job.state, copies: job.copies, reason: job.reason };

  /** A new job in place of any before it, sent at once where there is a printer. */
  const begin = (ticketId: string, kioskId: string | null, copies: number): PrintView => {
    const job: Job = {
      ticketId: ticketId as TicketId,
      kioskId,
      state: printersFor(kioskId).length === 0 ? 'none' : 'queued',
      reason: null,
      copies,
      tries: 0,
    };
    jobs.delete(ticketId);
    jobs.set(ticketId, job);
    if (jobs.size > jobsKept) jobs.delete(jobs.keys().next().value ?? '');
    if (job.state === 'queued') void send(job);
    return view(job);
  };

  return {
    request(ticketId, kioskId, before) {
      const known = jobs.get(ticketId);
      return known === undefined ? begin(ticketId, kioskId, before ? 1 : 0) : view(known);
    },
    reprint(ticketId, kioskId) {
      const known = jobs.get(ticketId);
      if (known?.state === 'queued' || known?.state === 'sending') return view(known);
      // Of a ticket whose paper is not known here (the server was restarted) a paper may exist: this one is a copy.
      return begin(ticketId, kioskId, known?.copies ?? 1);
    },
    of: (ticketId) => view(jobs.get(ticketId)),
    ofKiosk(kioskId) {
      const newest = [...jobs.values()]
        .reverse()
        .filter((job) => kioskId === null || job.kioskId === kioskId);
      return newest.slice(0, printsShown).flatMap((job) => {
        const number = parts.floor().state.tickets.get(job.ticketId)?.number;
        return number === undefined ? [] : [{ ticketId: job.ticketId, number, print: view(job) }];
      });
    },
    printerStatus: (kioskId) => printersFor(kioskId)[0]?.printer.status() ?? null,
    close() {
      closed = true;
      for (const cancel of waits) cancel();
    },
  };
}
