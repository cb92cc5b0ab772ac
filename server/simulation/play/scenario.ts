// A scenario: a centre and a kind of day as one JSON document that a person can write. Chance is in its laws and is drawn
// by a seed (arrivals.ts); what fits together is checked here, and every fault names its place.
import { z } from 'zod';
import { dispatchSchema } from '../../../protocol/dispatch-setup.ts';
import {
  businessDaySchema,
  counterIdSchema,
  priorityClassIdSchema,
  profileIdSchema,
  serviceIdSchema,
} from '../../../protocol/ids.ts';
import { drawTermsSchema, sessionSchema } from '../../../protocol/setup-schema.ts';

const minutes = z.number().positive().max(480);
const share = z.number().min(0).max(1);
/** How long something takes, in minutes. */
export const lawSchema = z.discriminatedUnion('law', [
  z.strictObject({ law: z.literal('fixed'), minutes }),
  z.strictObject({ law: z.literal('lognormal'), median: minutes, sigma: z.number().min(0).max(2) }),
  /** A log-normal with some cases that take so many times as long. */
  z.strictObject({
    law: z.literal('mixed'),
    ...{ median: minutes, sigma: z.number().min(0).max(2) },
    ...{ longShare: share, longTimes: z.number().min(1).max(20) },
  }),
  /** One of these, each as often. */
  z.strictObject({ law: z.literal('list'), minutes: z.array(minutes).min(1).max(10_000) }),
]);
export type Law = z.infer<typeof lawSchema>;

/** Figures by the half hour that begins at `HH:00` or `HH:30`. */
const halfHoursSchema = z.record(
  z.string().regex(/^([01]\d|2[0-3]):[03]0$/, 'must be a half hour such as 07:30'),
  z.number().min(0).max(10_000),
);
const serviceSchema = z.strictObject({
  id: serviceIdSchema,
  department: z.string().min(1).max(12).default('hall'),
  /** Visitors a day, spread as `shape` says; or by half hour; or neither, and only those listed come. */
  visits: z.number().min(0).max(100_000).optional(),
  halfHours: halfHoursSchema.optional(),
  takes: lawSchema,
  priorityShare: share.default(0),
  /** Who never comes when called. */
  noShowShare: share.optional(),
  transfers: z.strictObject({ share, to: serviceIdSchema }).optional(),
});
const counterSchema = z.strictObject({
  id: counterIdSchema,
  profile: profileIdSchema,
  /** Work takes so many times the usual time here. */
  pace: z.number().min(0.1).max(10).default(1),
  /** The sessions in which it is staffed, 1 the first of the day. */
  sessions: z.array(z.int().min(1).max(4)).max(4).optional(),
  lateMinutes: z.number().min(0).max(240).default(0),
  /** Closed unless a supervisor opens it. */
  reserve: z.boolean().default(false),
});
const visitorSchema = z.strictObject({
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'must be a time HH:MM or HH:MM:SS'),
  service: serviceIdSchema,
  priorityClass: priorityClassIdSchema.optional(),
  /** Drawn from the service's law where it is not said. */
  minutes: minutes.optional(),
  comes: z.boolean().default(true),
});

export const scenarioSchema = z.strictObject({
  title: z.string().min(1).max(200),
  note: z.string().max(2000).default(''),
  seed: z.string().max(200).default('a day'),
  day: businessDaySchema.prefault('2026-11-23'),
  sessions: z.array(sessionSchema).min(1).max(4),
  overtimeMinutes: z.number().min(0).max(240).default(30),
  /** Visitors of all services are multiplied by this. */
  load: z.number().min(0).max(20).default(1),
  shape: halfHoursSchema.default({}),
  priorityClasses: z.array(priorityClassIdSchema).min(1).max(20).prefault(['elderly']),
  services: z.array(serviceSchema).min(1).max(500),
  profiles: z
    .array(
      z.strictObject({
        id: profileIdSchema,
        services: z.array(serviceIdSchema).min(1).max(200),
        terms: z.array(drawTermsSchema).max(200).default([]),
      }),
    )
    .min(1)
    .max(200),
  counters: z.array(counterSchema).min(1).max(200),
  /** An officer leaves so often on average, when free. */
  breaks: z.strictObject({ everyMinutes: minutes, takes: lawSchema }).nullable().default(null),
  walk: lawSchema.prefault({ law: 'lognormal', median: 0.25, sigma: 0.5 }),
  noShow: z
    .strictObject({
      share: share.default(0),
      waitSeconds: z.number().min(1).max(600).default(90),
      /** Whoever has waited longer than this has gone; null: nobody loses patience. */
      patience: lawSchema.nullable().default(null),
    })
    .prefault({}),
  visitors: z.array(visitorSchema).max(100_000).default([]),
  dispatch: dispatchSchema.prefault({}),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** `path`: dotted, as `services.3.takes.median`; `message`: the rest of the sentence. */
export type ScenarioFault = { readonly path: string; readonly message: string };
export type ReadScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly faults: readonly ScenarioFault[] };

/** Reads a scenario from what a JSON file held. */
export function readScenario(written: unknown): ReadScenario {
  const parsed = scenarioSchema.safeParse(written);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return { ok: false, faults };
  }
  const faults = referenceFaults(parsed.data);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, scenario: parsed.data };
}

