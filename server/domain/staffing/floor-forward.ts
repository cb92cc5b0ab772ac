// The floor played forward as a fluid, minute by minute: who waits and who is expected flows in, counters draw it off at
// their services' pace, always from whoever has waited longest among what they draw from. No chance in it: the same
// picture gives the same answer, and a change of counters is judged by playing it with and without.
import type { CounterId, ServiceId } from '../../../protocol/ids.ts';
import { arrivalsWithin } from './expected-arrivals.ts';
import type { CounterPicture, ServiceGroup, StaffingPicture, StaffingSettings } from './staffing-picture.ts';

/** What is done to the counters before playing. */
export type CounterChange =
  | { readonly kind: 'open'; readonly counterId: CounterId; readonly fromAt: number }
  | { readonly kind: 'close'; readonly counterId: CounterId }
  | {
      readonly kind: 'lend';
      readonly counterId: CounterId;
      readonly serviceIds: readonly ServiceId[];
      readonly fromAt: number;
      readonly untilAt: number;
    };
export type GroupForecast = {
  /** The highest wait of those who come within the horizon but not before a change could help, and when they come. */
  readonly topWaitMs: number;
  readonly topAt: number;
  /** Visitors expected within the horizon. */
  readonly visitors: number;
  /** Of them, who wait over the target. */
  readonly late: number;
  /** From then on, over the horizon, nobody who comes waits over the target; null where that does not happen. */
  readonly calmFrom: number | null;
};

type Stream = { readonly joinedAt: number; people: number };
type Queue = {
  readonly occupiesMs: number;
  readonly streams: Stream[];
  /** The place of the first stream that is not wholly served. */
  head: number;
  readonly served: Served[];
};
type Worker = {
  readonly fromAt: number;
  freeAt: number;
  /** From when until when it draws from which queue. */
  readonly draws: readonly { readonly queue: Queue; readonly fromAt: number; readonly untilAt: number }[];
};
type Served = { readonly joinedAt: number; readonly people: number; readonly waitMs: number };

const stepMs = 60_000;
/** People who come late in the horizon are followed so much longer to see how long they wait. */
const followMs = 90 * 60_000;

/** What each group has before it, with these changes. */
export function floorForward(
  picture: StaffingPicture,
  settings: StaffingSettings,
  changes: readonly CounterChange[] = [],
): Map<string, GroupForecast> {
  const queues = new Map<ServiceId, Queue>();
  for (const service of picture.services)
    queues.set(service.serviceId, {
      occupiesMs: Math.max(1000, service.occupiesMs),
      ...{ streams: waitingStreams(service, picture.at), head: 0, served: [] },
    });
  const workers = picture.counters.flatMap((counter) => workerOf(counter, picture, queues, changes));
  play(picture, settings, queues, workers);
  return new Map(
    picture.groups.map((group) => [group.groupId, forecastOf(group, picture, settings, queues)]),
  );
}

/** Those who wait, spread evenly from whoever has waited longest to now. */
function waitingStreams({ waiting, longestWaitMs }: { waiting: number; longestWaitMs: number }, at: number) {
  return Array.from(
    { length: waiting },
    (_, index): Stream => ({
      joinedAt: at - (longestWaitMs * (waiting - index)) / waiting,
      people: 1,
    }),
  );
}

function workerOf(
  counter: CounterPicture,
  { at, sessionBeginsAt }: StaffingPicture,
  queues: ReadonlyMap<ServiceId, Queue>,
  changes: readonly CounterChange[],
): Worker[] {
  const own = changes.filter((each) => each.counterId === counter.counterId);
  if (own.some(({ kind }) => kind === 'close')) return [];
  const opens = own.find((each) => each.kind === 'open')?.fromAt ?? counter.opensAt;
  if (counter.status === 'closed' && opens === null) return [];
  const fromAt = counter.status === 'closed' ? Math.max(opens ?? at, sessionBeginsAt) : at;
  const draw = (serviceId: ServiceId, from: number, untilAt: number) => {
    const queue = queues.get(serviceId);
    return queue === undefined ? [] : [{ queue, fromAt: from, untilAt }];
  };
  const draws = counter.serviceIds.flatMap((id) => draw(id, fromAt, Number.POSITIVE_INFINITY));
  for (const each of own) {
    if (each.kind !== 'lend') continue;
    draws.push(...each.serviceIds.flatMap((id) => draw(id, each.fromAt, each.untilAt)));
  }
  return [{ fromAt, freeAt: Math.max(fromAt, at + counter.busyForMs), draws }];
}

