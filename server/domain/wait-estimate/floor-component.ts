// Which counters and services hang together: counters that share a service draw from one queue, and who waits there depends
// on nobody elsewhere. Counters that will not be open again today hold nothing together.
import type { FloorPicture, PictureCounter, PictureTicket } from './floor-picture.ts';

export type FloorComponent = {
  readonly counters: readonly PictureCounter[];
  readonly services: ReadonlySet<string>;
};

/** When a counter that is closed now opens next by the plan: the session and the time, or null. */
export function nextOpening(
  { opensInSession }: PictureCounter,
  { now, sessions }: FloorPicture,
  from = 0,
): { readonly session: number; readonly at: number } | null {
  for (let session = from; session < sessions.length; session += 1) {
    const at = opensInSession[session] ?? null;
    if (at !== null && now < (sessions[session]?.closesAt ?? 0)) return { session, at };
  }
  return null;
}

export function servesToday(counter: PictureCounter, picture: FloorPicture): boolean {
  return counter.status !== 'closed' || nextOpening(counter, picture) !== null;
}

export function componentsOf(picture: FloorPicture): FloorComponent[] {
  const rest = new Set(picture.counters.filter((each) => servesToday(each, picture)));
  const components: FloorComponent[] = [];
  for (const first of picture.counters) {
    if (!rest.delete(first)) continue;
    const counters = [first];
    const services = new Set<string>(first.services);
    for (let index = 0; index < counters.length; index += 1) {
      for (const other of rest) {
        if (!other.services.some((each) => services.has(each))) continue;
        rest.delete(other);
        counters.push(other);
        for (const each of other.services) services.add(each);
      }
    }
    components.push({ counters, services });
  }
  return components;
}

export function isIn(
  { counters, services }: FloorComponent,
  { serviceId, reservedFor }: Pick<PictureTicket, 'serviceId' | 'reservedFor'>,
): boolean {
  return reservedFor === null ? services.has(serviceId) : counters.some(({ id }) => id === reservedFor);
}
