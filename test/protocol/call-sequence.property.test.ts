// Whatever reaches the hall board and whenever - bursts, the same view again, a lost link, a reload: each call is shown
// large at most once, in order, long enough to be read, and none that was fresh when the board heard of it is left out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallView } from '../../protocol/views/view-parts.ts';
import { Board, call, freshForMs, nine } from './calls.ts';

const viewHolds = 20;
const readableMs = 2_000;

type Happening =
  | { readonly what: 'called'; readonly skipped: number; readonly recall: boolean }
  | { readonly what: 'passes'; readonly ms: number }
  | { readonly what: 'lost' | 'found' | 'told again' | 'reloaded' };

const happenings: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      what: fc.constant('called' as const),
      skipped: fc.nat(2),
      recall: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('passes' as const),
      ms: fc.constantFrom(0, 1, 250, 1_000, 2_000, 4_000, 9_999, 30_000, 60_000, 61_000),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constantFrom('lost', 'found', 'told again', 'reloaded') }),
  },
);

/** A hall with one board, and beside it what the board owes the hall. */
class Hall {
  readonly board = new Board(0);
  readonly #calls: CallView[] = [];
  readonly #owed = new Map<number, CallView>();
  #heardUpTo = 0;
  #linked = true;
  #seq = 0;
  /** When the page was loaded last: what it shows may end there. */
  readonly loadedAt: number[] = [];

  happens(happening: Happening): void {
    if (happening.what === 'called') this.#call(happening);
    else if (happening.what === 'passes') this.board.pass(happening.ms);
    else if (happening.what === 'lost') this.#linked = false;
    else if (happening.what === 'reloaded') this.#reload();
    else {
      this.#linked ||= happening.what === 'found';
      this.#tell();
    }
  }

  end(): number[] {
    this.#linked = true;
    this.#tell();
    this.board.pass(300_000, 500);
    return [...this.#owed.keys()];
  }

  #call({ skipped, recall }: { skipped: number; recall: boolean }): void {
    this.#seq += 1 + skipped;
    this.#calls.unshift(call(this.#seq, this.board.now - nine, { recall }));
    this.#tell();
  }

  #tell(): void {
    if (!this.#linked) return;
    const view = this.#calls.slice(0, viewHolds);
    this.#owe(view);
    this.board.hear(view);
  }

  #reload(): void {
    const view = this.#calls.slice(0, viewHolds);
    this.#linked = true;
    this.loadedAt.push(this.board.now);
    // A page knows only what is in its first view: what it had not come to is judged anew.
    const shown = new Set(this.board.shownSeqs);
    for (const seq of this.#owed.keys()) if (!shown.has(seq)) this.#owed.delete(seq);
    this.#heardUpTo = this.board.remembered ?? 0;
    this.#owe(view);
    this.board.reload(view);
  }

  #owe(view: readonly CallView[]): void {
    for (const each of [...view].reverse()) {
      if (each.callSeq <= this.#heardUpTo) continue;
      this.#heardUpTo = each.callSeq;
      if (this.board.now - each.at <= freshForMs) this.#owed.set(each.callSeq, each);
    }
  }
}

describe('whatever reaches the board', () => {
  it('is announced once, in order, and as long as it takes to read', () => {
    fc.assert(
      fc.property(fc.array(happenings, { maxLength: 60, size: 'max' }), (all) => {
        const hall = new Hall();
        for (const each of all) hall.happens(each);
        const owed = hall.end();
        const { shown, shownSeqs } = hall.board;
        expect(shownSeqs).toEqual(owed);
        expect(shownSeqs).toEqual([...new Set(shownSeqs)].sort((a, b) => a - b));
        shown.slice(1).forEach(({ at }, index) => {
          const began = shown[index]?.at ?? 0;
          if (!hall.loadedAt.some((loaded) => loaded >= began && loaded <= at))
            expect(at - began).toBeGreaterThanOrEqual(readableMs);
        });
      }),
      { numRuns: 400 },
    );
  });
  it('changes nothing when the same view is told twice', () => {
    const seqs = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: viewHolds });
    fc.assert(
      fc.property(seqs, fc.nat(40), fc.nat(90_000), (heard, remembered, later) => {
        const once = new Board(remembered);
        const twice = new Board(remembered);
        const calls = heard.map((seq) => call(seq, seq));
        for (const board of [once, twice]) {
          board.pass(later);
          board.hear(calls);
        }
        twice.hear([...calls].reverse());
        expect(twice.sequence).toEqual(once.sequence);
        expect(twice.shown).toEqual(once.shown);
      }),
    );
  });
});
