// Draws a scenario's day: who comes when and for what, how long each takes, who does not come when called, when officers
// sit down and leave for a break. Each service and each counter has chance of its own, so that changing one of them leaves
// the others' day as it was. The same scenario and seed give the same day.
import { type Random, seededRandom } from '../seeded-random.ts';
import type { DayPlan, PlannedCounter, PlannedStage, PlannedVisit, Span } from './day-plan.ts';
import type { Law, Scenario } from './scenario.ts';
import { scenarioSetup } from './scenario-setup.ts';

const minuteMs = 60_000;
const halfHour = 30;
const utcOffsetMinutes = 7 * 60;
/** A visit takes a counter at least so long. */
const leastMs = 20_000;

/** The whole day, everything that chance decides drawn. `seed`: another day of the same scenario. */
export function plannedDay(scenario: Scenario, seed: string = scenario.seed): DayPlan {
  const midnight = Date.parse(`${scenario.day}T00:00:00Z`) - utcOffsetMinutes * minuteMs;
  const sessions = scenario.sessions.map(({ opens, closes }): Span => {
    return { fromAt: midnight + minutesOf(opens) * minuteMs, toAt: midnight + minutesOf(closes) * minuteMs };
  });
  const drawn = scenario.services.flatMap((service) =>
    visitsOf(scenario, service, midnight, seededRandom(`${seed} visits ${service.id}`)),
  );
  const listed = scenario.visitors.map((visitor, index) =>
    listedVisit(scenario, visitor, midnight, seededRandom(`${seed} visitor ${index}`)),
  );
  const visits = [...drawn, ...listed].sort((a, b) => a.arrivesAt - b.arrivesAt);
  const begins = Math.min(
    ...sessions.map(({ fromAt }) => fromAt),
    ...visits.map(({ arrivesAt }) => arrivesAt),
  );
  return {
    ...{ setup: scenarioSetup(scenario), businessDay: scenario.day, beginsAt: begins - minuteMs, visits },
    counters: scenario.counters.map((counter) =>
      plannedCounter(scenario, counter, sessions, seededRandom(`${seed} counter ${counter.id}`)),
    ),
    overtimeMs: scenario.overtimeMinutes * minuteMs,
    noShowWaitMs: scenario.noShow.waitSeconds * 1000,
    alwaysOpen: false,
  };
}

type Service = Scenario['services'][number];

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 60 + minutes + seconds / 60;
}

/** Expected visitors of a service by the minute of the day at which each half hour begins. */
export function expectedByHalfHour(scenario: Scenario, service: Service): Map<number, number> {
  const { shape, load } = scenario;
  const sum = Object.values(shape).reduce((all, each) => all + each, 0);
  const figures =
    service.halfHours ??
    Object.fromEntries(
      Object.entries(shape).map(([time, each]) => [
        time,
        sum === 0 ? 0 : ((service.visits ?? 0) * each) / sum,
      ]),
    );
  return new Map(Object.entries(figures).map(([time, visitors]) => [minutesOf(time), visitors * load]));
}

function visitsOf(scenario: Scenario, service: Service, midnight: number, random: Random): PlannedVisit[] {
  const visits: PlannedVisit[] = [];
  for (const [minute, expected] of [...expectedByHalfHour(scenario, service)].sort(([a], [b]) => a - b)) {
    for (let left = poisson(expected, random); left > 0; left -= 1) {
      const arrivesAt = midnight + Math.round((minute + random.next() * halfHour) * 60) * 1000;
      visits.push(visit(scenario, service, arrivesAt, random));
    }
  }
  return visits;
}

function visit(scenario: Scenario, service: Service, arrivesAt: number, random: Random): PlannedVisit {
  const isPriority = random.next() < service.priorityShare;
  const classes = scenario.priorityClasses;
  const priorityClass = classes[Math.floor(random.next() * classes.length)] ?? null;
  const staysAway = random.next() < (service.noShowShare ?? scenario.noShow.share);
  const isSentOn = random.next() < (service.transfers?.share ?? 0);
  const { patience } = scenario.noShow;
  const patienceMs = patience === null ? null : drawMs(patience, random);
  const next = scenario.services.find(({ id }) => isSentOn && id === service.transfers?.to);
  const first = stageOf(scenario, service, random);
  return {
    arrivesAt,
    stages: next === undefined ? [first] : [first, stageOf(scenario, next, random)],
    priorityClass: isPriority ? priorityClass : null,
    patienceMs: staysAway ? -1 : patienceMs,
    cancelsAt: null,
  };
}

function stageOf(scenario: Scenario, { id, takes }: Service, random: Random): PlannedStage {
  const workMs = Math.max(leastMs, drawMs(takes, random));
  return { serviceId: id, workMs, walkMs: drawMs(scenario.walk, random) };
}

function listedVisit(
  scenario: Scenario,
  { at, service: id, priorityClass, minutes, comes }: Scenario['visitors'][number],
  midnight: number,
  random: Random,
): PlannedVisit {
  const service = scenario.services.find((each) => each.id === id);
  if (service === undefined) throw new RangeError(`there is no service "${id}"`);
  const stage = stageOf(scenario, service, random);
  return {
    arrivesAt: midnight + minutesOf(at) * minuteMs,
    stages: [minutes === undefined ? stage : { ...stage, workMs: minutes * minuteMs }],
    priorityClass: priorityClass ?? null,
    patienceMs: comes ? null : -1,
    cancelsAt: null,
  };
}

function plannedCounter(
  { breaks }: Scenario,
  { id, pace, sessions: own, lateMinutes, reserve }: Scenario['counters'][number],
  sessions: readonly Span[],
  random: Random,
): PlannedCounter {
  const staffed = sessions.filter((_, index) => !reserve && (own?.includes(index + 1) ?? true));
  const open = staffed.map(({ fromAt, toAt }) => ({ fromAt: fromAt + lateMinutes * minuteMs, toAt }));
  const pauses: Span[] = [];
  if (breaks !== null)
    for (const { fromAt, toAt } of staffed) {
      const gap = () => -Math.log(1 - random.next()) * breaks.everyMinutes * minuteMs;
      for (let at = fromAt + gap(); at < toAt; at += gap()) {
        const from = Math.round(at / 1000) * 1000;
        pauses.push({ fromAt: from, toAt: from + drawMs(breaks.takes, random) });
      }
    }
  return { counterId: id, pace, open, pauses };
}

/** Milliseconds, in whole seconds. */
function drawMs(law: Law, random: Random): number {
  return Math.max(1, Math.round(drawMinutes(law, random) * 60)) * 1000;
}

function drawMinutes(law: Law, random: Random): number {
  if (law.law === 'fixed') return law.minutes;
  if (law.law === 'list') return law.minutes[Math.floor(random.next() * law.minutes.length)] ?? 1;
  const drawn = random.around(law.median, law.sigma);
  return law.law === 'mixed' && random.next() < law.longShare ? drawn * law.longTimes : drawn;
}

/** A number of people around what is expected (Knuth's method, in parts that do not underflow). */
function poisson(mean: number, random: Random): number {
  let [people, left] = [0, mean];
  while (left > 0) {
    const part = Math.min(left, 20);
    left -= part;
    for (let product = random.next(); product > Math.exp(-part); product *= random.next()) people += 1;
  }
  return people;
}
