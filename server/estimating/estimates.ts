// The waits as the floor and its screens are told them: follows the floor, has them reckoned anew soon after each change and
// now and then besides, and keeps the last answer at hand. At most one look is under way; what happens meanwhile is in the next.
import type { CounterId, PriorityClassId, ServiceId, TicketId } from '../../protocol/ids.ts';
import type { Clock } from '../application/clock.ts';
import type { AnnouncedEstimate, Foresight } from '../application/estimates/wait-estimates.ts';
import type { Floor } from '../application/floor-port.ts';
import type { RecordedEvent } from '../domain/events.ts';
import { tallyOf } from '../domain/staffing/advice-record.ts';
import type { StaffingAdvice } from '../domain/staffing/staffing-advice.ts';
import { announceWait } from '../domain/wait-estimate/announced-wait.ts';
import type { Newcomer } from '../domain/wait-estimate/floor-plan.ts';
import { pictureOf } from '../domain/wait-estimate/picture-of.ts';
import type { WaitEstimate } from '../domain/wait-estimate/wait-estimator.ts';
import type { KeptAdvice } from './advice-desk.ts';
import type { Looked } from './estimate-desk.ts';
import type { Estimator } from './estimator.ts';

/** The record of advice on disk. */
export type AdviceStore = { load(): readonly KeptAdvice[]; save(kept: readonly KeptAdvice[]): void };

export type FollowedEstimates = Foresight & {
  /** Follows the floor from now on; `changed` is called when what screens show of waits has changed. */
  follow(floor: Floor, changed: () => void): void;
  close(): Promise<void>;
};

type Kept = {
  readonly at: number;
  readonly announced: WaitEstimate;
  readonly longerAt: number | null;
};

/** That a wait has become longer is said for so long. */
const longerSaidForMs = 3 * 60_000;
const soonMs = 250;
const everyMs = 10_000;
/** A look that is not answered by then is given up: the thread may have died with it. */
const answerWithinMs = 15_000;
const rowsAtMost = 20_000;

