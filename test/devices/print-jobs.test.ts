// Every ticket's paper: asked for once, tried again only while nothing can have come out, and marked as a copy wherever an
// earlier one may lie in somebody's hand. The printer is one that does what a test says; time is moved by hand.
import { beforeEach, describe, expect, it } from 'vitest';
import type { TicketDocument } from '../../hardware/printer/ticket-document.ts';
import type { PrintOutcome, TicketPrinter } from '../../hardware/printer/ticket-printer.ts';
import type { PrinterSetup } from '../../protocol/device-setup.ts';
import { createPrintJobs, type PrintJobs } from '../../server/devices/print-jobs.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { morning, openFloor } from '../support/memory-floor.ts';

const lost: PrintOutcome = { state: 'failed', reason: 'unreachable', mayHavePrinted: false };
const torn: PrintOutcome = { state: 'failed', reason: 'paper-out', mayHavePrinted: true };
const printed: PrintOutcome = { state: 'printed' };
const tryAgainMs = 3_000;

class ScriptedPrinter implements TicketPrinter {
  readonly asked: TicketDocument[] = [];
  outcomes: PrintOutcome[] = [];
  otherwise: PrintOutcome = printed;
  grade: 'good' | 'bad' = 'good';

  async print(document: TicketDocument, sending = () => {}): Promise<PrintOutcome> {
    this.asked.push(document);
    await Promise.resolve();
    const outcome = this.outcomes.shift() ?? this.otherwise;
    if (outcome.state !== 'failed' || outcome.mayHavePrinted) sending();
    return outcome;
  }
  status() {
    return { grade: this.grade, reason: 'answered', heardAt: morning, since: morning } as const;
  }
  async close() {}

  get copies(): (string | null)[] {
    return this.asked.map(({ copyText }) => copyText);
  }
}

let clock: ManualClock;
let hall: ReturnType<typeof openFloor>;
let printer: ScriptedPrinter;
let jobs: PrintJobs;
const place = (each: TicketPrinter, kioskIds: string[] = []) => ({
  setup: { id: 'p', name: 'p', kioskIds } as unknown as PrinterSetup,
  printer: each,
});
const jobsWith = (...printers: ReturnType<typeof place>[]) =>
  createPrintJobs({
    ...{ floor: () => hall.floor, printers: () => printers, clock, changed: () => {} },
    ticketLink: (id) => `http://centre.test/t/${id}`,
  });
const taken = (): string => {
  const answer = hall.take();
  return answer.ok ? String(answer.result.ticketId) : '';
};
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};
/** So many pauses between two tries go by. */
const pauses = async (count: number) => {
  for (let each = 0; each < count; each += 1) {
    clock.pass(tryAgainMs);
    await settled();
  }
};

beforeEach(() => {
  clock = manualClock(morning);
  hall = openFloor(clock);
  printer = new ScriptedPrinter();
  jobs = jobsWith(place(printer));
});

describe('a ticket', () => {
  it('is printed once, however often it is asked for', async () => {
    const id = taken();
    expect(jobs.request(id, null, false)).toEqual({ state: 'queued', copies: 0, reason: null });
    await settled();
    expect(jobs.request(id, null, true)).toEqual({ state: 'printed', copies: 1, reason: null });
    await pauses(3);
    expect(printer.asked).toMatchObject([
      { number: 'A001', qrText: `http://centre.test/t/${id}`, copyText: null },
    ]);
  });
  it('of which nobody has asked has no print', () => {
    expect(jobs.of(taken())).toEqual({ state: 'none', copies: 0, reason: null });
  });
  it('asked for again after a restart says that it is a copy: its paper may be out', async () => {
    jobs.request(taken(), null, true);
    await settled();
    expect(printer.copies).toEqual(['In lần 2']);
  });
});

describe('a printer that cannot be reached', () => {
  it('is tried again until the paper is out, and the first paper is no copy', async () => {
    printer.outcomes = [lost, lost, printed];
    const id = taken();
    jobs.request(id, null, false);
    await settled();
    expect(jobs.of(id)).toEqual({ state: 'failed', copies: 0, reason: 'unreachable' });
    await pauses(5);
    expect(jobs.of(id)).toEqual({ state: 'printed', copies: 1, reason: null });
    expect(printer.copies).toEqual([null, null, null]);
  });
  it('is tried ever more rarely, given up after some hours, and the number stands', async () => {
    printer.otherwise = lost;
    const id = taken();
    jobs.request(id, null, false);
    await settled();
    await pauses(60);
    // Three minutes: with pauses that grow to half a minute.
    expect(printer.asked.length).toBeGreaterThan(10);
    expect(printer.asked.length).toBeLessThan(20);
    await pauses(6_000);
    expect(printer.asked).toHaveLength(400);
    expect(jobs.of(id)).toMatchObject({ state: 'failed', reason: 'unreachable' });
    expect(hall.floor.state.tickets.get(id as never)?.status).toBe('waiting');
  });
  it('is not tried for a ticket that has been given back', async () => {
    printer.otherwise = lost;
    const id = taken();
    jobs.request(id, null, false);
    await settled();
    hall.act({ type: 'cancel-ticket', ticketId: id }, { kind: 'citizen', id: 'ticket-link' });
    await pauses(3);
    expect(printer.asked).toHaveLength(1);
  });
  it('is left alone once the room is closed', async () => {
    printer.otherwise = lost;
    jobs.request(taken(), null, false);
    await settled();
    jobs.close();
    await pauses(3);
    expect(printer.asked).toHaveLength(1);
  });
});

