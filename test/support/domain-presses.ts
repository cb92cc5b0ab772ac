// What people in a hall do, drawn at random: keys pressed by the right officer and by the wrong one, for the ticket in
// hand and for one that was never issued. A press is meant for the floor as it finds it.
import fc from 'fast-check';
import { type Actor, type Command, type CommandType, commandSchemas } from '../../protocol/commands.ts';
import type { BranchState } from '../../server/domain/branch-state.ts';
import { officerOf } from './domain-facts.ts';
import { by } from './given.ts';

/** `sense` below 8: a person who knows what to do; 8 and 9: nonsense. */
export type Press = {
  readonly type: CommandType;
  readonly counter: string;
  readonly other: string;
  readonly service: string;
  readonly next: string;
  readonly pick: number;
  readonly flag: boolean;
  readonly sense: number;
  readonly actor: Actor;
};

const often: readonly CommandType[] = [
  ...(['issue-ticket', 'issue-ticket', 'issue-ticket', 'open-counter', 'open-counter'] as const),
  ...(['call-next', 'call-next', 'call-next', 'start-service', 'start-service', 'finish-service'] as const),
];
const counters = ['c01', 'c02', 'c03', 'c04', 'c99'];
const services = ['chung-thuc', 'ho-tich', 'dat-dai', 'tra-ket-qua'];
const actors: readonly Actor[] = [
  ...counters.map((id) => by.officer(officerOf(id))),
  ...[by.supervisor, by.device, by.citizen, by.clock],
];

export const presses: fc.Arbitrary<Press> = fc.record({
  type: fc.constantFrom(...often, ...(Object.keys(commandSchemas) as CommandType[])),
  counter: fc.constantFrom('c01', 'c01', 'c03', ...counters),
  other: fc.constantFrom(...counters),
  service: fc.constantFrom(...services),
  next: fc.constantFrom(...services, 'khong-co'),
  pick: fc.nat(30),
  flag: fc.boolean(),
  sense: fc.nat(9),
  actor: fc.constantFrom(...actors),
});

/** How far the clock moves between two presses, ms: often not at all, sometimes back, sometimes into another day. */
export const pauses: fc.Arbitrary<number> = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(0, 0, 1, 1_000, 20_000, 60_000, 600_000, -60_000, -86_400_000) },
  { weight: 1, arbitrary: fc.constantFrom(10 * 3_600_000, 86_400_000, 3 * 86_400_000) },
);

/** Who presses: mostly the officer of the counter, or a kiosk. */
export function actorOf(press: Press, state: BranchState): Actor {
  if (press.sense >= 8) return press.actor;
  if (press.type === 'issue-ticket') return press.flag ? by.device : by.supervisor;
  if (press.type === 'start-business-day' || press.type === 'resume-due-ticket') return by.clock;
  if (press.type === 'take-over-counter') return by.officer(officerOf(press.other));
  if (press.type === 'submit-rating') return press.flag ? by.device : by.citizen;
  const holder = [...state.counters.values()].find((each) => each.id === press.counter);
  return holder === undefined || holder.status === 'closed'
    ? by.officer(officerOf(press.counter))
    : by.officer(holder.operatorId);
}

/** The command that this press gives on this floor: who knows what to do opens a dark counter before working there. */
export function commandOf(press: Press, state: BranchState): Command {
  const holder = [...state.counters.values()].find((each) => each.id === press.counter);
  const dark = press.type !== 'submit-rating' && (holder === undefined || holder.status === 'closed');
  if (press.sense < 7 && dark) return written({ ...press, type: openingInstead(press.type) }, state);
  if (press.sense < 4 && holder?.status === 'paused')
    return written({ ...press, type: 'resume-counter' }, state);
  return written(press, state);
}

function openingInstead(type: CommandType): CommandType {
  return 'counterId' in commandSchemas[type].shape ? 'open-counter' : type;
}

