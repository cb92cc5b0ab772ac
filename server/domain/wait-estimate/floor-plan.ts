// One component of the floor made ready to be played: tickets in lanes, counters with the lanes they draw from, and everything
// that the laws say of them as tables. Made once for an estimate, played many times.
import type { PriorityClassId, ServiceId } from '../../../protocol/ids.ts';
import { rankingOf } from '../dispatch/policies.ts';
import { type ExpectedArrivals, expectedArrivals } from './expected-arrivals.ts';
import { type FloorComponent, isIn } from './floor-component.ts';
import { FloorLanes, type KindOfTicket, type Lane } from './floor-lanes.ts';
import type { FloorPicture, PictureCounter, PictureTicket } from './floor-picture.ts';
import { type LawTables, lawTables, type ServiceTable } from './law-tables.ts';
import { type Pace, paceOf, usualPace } from './pace-law.ts';
import { keyOf } from './play-chance.ts';
import { TicketPool } from './ticket-pool.ts';
import type { WaitLaws } from './wait-laws.ts';

/** Somebody who has no number yet: as if it joined now. */
export type Newcomer = { readonly serviceId: ServiceId; readonly priorityClass: PriorityClassId | null };
export type WantedHere = {
  readonly ticketIds: ReadonlyMap<string, number>;
  readonly newcomers: readonly Newcomer[];
};

export type PlanCounter = {
  readonly index: number;
  readonly picture: PictureCounter;
  readonly key: number;
  /** Of the officer or counter, on the logarithmic scale. */
  readonly effect: number;
  readonly error: number;
  readonly lanes: Int32Array;
  readonly ranks: Float64Array;
  readonly weights: Float64Array;
  /** By group: whether it draws from it. */
  readonly draws: Uint8Array;
  /** Seconds from now, NaN where it stays shut, by session. */
  readonly opens: Float64Array;
};
export type PlanService = ServiceTable & {
  readonly id: ServiceId;
  readonly group: number;
  readonly department: number;
};
export type Turner = { readonly ticket: number; readonly group: number; readonly turns: number };
export type FloorPlan = {
  readonly picture: FloorPicture;
  readonly pool: TicketPool;
  readonly lanes: readonly Lane[];
  readonly counters: readonly PlanCounter[];
  /** By lane, then by counter: its place in the counter's list of lanes, or -1. */
  readonly placesOfLane: readonly Int32Array[];
  readonly services: readonly PlanService[];
  readonly departments: readonly { readonly id: string; readonly pace: Pace }[];
  readonly classes: readonly (PriorityClassId | null)[];
  readonly walks: readonly Float64Array[];
  readonly groups: number;
  /** The lane of (service × classes + class) × 2 + (again ? 1 : 0). */
  readonly laneOfKind: Int32Array;
  readonly turners: readonly Turner[];
  readonly arrivals: ExpectedArrivals;
  readonly transfers: readonly (readonly { readonly to: number; readonly share: number }[])[];
  readonly tables: LawTables;
  readonly passedAtMost: number;
  readonly wantedCount: number;
};

export function planFloor(
  picture: FloorPicture,
  laws: WaitLaws,
  component: FloorComponent,
  wanted: WantedHere,
): FloorPlan {
  const tables = lawTables(laws);
  const sorter = sorterFor(picture, component);
  const here = picture.waiting.filter((each) => isIn(component, each));
  const classes = classesOf(here, wanted.newcomers, tables, component);
  const { services, departments } = planServices(component, here, { laws, tables, sorter });
  const sorting = { services, classes, sorter };
  const standing = standInLanes(picture, here, wanted, sorting);
  const laneOfKind = lanesOfKinds(sorting);
  const arrivals = expectedArrivals(picture, laws, tables, { ...sorting, component });
  // After all lanes are there: a counter knows those from which it draws.
  const counters = component.counters.map((_, index) =>
    planCounter(index, component, { picture, laws, sorter }),
  );
  return {
    picture,
    ...standing,
    ...{ lanes: sorter.lanes, counters, services, departments, classes, laneOfKind, arrivals, tables },
    placesOfLane: placesOfLanes(sorter.lanes.length, counters),
    walks: classes.map((each) => tables.walk(each)),
    groups: sorter.groups.length,
    transfers: services.map(({ id }) => waysFrom(id, services, laws)),
    passedAtMost: rankingOf(picture.dispatch).passedAtMost,
    wantedCount: wanted.ticketIds.size + wanted.newcomers.length,
  };
}