describe('a paper that may have come out', () => {
  it.each([
    ['torn off in the middle', torn],
    ['never confirmed', { state: 'unconfirmed', reason: 'silent' } as PrintOutcome],
  ])('%s is not printed again by itself, and the next one is marked', async (_how, outcome) => {
    printer.outcomes = [outcome];
    const id = taken();
    jobs.request(id, null, false);
    await settled();
    await pauses(5);
    expect(printer.copies).toEqual([null]);
    expect(jobs.of(id)).toMatchObject({ state: outcome.state, copies: 1 });
    jobs.reprint(id, null);
    await settled();
    expect(printer.copies).toEqual([null, 'In lần 2']);
    jobs.reprint(id, null);
    await settled();
    expect(printer.copies).toEqual([null, 'In lần 2', 'In lần 3']);
    expect(jobs.of(id)).toEqual({ state: 'printed', copies: 3, reason: null });
  });
  it('is not asked for again while it is being printed', async () => {
    const id = taken();
    jobs.request(id, null, false);
    expect(jobs.reprint(id, null)).toMatchObject({ state: 'queued' });
    await settled();
    expect(printer.copies).toEqual([null]);
  });
  it('of a ticket whose paper is not known here is marked', async () => {
    jobs.reprint(taken(), null);
    await settled();
    expect(printer.copies).toEqual(['In lần 2']);
  });
});

describe('the printer of a place', () => {
  it('is the kiosk’s own, else the one for all', async () => {
    const own = new ScriptedPrinter();
    jobs = jobsWith(place(printer), place(own, ['kiosk-2']));
    jobs.request(taken(), 'kiosk-1', false);
    jobs.request(taken(), 'kiosk-2', false);
    await settled();
    expect(printer.asked.map(({ number }) => number)).toEqual(['A001']);
    expect(own.asked.map(({ number }) => number)).toEqual(['A002']);
    expect(jobs.printerStatus('kiosk-2')?.grade).toBe('good');
  });
  it('that is in trouble is passed over for the other one there, without a mark', async () => {
    const other = new ScriptedPrinter();
    printer.grade = 'bad';
    jobs = jobsWith(place(printer), place(other));
    jobs.request(taken(), null, false);
    await settled();
    expect([printer.copies, other.copies]).toEqual([[], [null]]);
    expect(jobs.printerStatus(null)?.grade).toBe('good');
  });
  it('that is lost with the first try is left for the other one there', async () => {
    const other = new ScriptedPrinter();
    printer.otherwise = lost;
    jobs = jobsWith(place(printer), place(other));
    jobs.request(taken(), null, false);
    await settled();
    printer.grade = 'bad';
    await pauses(1);
    expect([printer.copies, other.copies]).toEqual([[null], [null]]);
  });
  it('that fails before any byte has left gives the job to the other one there', async () => {
    const other = new ScriptedPrinter();
    printer.otherwise = lost;
    jobs = jobsWith(place(printer), place(other));
    const id = taken();
    jobs.request(id, null, false);
    await settled();
    await pauses(1);
    expect([printer.copies, other.copies]).toEqual([[null], [null]]);
    expect(jobs.of(id)).toMatchObject({ state: 'printed', copies: 1 });
  });
  it('that may have printed keeps the job: the other one does not print it by itself', async () => {
    const other = new ScriptedPrinter();
    printer.otherwise = torn;
    jobs = jobsWith(place(printer), place(other));
    jobs.request(taken(), null, false);
    await settled();
    await pauses(3);
    expect([printer.copies, other.copies]).toEqual([[null], []]);
  });
  it('may be none: the number is given all the same', async () => {
    jobs = jobsWith(place(printer, ['kiosk-2']));
    expect(jobs.request(taken(), 'kiosk-1', false)).toEqual({ state: 'none', copies: 0, reason: null });
    expect(jobs.printerStatus('kiosk-1')).toBeNull();
    await settled();
    expect(printer.asked).toEqual([]);
  });
});

describe('what is kept', () => {
  it('a kiosk is shown its own ten newest, newest first', async () => {
    const own = Array.from({ length: 12 }, () => taken());
    for (const id of own) jobs.request(id, 'kiosk-1', false);
    jobs.request(taken(), 'kiosk-2', false);
    await settled();
    expect(jobs.ofKiosk('kiosk-1').map(({ ticketId }) => ticketId)).toEqual(own.slice(2).reverse());
    expect(jobs.ofKiosk(null)).toHaveLength(10);
  });
  it('is bounded: the oldest jobs are forgotten', async () => {
    const first = taken();
    jobs.request(first, null, false);
    await settled();
    for (let each = 1; each < 2_000; each += 1) jobs.request(`other-${each}`, null, false);
    expect(jobs.of(first)).toMatchObject({ state: 'printed' });
    jobs.request('one too many', null, false);
    expect(jobs.of(first)).toEqual({ state: 'none', copies: 0, reason: null });
  });
});
