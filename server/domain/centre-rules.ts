// The set-up as the domain reads it: looked up by id, with what follows from it (which counters serve a service).
// Built once per kept edit of the set-up.
import type { CounterId, PriorityClassId, ServiceId } from '../../protocol/ids.ts';
import type { CounterSetup, SeriesSetup, ServiceSetup, Setup } from '../../protocol/setup-schema.ts';

export type CentreRules = {
  readonly setup: Setup;
  readonly services: ReadonlyMap<ServiceId, ServiceSetup>;
  readonly counters: ReadonlyMap<CounterId, CounterSetup>;
  readonly series: ReadonlyMap<string, SeriesSetup>;
  readonly priorityClasses: ReadonlySet<PriorityClassId>;
  /** The services from which a counter's "next" draws, in the profile's order. */
  readonly servicesOf: ReadonlyMap<CounterId, readonly ServiceId[]>;
};

export function centreRules(setup: Setup): CentreRules {
  const profiles = new Map(setup.profiles.map((profile) => [profile.id, profile.serviceIds]));
  return {
    setup,
    services: new Map(setup.services.map((service) => [service.id, service])),
    counters: new Map(setup.counters.map((counter) => [counter.id, counter])),
    series: new Map(setup.series.map((series) => [series.id, series])),
    priorityClasses: new Set(setup.priorityClasses.map((each) => each.id)),
    servicesOf: new Map(setup.counters.map((counter) => [counter.id, profiles.get(counter.profileId) ?? []])),
  };
}