export function followEstimates(parts: {
  clock: Clock;
  alwaysOpen: boolean;
  open: (heard: { answered: (looked: Looked) => void; lost: (error: unknown) => void }) => Estimator;
  store: AdviceStore;
  log: (level: 'warn', message: string, details: Record<string, unknown>) => void;
}): FollowedEstimates {
  const { clock, alwaysOpen, store, log } = parts;
  let advice: readonly StaffingAdvice[] = [];
  let kept = store.load();
  /** As announced, and when it was last said to have become longer. */
  const tickets = new Map<TicketId, Kept>();
  const newcomers = new Map<string, WaitEstimate | null>();
  let usual: ReadonlySet<CounterId> = new Set();
  let rows: RecordedEvent[] = [];
  let asked: readonly Newcomer[] = [];
  let underway = false;
  let wanted = false;
  let changed = () => {};
  let floor: Floor | null = null;
  let setup: unknown = null;
  let cancelSoon: (() => void) | null = null;
  let cancelEvery = () => {};
  let cancelAnswer = () => {};

  /** What a ticket's paper says: what is announced later begins there. */
  const onPaper = (id: TicketId): Kept | undefined => {
    const ticket = floor?.state.tickets.get(id);
    if (ticket?.status !== 'waiting' || ticket.estimate === null) return undefined;
    return { at: ticket.issuedAt, announced: ticket.estimate, longerAt: null };
  };
  const forget = () => {
    tickets.clear();
    newcomers.clear();
    advice = [];
  };
  const answered = ({ at, ...looked }: Looked) => {
    cancelAnswer();
    underway = false;
    const before = new Map(tickets);
    forget();
    usual = new Set(looked.usual);
    advice = looked.advice;
    if (looked.kept !== null) {
      kept = looked.kept;
      store.save(kept);
    }
    for (const [id, estimate] of looked.tickets)
      tickets.set(id, announced(before.get(id) ?? onPaper(id), estimate, at));
    for (const [place, newcomer] of asked.entries())
      newcomers.set(keyOf(newcomer.serviceId, newcomer.priorityClass), looked.newcomers[place] ?? null);
    changed();
    if (wanted) soon();
  };
  const lost = (error: unknown) => {
    log('warn', 'waits are not estimated for now', { error: String(error) });
    cancelAnswer();
    underway = false;
    forget();
    changed();
  };
  const estimator = parts.open({ answered, lost });
  const look = () => {
    cancelSoon = null;
    if (floor === null) return;
    if (underway) {
      wanted = true;
      return;
    }
    ({ underway, wanted } = { underway: true, wanted: false });
    const { state, rules } = floor;
    if (rules.setup !== setup) {
      if (setup !== null) estimator.setUp(rules.setup);
      setup = rules.setup;
    }
    asked = newcomersOf(floor);
    const picture = pictureOf({ state, rules, at: floor.now(), alwaysOpen, usual });
    const told = rows.filter(({ seq }) => seq > estimator.knownSeq);
    rows = [];
    cancelAnswer = clock.after(answerWithinMs, () => {
      lost(new Error('no answer in time'));
      estimator.restart();
    });
    estimator.look({ rows: told, picture, newcomers: asked });
  };
  const soon = () => {
    cancelSoon ??= clock.after(soonMs, look);
  };
  const again = () => {
    cancelEvery = clock.after(everyMs, () => {
      soon();
      again();
    });
  };
  return {
    ofTicket(ticketId, at): AnnouncedEstimate | null {
      const kept = tickets.get(ticketId);
      if (kept === undefined) return null;
      const gone = at - kept.at;
      const { lowMs, medianMs, highMs } = kept.announced;
      const longer = kept.longerAt !== null && at - kept.longerAt < longerSaidForMs;
      return { lowMs: lowMs - gone, medianMs: medianMs - gone, highMs: highMs - gone, longer };
    },
    // Classes without a promise of their own wait alike: the first of them stands for all.
    ofNewcomer: (serviceId, priorityClass) =>
      newcomers.get(keyOf(serviceId, priorityClass)) ??
      (priorityClass === null
        ? null
        : (newcomers.get(keyOf(serviceId, asked[1]?.priorityClass ?? null)) ?? null)),
    advice: () => advice,
    adviceTally: () => (kept.length === 0 ? null : tallyOf(kept.map(({ record }) => record))),
    follow(following, tell) {
      floor = following;
      changed = tell;
      following.onChange(({ events }) => {
        rows.push(...events);
        if (rows.length > rowsAtMost) rows = rows.slice(-rowsAtMost);
        soon();
      });
      soon();
      again();
    },
    close() {
      cancelSoon?.();
      cancelEvery();
      cancelAnswer();
      changed = () => {};
      floor = null;
      return estimator.close();
    },
  };
}

function announced(before: Kept | undefined, estimate: WaitEstimate, at: number): Kept {
  const { changed, ...wait } = announceWait(before?.announced ?? null, estimate, at - (before?.at ?? at));
  return { at, announced: wait, longerAt: changed === 'longer' ? at : (before?.longerAt ?? null) };
}

/** Everybody who might take a number now: for each service, without priority, with it, and with each class of its own promise. */
function newcomersOf({ rules: { setup } }: Floor): Newcomer[] {
  const [first] = setup.priorityClasses;
  const own = setup.dispatch.promises.classes.map(({ classId }) => classId);
  const classes = [null, ...new Set([...(first === undefined ? [] : [first.id]), ...own])];
  return setup.services.flatMap(({ id: serviceId }) =>
    classes.map((priorityClass) => ({ serviceId, priorityClass })),
  );
}

function keyOf(serviceId: ServiceId, priorityClass: PriorityClassId | null): string {
  return `${serviceId} ${priorityClass ?? ''}`;
}
