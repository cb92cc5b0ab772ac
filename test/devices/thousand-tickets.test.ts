// A day of a thousand tickets on a printer that fails at random: every number is on paper exactly once without a mark, or
// on a marked copy, or listed as failed; none is lost, none is there twice looking alike.
import { expect, test } from 'vitest';
import type { TicketDocument } from '../../hardware/printer/ticket-document.ts';
import type { PrintOutcome, TicketPrinter } from '../../hardware/printer/ticket-printer.ts';
import { createPrintJobs } from '../../server/devices/print-jobs.ts';
import { seededRandom } from '../../server/simulation/seeded-random.ts';
import { manualClock } from '../support/manual-clock.ts';
import { commune, morning, openFloor } from '../support/memory-floor.ts';

/** A printer of which half the failures happen after the paper is out. */
class UnreliablePrinter implements TicketPrinter {
  readonly papers: { readonly number: string; readonly copy: string | null }[] = [];
  readonly #random;
  constructor(seed: string) {
    this.#random = seededRandom(seed);
  }
  async print({ number, copyText }: TicketDocument, sending = () => {}): Promise<PrintOutcome> {
    await Promise.resolve();
    const chance = this.#random.next();
    if (chance < 0.15) return { state: 'failed', reason: 'unreachable', mayHavePrinted: false };
    sending();
    const comesOut = chance < 0.2 || chance >= 0.25;
    if (comesOut) this.papers.push({ number, copy: copyText });
    if (chance < 0.25) return { state: 'failed', reason: 'connection-lost', mayHavePrinted: true };
    if (chance < 0.3) return { state: 'unconfirmed', reason: 'silent' };
    return { state: 'printed' };
  }
  status() {
    return { grade: 'good', reason: 'answered', heardAt: 0, since: 0 } as const;
  }
  async close() {}
}

test('a thousand numbers, each on one unmarked paper at the most, and none without paper or a word', async () => {
  const clock = manualClock(morning);
  const roomy = structuredClone(commune);
  for (const series of roomy.series) Object.assign(series, { digits: 4, to: 9_999 });
  const hall = openFloor(clock, undefined, { alwaysOpen: true, setup: roomy });
  const printers = ['left', 'right'].map((seed) => new UnreliablePrinter(seed));
  const jobs = createPrintJobs({
    ...{ floor: () => hall.floor, clock, changed: () => {}, ticketLink: (id) => id },
    printers: () => printers.map((printer) => ({ setup: { id: 'p', kioskIds: [] } as never, printer })),
  });
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const numbers = new Map<string, string>();
  for (let each = 0; each < 1_000; each += 1) {
    const taken = hall.take();
    if (!taken.ok) throw new Error('no number was given');
    numbers.set(String(taken.result.ticketId), String(taken.result.number));
    jobs.request(String(taken.result.ticketId), null, false);
    await settled();
    clock.pass(1_000);
  }
  for (let pause = 0; pause < 60; pause += 1) {
    clock.pass(3_000);
    await settled();
  }
  const papers = printers.flatMap((printer) => printer.papers);
  let without = 0;
  for (const [id, number] of numbers) {
    const { state } = jobs.of(id);
    const own = papers.filter((paper) => paper.number === number);
    if (own.length === 0) without += 1;
    expect(own.length > 0 || state === 'failed' || state === 'unconfirmed').toBe(true);
  }
  expect(without).toBeGreaterThan(0);
  // Whoever has no paper asks for it: it comes marked, because the first may lie in the tray.
  for (const id of numbers.keys()) if (jobs.of(id).state !== 'printed') jobs.reprint(id, null);
  await settled();
  const unmarked = printers.flatMap((printer) => printer.papers).filter(({ copy }) => copy === null);
  expect(new Set(unmarked.map(({ number }) => number)).size).toBe(unmarked.length);
  const marked = printers.flatMap((printer) => printer.papers).filter(({ copy }) => copy !== null);
  expect(marked.length).toBeGreaterThan(0);
  expect(new Set(marked.map(({ copy }) => copy))).toEqual(new Set(['In lần 2']));
});
