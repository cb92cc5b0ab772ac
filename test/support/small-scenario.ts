// A small scenario to be changed by tests: two services, two counters that both serve them, a third in reserve.
import { readScenario, type Scenario } from '../../server/simulation/play/scenario.ts';

export const writtenScenario = {
  title: 'Small',
  sessions: [{ opens: '07:30', closes: '11:30', intakeStopsBeforeMinutes: 15 }],
  services: [
    {
      id: 'copies',
      takes: { law: 'fixed', minutes: 4 },
      halfHours: { '07:30': 8, '08:00': 8, '09:00': 4 },
      priorityShare: 0.2,
    },
    {
      id: 'civil',
      takes: { law: 'lognormal', median: 8, sigma: 0.5 },
      halfHours: { '07:30': 4, '08:30': 4 },
      transfers: { share: 0.3, to: 'copies' },
    },
  ],
  profiles: [{ id: 'all', services: ['copies', 'civil'] }],
  counters: [
    { id: 'c1', profile: 'all' },
    { id: 'c2', profile: 'all', lateMinutes: 5, pace: 1.2 },
    { id: 'r3', profile: 'all', reserve: true },
  ],
  breaks: { everyMinutes: 90, takes: { law: 'fixed', minutes: 6 } },
  noShow: { share: 0.1 },
};

/** The small scenario with some of its parts written otherwise. */
export function smallScenario(changes: object = {}): Scenario {
  const read = readScenario({ ...writtenScenario, ...changes });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.scenario;
}