function sorterFor({ now, sessions, dispatch }: FloorPicture, { counters }: FloorComponent): FloorLanes {
  const end = Math.max(...sessions.map(({ servesUntil }) => servesUntil));
  const untilSeconds = Math.max(3_600, (end - now) / 1_000);
  return new FloorLanes(rankingOf(dispatch).policy, counters, { now, untilSeconds });
}

function classesOf(
  here: readonly PictureTicket[],
  newcomers: readonly Newcomer[],
  tables: LawTables,
  { counters }: FloorComponent,
): (PriorityClassId | null)[] {
  const names = new Set<PriorityClassId>();
  const all = [...here, ...newcomers, ...counters.flatMap(({ inHand }) => (inHand === null ? [] : [inHand]))];
  for (const { priorityClass } of all) if (priorityClass !== null) names.add(priorityClass);
  for (const name of tables.classes) if (name !== '') names.add(name as PriorityClassId);
  return [null, ...names];
}

function planServices(
  component: FloorComponent,
  here: readonly PictureTicket[],
  { laws, tables, sorter }: { laws: WaitLaws; tables: LawTables; sorter: FloorLanes },
): { services: PlanService[]; departments: { id: string; pace: Pace }[] } {
  const ids = new Set<string>(component.services);
  for (const { serviceId } of here) ids.add(serviceId);
  for (const { inHand } of component.counters) if (inHand !== null) ids.add(inHand.serviceId);
  const departments: { id: string; pace: Pace }[] = [];
  const last = laws.state.today.at(-1)?.at;
  const services = [...ids].map((id) => {
    const departmentId = laws.traits.get(id)?.departmentId ?? id;
    let department = departments.findIndex((each) => each.id === departmentId);
    if (department < 0) {
      const pace = last === undefined ? usualPace : paceOf(laws.state.today, departmentId, last);
      department = departments.push({ id: departmentId, pace }) - 1;
    }
    const group = sorter.groupOf(id, null);
    return { ...tables.service(id), id: id as ServiceId, group, department };
  });
  return { services, departments };
}

type Sorting = {
  readonly services: readonly PlanService[];
  readonly classes: readonly (PriorityClassId | null)[];
  readonly sorter: FloorLanes;
};