type Kind = 'service' | 'profile' | 'class';
/** A fault where nothing of this kind has this id. */
type Unknown = (kind: Kind, id: string | undefined, path: string) => ScenarioFault[];

function referenceFaults(scenario: Scenario): ScenarioFault[] {
  const { services, profiles, counters, visitors, priorityClasses } = scenario;
  const classes = new Set<string>(priorityClasses);
  const known = { service: idsOf(services), profile: idsOf(profiles), class: classes };
  const unknown: Unknown = (kind, id, path) =>
    fault(id !== undefined && !known[kind].has(id), path, `there is no ${kind} "${id}"`);
  return [
    ...[...twice('services', services), ...twice('profiles', profiles), ...twice('counters', counters)],
    ...serviceFaults(scenario, unknown),
    ...staffingFaults(scenario, unknown),
    ...visitors.flatMap(({ service, priorityClass }, index) => [
      ...unknown('service', service, `visitors.${index}.service`),
      ...unknown('class', priorityClass, `visitors.${index}.priorityClass`),
    ]),
  ];
}

function serviceFaults({ services, shape }: Scenario, unknown: Unknown): ScenarioFault[] {
  const isShapeless = Object.keys(shape).length === 0 && services.some(({ visits }) => visits !== undefined);
  return [
    ...fault(isShapeless, 'shape', '`visits` a day need a shape: the share of each half hour'),
    ...services.flatMap(({ id, transfers, visits, halfHours }, index) => {
      const [to, both] = [`services.${index}.transfers.to`, visits !== undefined && halfHours !== undefined];
      return [
        ...unknown('service', transfers?.to, to),
        ...fault(transfers?.to === id, to, 'a transfer goes to another service'),
        ...fault(both, `services.${index}.halfHours`, 'either `visits` or `halfHours`, not both'),
      ];
    }),
  ];
}

function staffingFaults({ profiles, counters, sessions }: Scenario, unknown: Unknown): ScenarioFault[] {
  return [
    ...profiles.flatMap(({ services: drawn, terms }, index) => [
      ...drawn.flatMap((id, place) => unknown('service', id, `profiles.${index}.services.${place}`)),
      ...terms.flatMap(({ serviceId }, place) =>
        unknown('service', serviceId, `profiles.${index}.terms.${place}.serviceId`),
      ),
    ]),
    ...counters.flatMap(({ profile, sessions: own }, index) => [
      ...unknown('profile', profile, `counters.${index}.profile`),
      ...(own ?? []).flatMap((number, place) =>
        fault(
          number > sessions.length,
          `counters.${index}.sessions.${place}`,
          `there is no session ${number}`,
        ),
      ),
    ]),
  ];
}

function idsOf(items: readonly { readonly id: string }[]): Set<string> {
  return new Set(items.map(({ id }) => id));
}

function fault(isWrong: boolean, path: string, message: string): ScenarioFault[] {
  return isWrong ? [{ path, message }] : [];
}

function twice(list: string, items: readonly { readonly id: string }[]): ScenarioFault[] {
  return items.flatMap(({ id }, index) =>
    fault(items.findIndex((each) => each.id === id) < index, `${list}.${index}.id`, `"${id}" is there twice`),
  );
}