function written(press: Press, state: BranchState): Command {
  const shown = press.sense % 3 === 0 ? { ticketId: chosen(press, state) } : {};
  const journey = press.pick % 4 === 0 ? { journey: [press.next] } : {};
  const filledIn: Record<CommandType, Record<string, unknown>> = {
    'issue-ticket': { serviceId: press.service, ...journey },
    'cancel-ticket': { ticketId: chosen(press, state) },
    ...{ 'open-counter': {}, 'resume-counter': {} },
    'close-counter': press.flag ? { remaining: 'send-home' } : {},
    'pause-counter': {
      reason: press.sense === 9 ? 'cau-ca' : 'nghi',
      ...(press.flag ? { forMinutes: 5 } : {}),
    },
    'call-next': press.flag ? { finishPresent: chosen(press, state) } : {},
    'call-ticket': { ticketId: chosen(press, state) },
    ...{ 'recall-ticket': shown, 'start-service': shown, 'finish-service': shown, 'mark-no-show': shown },
    'park-ticket': { ...shown, reason: 'bổ sung giấy', ...(press.flag ? { forMinutes: 10 } : {}) },
    'resume-ticket': { ticketId: chosen(press, state) },
    'transfer-ticket': {
      ...{ ...shown, ...journey, keepPlace: press.pick % 2 === 0 },
      to: goalOf(press),
    },
    'submit-rating': {
      ...{ ...shown, formId: press.sense === 9 ? 'hundred-buttons' : 'five-buttons' },
      answers: { opinion: press.sense === 8 ? 'perfect' : 'sat_service' },
    },
    'start-business-day': {},
    ...{ 'take-over-counter': {}, 'undo-step': {}, 'call-help': {}, 'end-help': {} },
    'continue-service': { ...shown, serviceId: press.next },
    'return-ticket': { ticketId: chosen(press, state) },
    'resume-due-ticket': { ticketId: chosen(press, state) },
    'set-priority': { ticketId: chosen(press, state), priorityClass: press.flag ? 'cao-tuoi' : null },
    'move-ticket': { ticketId: chosen(press, state), serviceId: press.next },
    'set-work-profile': { profileId: press.flag ? 'lien-thong' : null },
    'lend-counter': {
      ...{ serviceId: press.next, whileWaitOverMinutes: press.flag ? 5 : null },
      until: press.pick % 3 === 0 ? state.at + 600_000 : null,
    },
    'end-lending': { serviceId: press.next },
    'set-intake': { serviceId: press.service, open: press.sense > 1 },
  };
  const schema = commandSchemas[press.type];
  const place = 'counterId' in schema.shape ? { counterId: press.counter } : {};
  return schema.parse({ type: press.type, ...place, ...filledIn[press.type] });
}

function goalOf({ flag, next, other, pick }: Press) {
  if (flag) return { serviceId: next };
  return pick % 3 === 0 ? { operatorId: officerOf(other) } : { counterId: other };
}

/** Commands about a ticket that nobody has in hand. */
const elsewhere = new Set<CommandType>([
  ...(['resume-ticket', 'call-ticket', 'cancel-ticket', 'return-ticket', 'resume-due-ticket'] as const),
  ...(['set-priority', 'move-ticket'] as const),
]);
const wantedStatus: Partial<Record<CommandType, string>> = {
  ...{ 'resume-ticket': 'parked', 'resume-due-ticket': 'parked', 'return-ticket': 'no-show' },
};

/** A ticket: the one in hand or finished last for those who know what they do, any of today's, or none that exists. */
function chosen(press: Press, state: BranchState): string {
  const holder = [...state.counters.values()].find((each) => each.id === press.counter);
  const wanted = wantedStatus[press.type] ?? 'waiting';
  if (press.sense < 6 && holder !== undefined && !elsewhere.has(press.type)) {
    const inHand = holder.status === 'closed' ? null : holder.ticketInHand;
    const suited = press.type === 'submit-rating' ? holder.lastFinished : inHand;
    if (suited !== null) return suited;
  }
  const today = [...state.tickets.values()];
  const suited = today.filter((ticket) => ticket.status === wanted);
  const pool = press.sense < 7 && suited.length > 0 ? suited : today;
  return pool[press.pick % Math.max(1, pool.length)]?.id ?? `t${press.pick}`;
}
