// `npm run simulate -- SCENARIO` or `-- --journal FILE --day DAY`: plays days through the rules without a server and
// prints what they were like, one column a policy. Ends with 0, or with 2 and a sentence where nothing can be played.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { policyNameSchema, policyNames } from '../../protocol/dispatch-setup.ts';
import { type Column, measuresTable } from './measures-table.ts';
import type { DayPlan } from './play/day-plan.ts';
import { measuresOf } from './play/measures.ts';
import { type PlayedDay, pooled } from './play/played-day.ts';
import { ownEstimates } from './play/played-estimates.ts';
import { playDay } from './play/player.ts';
import {
  bundledScenarios,
  type DaySource,
  journalSource,
  NotPlayable,
  scenarioSource,
} from './play-sources.ts';

export type PlayAnswer = { readonly exitCode: 0 | 2; readonly text: string };

export const playOptions = {
  scenario: { type: 'string' },
  journal: { type: 'string' },
  day: { type: 'string' },
  centre: { type: 'string' },
  seed: { type: 'string' },
  days: { type: 'string', default: '1' },
  policy: { type: 'string' },
  compare: { type: 'string' },
  target: { type: 'string', default: '15' },
  estimates: { type: 'boolean', default: false },
  json: { type: 'string' },
} as const;

const usage = `Usage: npm run simulate -- SCENARIO [--seed WORDS] [--days N] [--policy NAME | --compare NAME,NAME] [--target MINUTES] [--estimates] [--json FILE]
       npm run simulate -- --journal FILE --day YYYY-MM-DD [--centre FILE] [--policy NAME | --compare NAME,NAME] …`;

/** Whether these arguments ask for a day without a server. */
export function asksToPlay(args: readonly string[]): boolean {
  const named = (argument: string, option: string) =>
    argument === option || argument.startsWith(`${option}=`);
  const first = args[0];
  return (
    (first !== undefined && !first.startsWith('-')) ||
    args.some((each) => named(each, '--scenario') || named(each, '--journal'))
  );
}

/** Does what the arguments ask; `now` tells the time in ms, to say how fast it went. */
export function playCommand(args: readonly string[], now: () => number): PlayAnswer {
  try {
    return played(args, now);
  } catch (error) {
    if (error instanceof NotPlayable) return { exitCode: 2, text: error.message };
    const isWrongOption = error instanceof TypeError && 'code' in error;
    if (isWrongOption) return { exitCode: 2, text: `${error.message}\n${usage}` };
    throw error;
  }
}

function played(args: readonly string[], now: () => number): PlayAnswer {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: playOptions,
    allowPositionals: true,
  });
  const days = numberOf('days', values.days);
  const targetMs = numberOf('target', values.target) * 60_000;
  const source = sourceOf(values, positionals);
  const policies = policiesOf(values);
  const began = now();
  let simulatedMs = 0;
  const columns = policies.map((policy): Column => {
    const all = daysOf(source, policy, seedsOf(values.seed, days), values.estimates);
    simulatedMs += all.reduce((sum, { beginsAt, endsAt }) => sum + endsAt - beginsAt, 0);
    return { heading: policy ?? policyIn(source), measures: measuresOf(pooled(all), targetMs) };
  });
  const seconds = Math.max(0.001, (now() - began) / 1000);
  const speed = `${days * policies.length} day${days * policies.length === 1 ? '' : 's'} in ${seconds.toFixed(2)} s: ${Math.round(simulatedMs / 1000 / seconds).toLocaleString('en')} times real time.`;
  const result = { title: source.title, seed: values.seed ?? null, days, columns };
  if (values.json === '-') return { exitCode: 0, text: JSON.stringify(result, null, 2) };
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
  return { exitCode: 0, text: [source.title, measuresTable(columns), speed].join('\n') };
}

/** The same officers all days, so that the estimator may learn from one for the next. */
function daysOf(
  source: DaySource,
  policy: string | undefined,
  seeds: readonly (string | undefined)[],
  estimates: boolean,
): PlayedDay[] {
  const plans = seeds.map((seed) => withPolicy(source.plan(seed), policy));
  const options = estimates ? { estimate: ownEstimates(plans[0]?.alwaysOpen ?? false) } : {};
  return plans.map((plan) => playDay(plan, options));
}

type Values = { [Name in Exclude<keyof typeof playOptions, 'estimates'>]?: string | undefined };

function sourceOf({ scenario, journal, day, centre }: Values, positionals: readonly string[]): DaySource {
  const name = scenario ?? positionals[0];
  if (positionals.length > 1 || (scenario !== undefined && positionals.length > 0))
    throw new NotPlayable(`One scenario at a time.\n${usage}`);
  if (journal !== undefined && name !== undefined)
    throw new NotPlayable(`Either a scenario or a journal, not both.\n${usage}`);
  if (journal !== undefined) {
    if (day === undefined) throw new NotPlayable(`--journal needs the day: --day YYYY-MM-DD.\n${usage}`);
    return journalSource(journal, day, centre);
  }
  if (name === undefined) throw new NotPlayable(`Scenarios: ${bundledScenarios().join(', ')}.\n${usage}`);
  return scenarioSource(name);
}

/** The policies to be compared; undefined is the day's own. */
function policiesOf({ policy, compare }: Values): (string | undefined)[] {
  if (policy !== undefined && compare !== undefined)
    throw new NotPlayable(`Either --policy or --compare, not both.\n${usage}`);
  return compare === undefined ? [policy] : compare.split(',').map((each) => each.trim());
}

function policyIn(source: DaySource): string {
  return source.plan(undefined).setup.dispatch.policy;
}

function withPolicy(plan: DayPlan, policy: string | undefined): DayPlan {
  if (policy === undefined) return plan;
  const known = policyNameSchema.safeParse(policy);
  if (!known.success)
    throw new NotPlayable(`There is no policy "${policy}"; there are ${policyNames.join(', ')}.`);
  return { ...plan, setup: { ...plan.setup, dispatch: { ...plan.setup.dispatch, policy: known.data } } };
}

/** One day is the scenario's own; several are days of the same kind. */
function seedsOf(seed: string | undefined, days: number): (string | undefined)[] {
  return days === 1 ? [seed] : Array.from({ length: days }, (_, index) => `${seed ?? 'day'} ${index + 1}`);
}

function numberOf(option: string, written: string): number {
  const number = Number(written);
  const isWhole = option !== 'days' || Number.isInteger(number);
  if (!Number.isFinite(number) || number <= 0 || !isWhole)
    throw new NotPlayable(`--${option} must be a ${option === 'days' ? 'whole ' : ''}number above 0.`);
  return number;
}
