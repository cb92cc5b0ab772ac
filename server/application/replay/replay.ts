// A day of the journal played again for the supervisor: the same view as the live floor's, built at chosen times, and the
// moments when something was amiss. One day at a time, and after every frame whoever waits for the server is let through,
// so that no call is late for it. Names, zones and profiles are those of the set-up in force.

import type { BusinessDay } from '../../../protocol/ids.ts';
import { noNotices } from '../../../protocol/notices.ts';
import {
  frameAfter,
  type ReplayDay,
  type ReplayFrame,
  type ReplayFrames,
  type ReplayMark,
  type ReplaySpan,
  replayTimes,
  replayWaitingShown,
} from '../../../protocol/views/replay-view.ts';
import type { SupervisorView } from '../../../protocol/views/supervisor-view.ts';
import type { Intake } from '../../domain/business-day.ts';
import type { CentreRules } from '../../domain/centre-rules.ts';
import { noDevices } from '../device-facts.ts';
import { noEstimates } from '../estimates/wait-estimates.ts';
import type { PastDays } from '../journal-port.ts';
import { floorAlarms } from '../views/floor-alarms.ts';
import { supervisorView } from '../views/floor-view.ts';
import type { ViewInput } from '../views/view-input.ts';
import { watchedFloor } from '../views/watched-floor.ts';
import { type ReplayPlayer, replayPlayer } from './replay-player.ts';

export type FramesWanted = ReplaySpan;
export type Replay = {
  days(): BusinessDay[];
  /** Null where the journal has nothing of that day; `busy` while too many others ask. */
  day(day: BusinessDay): Promise<ReplayDay | null | 'busy'>;
  frames(day: BusinessDay, wanted: FramesWanted): Promise<ReplayFrames | null | 'busy'>;
};
export type ReplayParts = {
  readonly past: PastDays;
  readonly rules: () => CentreRules;
  readonly intakeAt: (at: number) => Intake;
  /** Lets whoever waits for the server go first. */
  readonly letOthers: () => Promise<void>;
};

const daysShown = 60;
const minuteMs = 60_000;
const marksAtMost = 400;
const askersAtMost = 4;
const daysKept = 8;

export function createReplay(parts: ReplayParts): Replay {
  const { past } = parts;
  const inTurn = turns();
  const kept = new Map<string, ReplayDay>();
  return {
    days: () => past.days(daysShown),
    day: (day) =>
      inTurn(async () => {
        const span = await spanOf(parts, day);
        if (span === null) return null;
        const key = `${day} ${span.lastSeq} ${parts.rules().setup.revision}`;
        const known = kept.get(key) ?? (await described(parts, day, span));
        kept.delete(key);
        kept.set(key, known);
        if (kept.size > daysKept) kept.delete(kept.keys().next().value ?? '');
        return known;
      }),
    frames: (day, wanted) =>
      inTurn(async () => (past.rows(day, 0, 1).length === 0 ? null : framesOf(parts, day, wanted))),
  };
}

/** One after another, and no more than a few that wait. */
function turns() {
  let last: Promise<unknown> = Promise.resolve();
  let asking = 0;
  return <T>(work: () => Promise<T>): Promise<T | 'busy'> => {
    if (asking >= askersAtMost) return Promise.resolve('busy');
    asking += 1;
    const mine = last.then(work, work).finally(() => {
      asking -= 1;
    });
    last = mine.catch(() => {});
    return mine;
  };
}

type Span = { firstAt: number; lastAt: number; rows: number; lastSeq: number };

