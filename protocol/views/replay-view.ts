// A past day as it is played again: the supervisor's view at chosen times, each frame against the one before it, so that a
// day fits the wire. The server makes frames with `frameAfter`, a page folds them with `viewAfter`.
import { z } from 'zod';
import {
  businessDaySchema,
  counterIdSchema,
  deviceIdSchema,
  epochMsSchema,
  serviceIdSchema,
} from '../ids.ts';
import {
  alarmSchema,
  floorAlarmCodes,
  floorAlarmSchema,
  type SupervisorView,
  supervisorViewSchema,
  watchedCounterSchema,
  watchedQueueSchema,
} from './supervisor-view.ts';

/** Who waits is shown as far as this, whoever has used up the largest share first. */
export const replayWaitingShown = 40;
/** Frames of one answer at most. */
export const replayFramesAtMost = 500;

/** Epoch ms. */
export type ReplaySpan = { readonly from: number; readonly to: number; readonly stepSeconds: number };

export const replayFrameSchema = z.object({
  at: epochMsSchema,
  /** The newest row of the journal that is in it; 0 before the first. */
  seq: z.int(),
  /** Counters and queues that are otherwise than in the frame before. */
  counters: z.array(watchedCounterSchema),
  queues: z.array(watchedQueueSchema),
  waiting: supervisorViewSchema.shape.waiting,
  floorAlarms: z.array(floorAlarmSchema),
  alarms: z.array(alarmSchema),
  intakeStopped: z.boolean(),
  today: supervisorViewSchema.shape.today,
});
export type ReplayFrame = z.infer<typeof replayFrameSchema>;

/** A moment of the day to which one may jump: something was amiss from then on. */
export const replayMarkSchema = z.object({
  at: epochMsSchema,
  code: z.enum([...floorAlarmCodes, 'device']),
  counterId: counterIdSchema.nullable(),
  serviceId: serviceIdSchema.nullable(),
  deviceId: deviceIdSchema.nullable(),
  params: floorAlarmSchema.shape.params,
});
export type ReplayMark = z.infer<typeof replayMarkSchema>;

export const replayDaySchema = z.object({
  day: businessDaySchema,
  timeZone: z.string(),
  firstAt: epochMsSchema,
  lastAt: epochMsSchema,
  rows: z.int(),
  marks: z.array(replayMarkSchema),
});
export type ReplayDay = z.infer<typeof replayDaySchema>;

export const replayFramesSchema = z.object({
  /** The whole view of the first frame. */
  first: supervisorViewSchema,
  frames: z.array(replayFrameSchema).max(replayFramesAtMost),
});
export type ReplayFrames = z.infer<typeof replayFramesSchema>;

/** The times of the frames of a span: its beginning, every step, and its end. */
export function replayTimes({ from, to, stepSeconds }: ReplaySpan): number[] {
  const times: number[] = [];
  for (let at = from; at < to; at += stepSeconds * 1_000) times.push(at);
  return [...times, to];
}

/** What a page must know to make `view` of the view before it; `null`: there is none. */
export function frameAfter(before: SupervisorView | null, view: SupervisorView): ReplayFrame {
  const { floor, counters, queues, waiting, floorAlarms, alarms, intakeStopped, today } = view;
  return {
    ...{ at: floor.at, seq: floor.seq },
    counters: changed(before?.counters, counters, ({ id }) => id),
    queues: changed(before?.queues, queues, ({ serviceId }) => serviceId),
    ...{ waiting, floorAlarms, alarms, intakeStopped, today },
  };
}

/** The view that a frame makes of the one before it. */
export function viewAfter(before: SupervisorView, frame: ReplayFrame): SupervisorView {
  const { at, seq, counters, queues, ...whole } = frame;
  return {
    ...before,
    ...whole,
    floor: { ...before.floor, at, seq },
    counters: taken(before.counters, counters, ({ id }) => id),
    queues: taken(before.queues, queues, ({ serviceId }) => serviceId),
  };
}

function changed<T>(before: readonly T[] | undefined, now: readonly T[], idOf: (each: T) => string): T[] {
  const known = new Map(before?.map((each) => [idOf(each), JSON.stringify(each)]));
  return now.filter((each) => known.get(idOf(each)) !== JSON.stringify(each));
}

function taken<T>(before: readonly T[], news: readonly T[], idOf: (each: T) => string): T[] {
  const fresh = new Map(news.map((each) => [idOf(each), each]));
  return before.map((each) => fresh.get(idOf(each)) ?? each);
}
