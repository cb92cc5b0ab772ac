// How urgent tickets of one kind become with time, in a form that plays can compute a million times: a line in the time since
// joining, or a chain of lines over the day, or, where the policy is neither, the policy itself. The form is found by asking
// the policy in force, and kept only where it gives the policy's own answers; so it is the same rule that calls.
import type { DispatchPolicy, Queued } from '../dispatch/dispatch-policy.ts';

/** Urgency = offset + slope × seconds since joining. */
export type Line = { readonly offset: number; readonly slope: number };
/** From each start (seconds from now) on a line: value there and slope; [start, value, slope, start, …]. */
export type Chain = Float64Array;

const runs = [0, 1, 2, 3, 7] as const;
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(a), Math.abs(b));

/** The urgency, or NaN where it depends on how many priority tickets the counter has called in a row. */
function asked(policy: DispatchPolicy, ticket: Queued, at: number): number {
  const first = policy.urgency(ticket, { at, priorityRun: 0 });
  for (const priorityRun of runs)
    if (policy.urgency(ticket, { at, priorityRun }) !== first) return Number.NaN;
  return first;
}

/** The line of all tickets that differ from this one in nothing but their times; null where there is none. */
export function lineOf(policy: DispatchPolicy, ticket: Queued): Line | null {
  const { joinedAt } = ticket;
  const value = (seconds: number) => asked(policy, ticket, joinedAt + seconds * 1_000);
  const offset = value(0);
  const slope = (value(6_000) - offset) / 6_000;
  for (const seconds of [1, 60, 777, 2_400, 14_400, 28_800])
    if (!near(value(seconds), offset + slope * seconds)) return null;
  const later = { ...ticket, joinedAt: joinedAt + 3_600_000, issuedAt: ticket.issuedAt + 3_600_000 };
  const shifted = asked(policy, later, later.joinedAt + 900_000);
  return near(shifted, offset + slope * 900) ? { offset, slope } : null;
}

/** The chain of lines of one waiting ticket from now to the end of the day; null where it is not made of few lines. */
export function chainOf(
  policy: DispatchPolicy,
  ticket: Queued,
  now: number,
  untilSeconds: number,
): Chain | null {
  const value = (seconds: number) => asked(policy, ticket, now + seconds * 1_000);
  const chain: number[] = [];
  let from = 0;
  for (let links = 0; links < 6; links += 1) {
    const start = value(from);
    const slope = value(from + 1) - start;
    if (Number.isNaN(slope)) return null;
    const isOn = (seconds: number) => near(value(seconds), start + slope * (seconds - from));
    chain.push(from, start, slope);
    if (isOn(untilSeconds) && isOn((from + untilSeconds) / 2)) return Float64Array.from(chain);
    from = bendAfter(from, untilSeconds, isOn);
  }
  return null;
}

/** The last second to which the line holds. */
function bendAfter(from: number, until: number, isOn: (seconds: number) => boolean): number {
  let low = from + 1;
  let high = until;
  // The nearest bend first: halves until the middle lies on the line.
  while (high - low > 0.001) {
    const middle = (low + high) / 2;
    if (isOn(middle)) low = middle;
    else high = middle;
  }
  return high;
}

/** The urgency of a chain at a time. */
export function chainAt(chain: Chain, seconds: number): number {
  let link = chain.length - 3;
  while (link > 0 && (chain[link] as number) > seconds) link -= 3;
  return (chain[link + 1] as number) + (chain[link + 2] as number) * (seconds - (chain[link] as number));
}