function standInLanes(
  { now }: FloorPicture,
  here: readonly PictureTicket[],
  wanted: WantedHere,
  { services, classes, sorter }: Sorting,
): { pool: TicketPool; turners: Turner[] } {
  const pool = new TicketPool();
  const turners: Turner[] = [];
  const serviceIndex = new Map<string, number>(services.map(({ id }, index) => [id, index]));
  const seconds = (at: number) => (at - now) / 1_000;
  const sorted = [...here].sort((a, b) => a.joinedAt - b.joinedAt || a.order - b.order);
  const add = (ticket: Omit<PictureTicket, 'id'>, key: number, wantedAt: number, ghost: number) =>
    pool.add({
      joined: seconds(ticket.joinedAt),
      issued: seconds(ticket.issuedAt),
      service: serviceIndex.get(ticket.serviceId) ?? 0,
      klass: Math.max(0, classes.indexOf(ticket.priorityClass)),
      key,
      again: ticket.transferred || ticket.returned ? 1 : 0,
      passed: ticket.passed,
      order: pool.count,
      ghost,
      wanted: wantedAt,
    });
  for (const ticket of sorted) {
    const index = add(ticket, keyOf(ticket.id), wanted.ticketIds.get(ticket.id) ?? -1, 0);
    const group = sorter.groupOf(ticket.serviceId, ticket.reservedFor);
    if (ticket.turnsToWait === null) sorter.stand(index, ticket, group);
    else turners.push({ ticket: index, group, turns: ticket.turnsToWait });
  }
  for (const [place, { serviceId, priorityClass }] of wanted.newcomers.entries()) {
    const ticket = {
      ...{ number: '', serviceId, priorityClass, issuedAt: now, joinedAt: now, order: 0, reservedFor: null },
      ...{ transferred: false, returned: false, appointmentAt: null, passed: 0, turnsToWait: null },
    };
    const index = add(ticket, keyOf('newcomer'), wanted.ticketIds.size + place, 1);
    sorter.stand(index, ticket, sorter.groupOf(serviceId, null));
  }
  return { pool, turners };
}

function lanesOfKinds({ services, classes, sorter }: Sorting): Int32Array {
  const lanes = new Int32Array(services.length * classes.length * 2);
  for (const [service, { id, group }] of services.entries())
    for (const [klass, priorityClass] of classes.entries()) {
      const kind: KindOfTicket = { serviceId: id, priorityClass, transferred: false, returned: false };
      const at = (service * classes.length + klass) * 2;
      lanes[at] = sorter.laneOfKind(kind, group);
      lanes[at + 1] = sorter.laneOfKind({ ...kind, transferred: true }, group);
    }
  return lanes;
}

function planCounter(
  index: number,
  { counters }: FloorComponent,
  { picture: { now }, laws, sorter }: { picture: FloorPicture; laws: WaitLaws; sorter: FloorLanes },
): PlanCounter {
  const picture = counters[index] as PictureCounter;
  const { effect, error } = laws.state.services.actors.get(picture.operatorId ?? picture.id) ??
    laws.state.services.actors.get(picture.id) ?? { effect: 0, error: 0.15 };
  const terms = sorter.groups.map((group) => group[index] ?? null);
  const lanes: number[] = [];
  const ranks: number[] = [];
  const weights: number[] = [];
  for (const [lane, { group }] of sorter.lanes.entries()) {
    const own = terms[group];
    if (own === undefined || own === null) continue;
    lanes.push(lane);
    ranks.push(own.rank);
    weights.push(own.weight);
  }
  return {
    index,
    picture,
    key: keyOf(picture.id),
    ...{ effect, error },
    lanes: Int32Array.from(lanes),
    ranks: Float64Array.from(ranks),
    weights: Float64Array.from(weights),
    draws: Uint8Array.from(terms, (each) => (each === null ? 0 : 1)),
    opens: Float64Array.from(picture.opensInSession, (at) => (at === null ? Number.NaN : (at - now) / 1_000)),
  };
}

function placesOfLanes(lanes: number, counters: readonly PlanCounter[]): Int32Array[] {
  const places = Array.from({ length: lanes }, () => new Int32Array(counters.length).fill(-1));
  for (const { lanes: own, index } of counters)
    for (const [place, lane] of own.entries()) (places[lane] as Int32Array)[index] = place;
  return places;
}

function waysFrom(
  id: string,
  services: readonly PlanService[],
  laws: WaitLaws,
): { to: number; share: number }[] {
  const ways = laws.state.leaving.ways.get(id);
  if (ways === undefined) return [];
  const all = [...ways.values()].reduce((sum, each) => sum + each, 0);
  // Where one knows of few cases, some of them would have gone elsewhere, out of sight.
  return [...ways].flatMap(([to, count]) => {
    const index = services.findIndex((each) => each.id === to);
    return index < 0 ? [] : [{ to: index, share: count / all }];
  });
}
