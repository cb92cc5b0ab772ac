// The centre's set-up that a scenario describes: one series of numbers, one zone, and nothing that is not played.
import { type Setup, setupSchema } from '../../../protocol/setup-schema.ts';
import type { Scenario } from './scenario.ts';

export const scenarioTimeZone = 'Asia/Ho_Chi_Minh';

export function scenarioSetup(scenario: Scenario): Setup {
  const departments = [...new Set(scenario.services.map(({ department }) => department))];
  const named = (name: string) => ({ vi: name });
  return setupSchema.parse({
    version: 1,
    centre: { id: 'scenario', name: named(scenario.title), timeZone: scenarioTimeZone },
    languages: ['vi'],
    hours: { weekdays: [1, 2, 3, 4, 5, 6, 7], sessions: scenario.sessions },
    departments: departments.map((short, index) => ({ id: `d${index}`, name: named(short), short })),
    services: scenario.services.map(({ id, department }) => ({
      ...{ id, name: named(id), seriesId: 'all' },
      departmentId: `d${departments.indexOf(department)}`,
    })),
    series: [{ id: 'all', prefix: '', digits: 4, from: 1, to: 9999 }],
    zones: [{ id: 'hall', name: named('hall') }],
    profiles: scenario.profiles.map(({ id, services, terms }) => ({
      ...{ id, name: named(id), serviceIds: services, terms },
    })),
    counters: scenario.counters.map(({ id, profile }, index) => ({
      ...{ id, number: String(index + 1), name: named(id), zoneId: 'hall', profileId: profile },
    })),
    priorityClasses: scenario.priorityClasses.map((id) => ({ id, name: named(id) })),
    dispatch: scenario.dispatch,
    pauseReasons: [{ id: 'break', name: named('break') }],
    limits: { waitingAtMost: 20_000 },
    ratingForms: [{ from: '2020-01-01', formId: 'five-buttons' }],
    devices: {},
    staff: [{ username: 'nobody', name: 'nobody', roles: ['technician'], password: null }],
  });
}
