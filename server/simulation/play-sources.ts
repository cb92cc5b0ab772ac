// Where a day to be played comes from: a scenario's file, one that is bundled, or a day of a journal with the set-up that
// lies beside it. Whatever is wrong becomes a sentence that names the place.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { businessDaySchema } from '../../protocol/ids.ts';
import { type Setup, setupSchema } from '../../protocol/setup-schema.ts';
import { readRecordedDay } from '../journal/recorded-day.ts';
import { packageRoot } from '../package-root.ts';
import { plannedDay } from './play/arrivals.ts';
import type { DayPlan } from './play/day-plan.ts';
import { recordedDay } from './play/recorded-day.ts';
import { readScenario } from './play/scenario.ts';

/** What cannot be played; the message is for whoever gave the command. */
export class NotPlayable extends Error {
  override readonly name = 'NotPlayable';
}

export type DaySource = {
  readonly title: string;
  /** The day, or another day of the same kind; a recorded day is always the same. */
  plan(seed: string | undefined): DayPlan;
};

function scenarioFolder(): string {
  return join(packageRoot(), 'server', 'simulation', 'scenarios');
}

/** The names of the scenarios that come with the program. */
export function bundledScenarios(): string[] {
  return readdirSync(scenarioFolder())
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** A file, or the name of a bundled scenario. */
export function scenarioSource(name: string): DaySource {
  const bundled = join(scenarioFolder(), `${name}.json`);
  const isName = /^[\w-]+$/.test(name);
  if (isName && !existsSync(bundled))
    throw new NotPlayable(
      `There is no scenario "${name}"; there are ${bundledScenarios().join(', ')}, or name a file.`,
    );
  const file = isName ? bundled : name;
  const read = readScenario(jsonOf(file));
  if (!read.ok) throw new NotPlayable(faultsOf(file, read.faults));
  return { title: read.scenario.title, plan: (seed) => plannedDay(read.scenario, seed) };
}

/** `centreFile`: the set-up; by default `centre.json` beside the journal. */
export function journalSource(file: string, day: string, centreFile?: string): DaySource {
  const businessDay = businessDaySchema.safeParse(day);
  if (!businessDay.success) throw new NotPlayable(`--day ${day}: must be a day such as 2026-11-20.`);
  if (!existsSync(file)) throw new NotPlayable(`There is no journal at ${file}.`);
  const setup = setupOf(centreFile ?? join(dirname(file), 'centre.json'));
  const rows = rowsOf(file, businessDay.data);
  if (rows.length === 0) throw new NotPlayable(`${file} has no rows of ${day}.`);
  return { title: `${setup.centre.name.vi}, ${day}`, plan: () => recordedDay(rows, setup, businessDay.data) };
}

function rowsOf(file: string, day: Parameters<typeof readRecordedDay>[1]) {
  try {
    return readRecordedDay(file, day);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new NotPlayable(`${file} cannot be read as a journal: ${why}.`);
  }
}

function setupOf(file: string): Setup {
  const parsed = setupSchema.safeParse(jsonOf(file));
  if (parsed.success) return parsed.data;
  throw new NotPlayable(
    faultsOf(
      file,
      parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    ),
  );
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new NotPlayable(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

function faultsOf(
  file: string,
  faults: readonly { readonly path: string; readonly message: string }[],
): string {
  return [
    `${file} cannot be played:`,
    ...faults.map(({ path, message }) => `  ${path || 'the document'}: ${message}`),
  ].join('\n');
}
