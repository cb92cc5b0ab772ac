// Which call the hall board shows large, and for how long: every fresh call once, strictly in order of its `callSeq`, each
// long enough to be read, whatever arrives while it is shown and whatever was missed meanwhile. Pure: views and times come
// in, the state comes out. What was announced is remembered by the caller over a reload.
import type { HallView } from '../../protocol/views/hall-view.ts';
import type { CallView } from '../../protocol/views/view-parts.ts';

export type HeardCalls = Pick<HallView, 'calls' | 'callSeq'>;
/** The hall's time (epoch ms) tells how old a call is; a clock that only goes forward, how long it has been shown. */
export type Moment = { readonly hallTime: number; readonly steadyMs: number };

export type CallSequence = {
  /** The newest call that has been shown large or passed over as old. */
  readonly announced: number;
  /** `until` by the steady clock. */
  readonly current: { readonly call: CallView; readonly until: number } | null;
  readonly queue: readonly CallView[];
};

/** A call older than this when the board hears of it goes to the list only. */
export const freshForMs = 60_000;
const shownMs = 4_000;
const shownInBurstMs = 2_000;
const burstFrom = 3;

/** `announced` null: a board that was never on before; it begins with calls of the last few seconds. */
export function beginSequence(
  announced: number | null,
  { calls, callSeq }: HeardCalls,
  { hallTime }: Moment,
): CallSequence {
  const justNow = calls.filter((call) => hallTime - call.at < 10_000).map((call) => call.callSeq);
  return {
    announced: announced ?? (justNow.length > 0 ? Math.min(...justNow) - 1 : callSeq),
    current: null,
    queue: [],
  };
}

/** Takes in a view's calls and the time; gives what is to be shown now. Repeating it changes nothing. */
export function advance(sequence: CallSequence, heard: HeardCalls, now: Moment): CallSequence {
  const { calls, callSeq } = heard;
  // Counted from the beginning again: this is another journal, not an old call.
  if (callSeq < sequence.announced) return advance(beginSequence(null, heard, now), heard, now);
  const known = Math.max(sequence.announced, ...sequence.queue.map((call) => call.callSeq));
  const fresh = calls.filter((call) => call.callSeq > known).sort((a, b) => a.callSeq - b.callSeq);
  const queue = [...sequence.queue, ...fresh.filter((call) => now.hallTime - call.at <= freshForMs)];
  const passed = Math.max(
    sequence.announced,
    ...(queue.length === 0 ? fresh.map((call) => call.callSeq) : []),
  );
  if (sequence.current !== null && now.steadyMs < sequence.current.until)
    return { announced: passed, current: sequence.current, queue };
  const [next, ...rest] = queue;
  if (next === undefined) return { announced: passed, current: sequence.current, queue };
  const until = now.steadyMs + (rest.length >= burstFrom ? shownInBurstMs : shownMs);
  return { announced: next.callSeq, current: { call: next, until }, queue: rest };
}
