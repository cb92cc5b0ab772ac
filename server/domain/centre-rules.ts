// The set-up as the domain reads it: looked up by id, with what follows from it (which profile a counter has, how it ranks
// those who wait). Built once per kept edit of the set-up.
import type { CounterId, OperatorId, PriorityClassId, ProfileId, ServiceId } from '../../protocol/ids.ts';
import type { CounterSetup, SeriesSetup, ServiceSetup, Setup } from '../../protocol/setup-schema.ts';
import type { Ranking } from './dispatch/call-order.ts';
import { rankingOf } from './dispatch/policies.ts';
import { type Promises, promisesOf } from './dispatch/promises.ts';

export type WorkProfile = {
  readonly serviceIds: readonly ServiceId[];
  /** Services that are only helped out while somebody there has waited so many minutes. */
  readonly conditions: ReadonlyMap<ServiceId, number>;
  readonly ranking: Ranking;
};
export type CentreRules = {
  readonly setup: Setup;
  readonly services: ReadonlyMap<ServiceId, ServiceSetup>;
  readonly counters: ReadonlyMap<CounterId, CounterSetup>;
  readonly series: ReadonlyMap<string, SeriesSetup>;
  readonly priorityClasses: ReadonlySet<PriorityClassId>;
  /** The services of each counter's profile by the set-up; what holds today is in draws.ts. */
  readonly servicesOf: ReadonlyMap<CounterId, readonly ServiceId[]>;
  readonly profiles: ReadonlyMap<ProfileId, WorkProfile>;
  profileOf(counterId: CounterId): WorkProfile;
  /** The services that this person may serve; null: all. */
  skillsOf(operatorId: OperatorId): ReadonlySet<ServiceId> | null;
  readonly promises: Promises;
  /** How somebody ranks for whom no counter's profile speaks. */
  readonly plainRanking: Ranking;
};

export function centreRules(setup: Setup): CentreRules {
  const profiles = new Map(
    setup.profiles.map(({ id, serviceIds, terms }): [ProfileId, WorkProfile] => [
      id,
      {
        serviceIds,
        conditions: new Map(
          terms.flatMap(({ serviceId, whileWaitOverMinutes }) =>
            whileWaitOverMinutes === null ? [] : [[serviceId, whileWaitOverMinutes] as const],
          ),
        ),
        ranking: rankingOf(setup.dispatch, new Map(terms.map((each) => [each.serviceId, each]))),
      },
    ]),
  );
  const plainRanking = rankingOf(setup.dispatch);
  const nothing: WorkProfile = { serviceIds: [], conditions: new Map(), ranking: plainRanking };
  const counters = new Map(setup.counters.map((counter) => [counter.id, counter]));
  const skills = new Map(
    setup.staff.map(({ username, skills: known }) => [username, known === null ? null : new Set(known)]),
  );
  const profileOf = (id: CounterId) =>
    profiles.get(counters.get(id)?.profileId ?? ('' as ProfileId)) ?? nothing;
  return {
    setup,
    services: new Map(setup.services.map((service) => [service.id, service])),
    counters,
    series: new Map(setup.series.map((series) => [series.id, series])),
    priorityClasses: new Set(setup.priorityClasses.map((each) => each.id)),
    profiles,
    servicesOf: new Map(setup.counters.map(({ id }) => [id, profileOf(id).serviceIds])),
    profileOf,
    skillsOf: (id) => skills.get(id) ?? null,
    promises: promisesOf(setup.dispatch),
    plainRanking,
  };
}
