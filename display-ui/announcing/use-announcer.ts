// Runs the call sequence on a screen: with each view and every quarter second it takes up the call whose turn it is, has it
// spoken where the screen speaks, and tells the server what was announced. What was announced is remembered over a reload.
import { useEffect, useRef, useState } from 'react';
import type { AnnouncedHow, ScreenSound } from '../../protocol/announced.ts';
import {
  type Announcing,
  advance,
  beginSequence,
  type CallSequence,
  withoutStale,
} from '../../protocol/call-sequence.ts';
import type { LiveView } from '../../protocol/client/live-view.ts';
import { reportEveryMs } from '../../protocol/socket-names.ts';
import type { HallView } from '../../protocol/views/hall-view.ts';
import { type CallVoice, callVoice } from './call-voice.ts';
import { screenMemory } from './screen-memory.ts';

export type Announcer = {
  /** What has its turn now; null between calls. */
  readonly current: Announcing | null;
  /** The newest call that has had its turn; boards list what came before it. */
  readonly announced: number;
  readonly sound: ScreenSound;
  /** From within a touch: lets the sound out. */
  unlock(): void;
};
type Heard = Pick<HallView, 'calls' | 'callSeq' | 'sound'>;
type Hearing = {
  readonly heard: Heard | null;
  readonly clockOffsetMs: number;
  /** The server is not heard: a sound that is not here yet cannot be fetched. */
  readonly outOfDate: boolean;
  readonly report: LiveView<'hall'>['report'];
};

const stepMs = 250;

/** `preview`: a board that somebody looks at in the office; it never speaks, remembers nothing and is not in the log. */
export function useAnnouncer(hearing: Hearing, { silent = false, preview = false } = {}): Announcer {
  const [shown, setShown] = useState<Announcer>(() => ({
    ...{ current: null, announced: 0, sound: 'off', unlock: () => {} },
  }));
  const now = useRef(hearing);
  now.current = hearing;
  const step = useRef(() => {});
  useEffect(() => {
    const run = announcerRun(() => now.current, setShown, { silent, preview });
    step.current = run.step;
    const timer = setInterval(run.step, stepMs);
    const reports = setInterval(run.report, reportEveryMs);
    return () => {
      clearInterval(timer);
      clearInterval(reports);
      run.close();
    };
  }, [silent, preview]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new view is looked at once, when it comes
  useEffect(() => step.current(), [hearing.heard]);
  return shown;
}

type Manner = { readonly silent: boolean; readonly preview: boolean };

function announcerRun(hearing: () => Hearing, show: (shown: Announcer) => void, { silent, preview }: Manner) {
  const { pathname, search } = window.location;
  const memory = screenMemory(preview ? null : localStorage, pathname + search);
  let sequence: CallSequence | null = null;
  let voice: CallVoice | null = null;
  let speaking = false;
  let wasAway = false;
  let shown = '';
  let reported: ScreenSound | null = null;

  const soundNow = (): ScreenSound => voice?.state() ?? 'off';
  const report = async () => {
    if (preview) return;
    const rows = memory.unsaid();
    const sound = soundNow();
    if (await hearing().report({ sound, announced: [...rows] })) {
      memory.said(rows);
      reported = sound;
    }
  };
  const draw = () => {
    const isOn = sequence?.current != null && (speaking || performance.now() < sequence.current.until);
    const next: Announcer = {
      current: isOn ? (sequence?.current ?? null) : null,
      announced: sequence?.announced ?? 0,
      sound: soundNow(),
      unlock: () => void voice?.unlock().then(draw),
    };
    const key = `${next.current?.call.callSeq} ${next.announced} ${next.sound}`;
    if (key === shown) return;
    shown = key;
    show(next);
  };
  const say = ({ call, spoken, hurried }: Announcing, { sound }: Heard): Promise<AnnouncedHow> => {
    if (voice === null) return Promise.resolve('shown');
    if (!spoken) return Promise.resolve('too-late');
    const percent = sound.percents[call.zoneId] ?? 0;
    return percent === 0 ? Promise.resolve('muted') : voice.say(call, hurried, percent);
  };
  const announce = async (announcing: Announcing, heard: Heard) => {
    const { callSeq, number, counterNumber, recall } = announcing.call;
    const at = Math.round(Date.now() + hearing().clockOffsetMs);
    const row = { callSeq, at, number, counterNumber, recall };
    memory.begin(row);
    memory.remember(callSeq);
    speaking = true;
    const how = await say(announcing, heard);
    speaking = false;
    memory.add({ ...row, how });
    void report();
    step();
  };
  const step = () => {
    const { heard, clockOffsetMs, outOfDate } = hearing();
    if (heard === null) return;
    const speaks = heard.sound.on && !silent && !preview;
    if (speaks && voice === null) voice = callVoice();
    const moment = { hallTime: Date.now() + clockOffsetMs, steadyMs: performance.now() };
    const before = sequence ?? beginSequence(memory.announced(), heard, moment);
    // A call that cannot be said waits for the server, and is announced if it is fresh then.
    const next = before.queue[0];
    const isHeard = next !== undefined && (heard.sound.percents[next.zoneId] ?? 0) > 0;
    const waits = outOfDate && voice !== null && isHeard && !voice.isPrepared(next);
    const standing = wasAway && !outOfDate ? withoutStale(before, moment, heard.sound) : before;
    wasAway = outOfDate;
    const after = advance(standing, heard, moment, heard.sound, speaking || waits);
    sequence = after;
    memory.remember(after.announced);
    for (const call of after.queue.slice(0, 8)) voice?.prepare(call);
    if (after.current !== null && after.current !== before.current) void announce(after.current, heard);
    if (soundNow() !== reported && reported !== null) void report();
    if (reported === null) {
      reported = soundNow();
      void report();
    }
    draw();
  };
  return { step, report: () => void report(), close: () => voice?.close() };
}
