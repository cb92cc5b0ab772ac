// Sorts those who wait into lanes. In a lane are tickets that the same counters may call on the same terms and whose urgency
// is one line in the time since joining: there the one who joined first always goes first, so that a free counter needs to
// compare the heads of its lanes only. Whoever fits no lane stands in one of his own.
import type { ServiceId } from '../../../protocol/ids.ts';
import type { ServiceTerms } from '../dispatch/call-order.ts';
import type { DispatchPolicy, Queued } from '../dispatch/dispatch-policy.ts';
import type { PictureCounter } from './floor-picture.ts';
import { type Chain, chainOf, type Line, lineOf } from './urgency-shape.ts';

export type Lane = {
  readonly group: number;
  readonly line: Line | null;
  readonly chain: Chain | null;
  /** Where neither is known the policy is asked, with the head's times written into this. */
  readonly asked: Mutable<Queued> | null;
  /** Indices of the tickets that stand in it now, first come first. */
  readonly members: number[];
  /** How often the last of them has been passed. */
  lastPassed: number;
};
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type KindOfTicket = {
  readonly serviceId: ServiceId;
  readonly priorityClass: Queued['priorityClass'];
  readonly transferred: boolean;
  readonly returned: boolean;
};

export class FloorLanes {
  readonly lanes: Lane[] = [];
  /** By group, then by counter: on which terms it draws from it, or null. */
  readonly groups: (readonly (ServiceTerms | null)[])[] = [];
  private readonly groupNames: string[] = [];
  private readonly groupOfService = new Map<string, number>();
  private readonly byName = new Map<string, number>();
  private readonly lines = new Map<string, Line | null>();

  private readonly policy: DispatchPolicy;
  private readonly counters: readonly PictureCounter[];
  private readonly now: number;
  private readonly untilSeconds: number;

  constructor(
    policy: DispatchPolicy,
    counters: readonly PictureCounter[],
    { now, untilSeconds }: { now: number; untilSeconds: number },
  ) {
    this.policy = policy;
    this.counters = counters;
    this.now = now;
    this.untilSeconds = untilSeconds;
  }

  /** All tickets that the same counters call on the same terms are one group. */
  groupOf(serviceId: string, reservedFor: string | null): number {
    const asked = `${serviceId} ${reservedFor ?? ''}`;
    const group = this.groupOfService.get(asked) ?? this.newGroup(serviceId, reservedFor);
    this.groupOfService.set(asked, group);
    return group;
  }

  private newGroup(serviceId: string, reservedFor: string | null): number {
    const terms = this.counters.map((counter): ServiceTerms | null => {
      const draws =
        reservedFor === null
          ? (counter.services as readonly string[]).includes(serviceId)
          : counter.id === reservedFor;
      return draws ? (counter.terms.get(serviceId) ?? { rank: 1, weight: 1 }) : null;
    });
    const name = terms.map((each) => (each === null ? '-' : `${each.rank}:${each.weight}`)).join(' ');
    const known = this.groupNames.indexOf(name);
    if (known >= 0) return known;
    this.groupNames.push(name);
    return this.groups.push(terms) - 1;
  }

  /** Puts a ticket that waits now into its lane; to be called in the order of joining. */
  stand(index: number, ticket: Queued, group: number): void {
    const lane =
      ticket.appointmentAt === null
        ? this.sharedLane(ticket, group, ticket.passed)
        : this.ownLane(ticket, group);
    const found = this.lanes[lane];
    if (found === undefined) return;
    found.members.push(index);
    found.lastPassed = ticket.passed;
  }

  /** The lane of somebody booked. */
  ownLane(ticket: Queued, group: number): number {
    const chain =
      ticket.joinedAt > this.now ? null : chainOf(this.policy, ticket, this.now, this.untilSeconds);
    return this.addLane({ group, line: null, chain, asked: chain === null ? { ...ticket } : null });
  }

  /** The lane in which tickets of this kind stand who join from now on. */
  laneOfKind(kind: KindOfTicket, group: number): number {
    return this.sharedLane(this.exampleOf(kind), group, 0);
  }

  lineOfKind(kind: KindOfTicket): Line | null {
    const name = `${kind.serviceId} ${kind.priorityClass} ${kind.transferred} ${kind.returned}`;
    let line = this.lines.get(name);
    if (line === undefined) {
      line = lineOf(this.policy, this.exampleOf(kind));
      this.lines.set(name, line);
    }
    return line;
  }

  private exampleOf(kind: KindOfTicket): Queued {
    const { now } = this;
    return {
      ...{ ...kind, number: '', issuedAt: now, joinedAt: now, order: Number.MAX_SAFE_INTEGER },
      ...{ appointmentAt: null, passed: 0, turnsToWait: null },
    };
  }

  private sharedLane(ticket: Queued, group: number, passed: number): number {
    const { serviceId, priorityClass, transferred, returned } = ticket;
    const kind = { serviceId, priorityClass, transferred, returned };
    const line = this.lineOfKind(kind);
    const shape =
      line === null
        ? `${serviceId} ${priorityClass} ${transferred} ${returned}`
        : `${line.offset} ${line.slope}`;
    // In one lane nobody has been passed more often than who stands before: else it needs another lane beside it.
    for (let beside = 0; ; beside += 1) {
      const name = `${group} ${shape} ${beside}`;
      const known = this.byName.get(name);
      if (known !== undefined && passed > (this.lanes[known]?.lastPassed ?? 0)) continue;
      if (known !== undefined) return known;
      const asked = line === null ? { ...ticket } : null;
      const made = this.addLane({ group, line, chain: null, asked });
      this.byName.set(name, made);
      return made;
    }
  }

  private addLane(lane: Omit<Lane, 'members' | 'lastPassed'>): number {
    this.lanes.push({ ...lane, members: [], lastPassed: Number.POSITIVE_INFINITY });
    return this.lanes.length - 1;
  }
}
