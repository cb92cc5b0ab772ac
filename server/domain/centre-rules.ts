// The set-up as the domain reads it: looked up by id, with what follows from it (which counters serve a service).
// Built once per kept edit of the set-up.
import type { CounterId, PriorityClassId, ServiceId } from '../../protocol/ids.ts';
import type { CounterSetup, SeriesSetup, ServiceSetup, Setup } from '../../protocol/setup-schema.ts';

import type { Ranking } from './dispatch/call-order.ts';
import { rankingOf } from './dispatch/policies.ts';

export type CentreRules = {
  readonly setup: Setup;
  readonly services: ReadonlyMap<ServiceId, ServiceSetup>;
  readonly counters: ReadonlyMap<CounterId, CounterSetup>;
  readonly series: ReadonlyMap<string, SeriesSetup>;
  readonly priorityClasses: ReadonlySet<PriorityClassId>;
  /** The services from which a counter's "next" draws, in the profile's order. */
  readonly servicesOf: ReadonlyMap<CounterId, readonly ServiceId[]>;
  /** How each counter ranks those who wait, by the policy in force and its profile. */
  readonly rankingOf: ReadonlyMap<CounterId, Ranking>;
  /** The same for a counter whose profile says nothing. */
  readonly plainRanking: Ranking;
};

export function centreRules(setup: Setup): CentreRules {
  const profiles = new Map(setup.profiles.map((profile) => [profile.id, profile]));
  const profileOf = ({ profileId }: CounterSetup) => profiles.get(profileId);
  return {
    setup,
    services: new Map(setup.services.map((service) => [service.id, service])),
    counters: new Map(setup.counters.map((counter) => [counter.id, counter])),
    series: new Map(setup.series.map((series) => [series.id, series])),
    priorityClasses: new Set(setup.priorityClasses.map((each) => each.id)),
    servicesOf: new Map(setup.counters.map((counter) => [counter.id, profileOf(counter)?.serviceIds ?? []])),
    rankingOf: new Map(
      setup.counters.map((counter) => [
        counter.id,
        rankingOf(setup.dispatch, new Map(profileOf(counter)?.terms.map((each) => [each.serviceId, each]))),
      ]),
    ),
    plainRanking: rankingOf(setup.dispatch),
  };
}
