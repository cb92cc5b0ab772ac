// Calls as the hall board hears of them, and a board that runs the sequence as a screen does: with each view, on every
// tick, over a lost link and a reload.
import {
  advance,
  beginSequence,
  type CallSequence,
  type HeardCalls,
  type Moment,
  type SequenceRules,
} from '../../protocol/call-sequence.ts';
import type { CallView } from '../../protocol/views/view-parts.ts';
import { clock } from '../support/domain-clock.ts';

export const nine = clock('09:00');
export const freshForMs = 60_000;
export const usualRules: SequenceRules = { announcedForMs: freshForMs, spokenForMs: 180_000 };

/** A call made so many milliseconds after nine. */
export function call(callSeq: number, afterNine: number, change: Partial<CallView> = {}): CallView {
  return {
    callSeq,
    at: nine + afterNine,
    number: `A${String(callSeq).padStart(3, '0')}`,
    counterId: 'c01' as CallView['counterId'],
    counterNumber: '1',
    zoneId: 'tang-1' as CallView['zoneId'],
    recall: false,
    priority: false,
    ...change,
  };
}

/** A screen in the hall: what it hears, what it remembers over a reload, and what it has shown large and when. */
export class Board {
  now = nine;
  hallClockMovedBy = 0;
  sequence: CallSequence | null = null;
  /** Whether the call that is shown is still being said. */
  speaking = false;
  remembered: number | null;
  heard: HeardCalls = { calls: [], callSeq: 0 };
  readonly shown: { readonly callSeq: number; readonly at: number }[] = [];

  constructor(remembered: number | null) {
    this.remembered = remembered;
  }

  get shownSeqs(): number[] {
    return this.shown.map((each) => each.callSeq);
  }

  /** `callSeq`: the newest call of the centre; it goes on in the journal that this board knows. */
  hear(calls: readonly CallView[], callSeq = newestOf(calls, this.remembered ?? 0)): void {
    this.heard = { calls: [...calls], callSeq };
    this.#step();
  }

  /** The hall's time; the machine's steady clock began at nine. */
  get moment(): Moment {
    return { hallTime: this.now + this.hallClockMovedBy, steadyMs: this.now - nine };
  }

  /** Time goes by in the steps of the screen. */
  pass(ms: number, step = 250): void {
    for (const until = this.now + ms; this.now < until; ) {
      this.now = Math.min(until, this.now + step);
      if (this.sequence !== null) this.#step();
    }
  }

  /** The page is loaded anew and hears this first. */
  reload(calls: readonly CallView[]): void {
    this.sequence = null;
    this.hear(calls);
  }

  #step(): void {
    const before = this.sequence ?? beginSequence(this.remembered, this.heard, this.moment);
    const next = advance(before, this.heard, this.moment, usualRules, this.speaking);
    if (next.current !== null && next.current !== before.current)
      this.shown.push({ callSeq: next.current.call.callSeq, at: this.now });
    this.sequence = next;
    this.remembered = next.announced;
  }
}

function newestOf(calls: readonly CallView[], otherwise: number): number {
  return calls.length === 0 ? otherwise : Math.max(...calls.map((each) => each.callSeq));
}