function play(
  picture: StaffingPicture,
  { horizonMs, presence }: StaffingSettings,
  queues: ReadonlyMap<ServiceId, Queue>,
  workers: readonly Worker[],
): void {
  const { at, services } = picture;
  const endAt = at + horizonMs + followMs;
  for (let now = at; now < endAt; now += stepMs) {
    if (now < at + horizonMs) {
      for (const { serviceId, expected } of services) {
        const people = arrivalsWithin(expected, { fromAt: now, toAt: now + stepMs });
        if (people > 0) queues.get(serviceId)?.streams.push({ joinedAt: now, people });
      }
    }
    for (const worker of workers) work(worker, now, presence);
  }
  for (const queue of queues.values()) {
    for (const { joinedAt, people } of queue.streams.slice(queue.head))
      queue.served.push({ joinedAt, people, waitMs: endAt - joinedAt });
  }
}

/** One counter's minute. */
function work(worker: Worker, now: number, presence: number): void {
  let leftMs = Math.min(stepMs, now + stepMs - worker.freeAt) * presence;
  while (leftMs > 1) {
    let oldest: { queue: Queue; stream: Stream } | null = null;
    for (const { queue, fromAt, untilAt } of worker.draws) {
      const stream = queue.streams[queue.head];
      if (stream === undefined || now < fromAt || now >= untilAt) continue;
      if (oldest === null || stream.joinedAt < oldest.stream.joinedAt) oldest = { queue, stream };
    }
    if (oldest === null) return;
    const { queue, stream } = oldest;
    const people = Math.min(stream.people, leftMs / queue.occupiesMs);
    leftMs -= people * queue.occupiesMs;
    stream.people -= people;
    queue.served.push({ joinedAt: stream.joinedAt, people, waitMs: Math.max(0, now - stream.joinedAt) });
    if (stream.people < 1e-9) queue.head += 1;
  }
}

/** The group's people by the minute of joining: the wait of a minute is the mean of those who join in it. */
function forecastOf(
  { serviceIds }: ServiceGroup,
  { at, sessionBeginsAt }: StaffingPicture,
  { targetMs, leadMs, horizonMs }: StaffingSettings,
  queues: ReadonlyMap<ServiceId, Queue>,
): GroupForecast {
  const minutes = new Map<number, { people: number; waitMs: number }>();
  let [visitors, late] = [0, 0];
  for (const each of serviceIds.flatMap((id) => queues.get(id)?.served ?? [])) {
    // Whoever comes before opening time waits for the doors, not for want of counters.
    const waitMs = each.waitMs - Math.max(0, sessionBeginsAt - each.joinedAt);
    if (each.joinedAt < at) continue;
    if (waitMs > targetMs) late += each.people;
    visitors += each.people;
    const minute = minutes.get(each.joinedAt) ?? { people: 0, waitMs: 0 };
    minute.people += each.people;
    minute.waitMs += each.people * waitMs;
    minutes.set(each.joinedAt, minute);
  }
  let [topWaitMs, topAt, calmFrom] = [0, at, at];
  for (const [joinedAt, { people, waitMs }] of minutes) {
    const mean = Math.max(0, waitMs / people);
    if (mean > targetMs) calmFrom = Math.max(calmFrom, joinedAt + stepMs);
    if (joinedAt < at + leadMs || mean <= topWaitMs) continue;
    topWaitMs = mean;
    topAt = joinedAt;
  }
  return { topWaitMs, topAt, visitors, late, calmFrom: calmFrom < at + horizonMs ? calmFrom : null };
}