/** From the first thing that people did to the last; null for a day without rows. */
async function spanOf({ past, letOthers }: ReplayParts, day: BusinessDay): Promise<Span | null> {
  const all = { firstAt: Number.POSITIVE_INFINITY, lastAt: 0, rows: 0, lastSeq: 0 };
  const worked = { firstAt: Number.POSITIVE_INFINITY, lastAt: 0 };
  for (;;) {
    const page = past.rows(day, all.lastSeq, 500);
    if (page.length === 0) break;
    for (const { at, seq, actor, event } of page) {
      Object.assign(all, {
        firstAt: Math.min(all.firstAt, at),
        lastAt: at,
        rows: all.rows + 1,
        lastSeq: seq,
      });
      if (actor.startsWith('system:') || event.type === 'device-changed') continue;
      Object.assign(worked, { firstAt: Math.min(worked.firstAt, at), lastAt: at });
    }
    await letOthers();
  }
  if (all.rows === 0) return null;
  return worked.lastAt === 0 ? all : { ...all, ...worked };
}

async function described(parts: ReplayParts, day: BusinessDay, span: Span): Promise<ReplayDay> {
  const { firstAt, lastAt, rows } = span;
  return {
    ...{ day, timeZone: parts.rules().setup.centre.timeZone, firstAt, lastAt, rows },
    marks: await marksOf(parts, day, span),
  };
}

/** When something began to be amiss, looked at every minute. */
async function marksOf(parts: ReplayParts, day: BusinessDay, span: Span): Promise<ReplayMark[]> {
  const player = replayPlayer(parts.past, day, parts.letOthers);
  const marks: ReplayMark[] = [];
  let before = new Set<string>();
  for (let at = span.firstAt; at < span.lastAt + minuteMs && marks.length < marksAtMost; at += minuteMs) {
    const moment = Math.min(at, span.lastAt);
    await player.advanceTo(moment);
    marks.push(
      ...player
        .troubles()
        .map((mark) => ({ ...mark, params: { ...mark.params, ...counterOf(parts, mark) } })),
    );
    const input = inputAt(parts, player, moment);
    const here = new Set<string>();
    for (const { code, since, counterId, serviceId, params } of floorAlarms(input, watchedFloor(input))) {
      if (code === 'help') continue;
      const key = `${code} ${counterId} ${serviceId}`;
      here.add(key);
      const seenAt = Math.max(since, moment - minuteMs, span.firstAt);
      if (!before.has(key))
        marks.push({ at: Math.min(seenAt, moment), code, counterId, serviceId, deviceId: null, params });
    }
    before = here;
    await parts.letOthers();
  }
  return marks.sort((a, b) => a.at - b.at);
}

/** The counter's number, for the sentence. */
function counterOf({ rules }: ReplayParts, { counterId }: ReplayMark): { counter?: string } {
  const counter = counterId === null ? undefined : rules().counters.get(counterId);
  return counter === undefined ? {} : { counter: counter.number };
}

async function framesOf(
  parts: ReplayParts,
  day: BusinessDay,
  { from, to, stepSeconds }: FramesWanted,
): Promise<ReplayFrames> {
  const player = replayPlayer(parts.past, day, parts.letOthers);
  const frames: ReplayFrame[] = [];
  let first: SupervisorView | null = null;
  let before: SupervisorView | null = null;
  for (const at of replayTimes({ from, to, stepSeconds })) {
    await player.advanceTo(at);
    const view = shownView(supervisorView(inputAt(parts, player, at)), player);
    first ??= view;
    frames.push(frameAfter(before, view));
    before = view;
    await parts.letOthers();
  }
  // A span always holds its beginning.
  return { first: first as SupervisorView, frames };
}

/** Without what only a live floor is asked for: whom one could send, the public snapshot. */
function shownView(view: SupervisorView, player: ReplayPlayer): SupervisorView {
  const { floor, waiting } = view;
  return {
    ...view,
    floor: { ...floor, counters: [], queues: [], calls: [] },
    waiting: waiting.slice(0, replayWaitingShown),
    ...{ freeOperators: [], operators: [], devices: [], alarms: player.alarms() },
  };
}

function inputAt({ rules, intakeAt }: ReplayParts, { state }: ReplayPlayer, at: number): ViewInput {
  const nothing = { devices: noDevices, notices: noNotices, estimates: noEstimates, heardSeq: null };
  return { state, rules: rules(), at, intake: intakeAt(at), ...nothing };
}
