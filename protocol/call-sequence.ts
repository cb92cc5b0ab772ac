// Which call is announced now by one screen or loudspeaker: every fresh call once, strictly in order of its `callSeq`, each
// long enough to be read and to its last word, whatever arrives meanwhile and whatever was missed before. Pure: what is
// heard and times come in, the state comes out. What was announced is remembered by the caller over a restart.
import type { CallView } from './views/view-parts.ts';

export type HeardCalls = {
  /** The newest call of the whole centre: what is counted from the beginning again is another journal. */
  readonly callSeq: number;
  /** Newest first. */
  readonly calls: readonly CallView[];
};
/** The hall's time (epoch ms) tells how old a call is; a clock that only goes forward, how long it has been shown. */
export type Moment = { readonly hallTime: number; readonly steadyMs: number };

export type Announcing = {
  readonly call: CallView;
  /** By the steady clock: it is shown at least until then. */
  readonly until: number;
  /** False where it has waited too long for its turn: it is shown, not spoken. */
  readonly spoken: boolean;
  /** Several wait behind it: it is said once. */
  readonly hurried: boolean;
};
export type CallSequence = {
  /** The newest call that has been announced or passed over as old. */
  readonly announced: number;
  readonly current: Announcing | null;
  readonly queue: readonly CallView[];
};
export type SequenceRules = {
  /** A call older than this when it is heard of goes to the list only, ms. */
  readonly announcedForMs: number;
  /** A call older than this when its turn comes is not spoken, ms. */
  readonly spokenForMs: number;
};

const shownMs = 4_000;
const shownInBurstMs = 2_000;
const burstFrom = 3;

/** `announced` null: an outlet that was never on before; it begins with calls of the last few seconds. */
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

/**
 * Takes in what is heard and the time; gives what is to be announced now. Repeating it changes nothing. `speaking`: the
 * current call is still being said, and nothing follows it before its end.
 */
export function advance(
  sequence: CallSequence,
  heard: HeardCalls,
  now: Moment,
  rules: SequenceRules,
  speaking = false,
): CallSequence {
  const { calls, callSeq } = heard;
  // Counted from the beginning again: this is another journal, not an old call.
  if (callSeq < sequence.announced) return advance(beginSequence(null, heard, now), heard, now, rules);
  const known = Math.max(sequence.announced, ...sequence.queue.map((call) => call.callSeq));
  const fresh = calls.filter((call) => call.callSeq > known).sort((a, b) => a.callSeq - b.callSeq);
  const queue = [
    ...sequence.queue,
    ...fresh.filter((call) => now.hallTime - call.at <= rules.announcedForMs),
  ];
  const passed = Math.max(
    sequence.announced,
    ...(queue.length === 0 ? fresh.map((call) => call.callSeq) : []),
  );
  const standing = { announced: passed, current: sequence.current, queue };
  if (sequence.current !== null && (speaking || now.steadyMs < sequence.current.until)) return standing;
  const [call, ...rest] = queue;
  if (call === undefined) return standing;
  const hurried = rest.length >= burstFrom;
  const current = {
    ...{ call, hurried, spoken: now.hallTime - call.at <= rules.spokenForMs },
    until: now.steadyMs + (hurried ? shownInBurstMs : shownMs),
  };
  return { announced: call.callSeq, current, queue: rest };
}

/** What has grown old while nothing could be announced goes to the list only; the rest keeps its order. */
export function withoutStale(
  sequence: CallSequence,
  { hallTime }: Moment,
  rules: SequenceRules,
): CallSequence {
  const isFresh = (call: CallView) => hallTime - call.at <= rules.announcedForMs;
  const queue = sequence.queue.filter(isFresh);
  const passed = sequence.queue.filter((call) => !isFresh(call)).map((call) => call.callSeq);
  const oldest = queue[0]?.callSeq ?? Number.POSITIVE_INFINITY;
  const announced = Math.max(sequence.announced, ...passed.filter((callSeq) => callSeq < oldest));
  return { ...sequence, announced, queue };
}
