// `npm run simulate` without a server: what it prints, what it writes, what it says where nothing can be played.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandId } from '../../protocol/ids.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { plannedDay } from '../../server/simulation/play/arrivals.ts';
import { playDay } from '../../server/simulation/play/player.ts';
import { asksToPlay, playCommand } from '../../server/simulation/play-command.ts';
import { smallScenario, writtenScenario } from '../support/small-scenario.ts';

let folder: string;
let ticks = 0;
const run = (...args: string[]) =>
  playCommand(args, () => {
    ticks += 1000;
    return ticks;
  });
const file = (name: string) => join(folder, name);

/** A journal in which one played day was kept, and the set-up beside it. */
function recordDay(): void {
  const plan = plannedDay(smallScenario({ load: 2 }));
  const journal = openSqliteJournal(file('journal.sqlite'));
  const { rows } = playDay(plan);
  for (const { event, at, businessDay, actor, seq } of rows) {
    const commandId = `k${seq}` as CommandId;
    journal.append({ commandId, fingerprint: '', actor, at, rows: [{ businessDay, event }], result: {} });
  }
  journal.close();
  writeFileSync(file('centre.json'), JSON.stringify(plan.setup));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'denluot-play-'));
  writeFileSync(file('small.json'), JSON.stringify(writtenScenario));
  writeFileSync(
    file('wrong.json'),
    JSON.stringify({ ...writtenScenario, counters: [{ id: 'c1', profile: 'x' }] }),
  );
  writeFileSync(file('broken.json'), '{');
  recordDay();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a scenario', () => {
  it('is played and told as a table, with how fast it went', () => {
    const { exitCode, text } = run(file('small.json'));
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^Small\nwaits: mean/);
    expect(text).toMatch(/promise-share/);
    expect(text).toMatch(/1 day in 1\.00 s: [\d,]+ times real time\.$/);
  });
  it('says how good the estimates would have been, where that is asked for', () => {
    const estimates = (...more: string[]) =>
      (
        JSON.parse(run(file('small.json'), '--days', '2', '--json', '-', ...more).text) as {
          columns: { measures: { estimates: { said: number; covered: number } | null } }[];
        }
      ).columns[0]?.measures.estimates;
    expect(estimates()).toBeNull();
    const own = estimates('--estimates');
    expect(own?.said).toBeGreaterThan(10);
    expect(own?.covered).toBeGreaterThan(0.4);
    expect(estimates('--estimates')).toEqual(own);
  });
  it('is told the same again for the same seed', () => {
    const json = (seed: string) =>
      run('--scenario', file('small.json'), '--seed', seed, '--days', '3', '--json', '-').text;
    expect(json('a')).toBe(json('a'));
    expect(json('a')).not.toBe(json('b'));
    expect(JSON.parse(json('a'))).toMatchObject({
      title: 'Small',
      days: 3,
      columns: [{ measures: { targetMs: 900_000 } }],
    });
  });
  it('compares policies on the same days, and writes what it found', () => {
    const { text } = run('commune', '--compare', 'first-come,promise-share', '--json', file('out.json'));
    expect(text).toMatch(/first-come +promise-share/);
    const { columns } = JSON.parse(readFileSync(file('out.json'), 'utf8'));
    const visitors = columns.map(
      (each: { measures: { all: { visitors: number } } }) => each.measures.all.visitors,
    );
    expect(visitors[0]).toBe(visitors[1]);
  });
});

describe('a recorded day', () => {
  it('is played from the journal and the set-up beside it', () => {
    const args = [
      '--journal',
      file('journal.sqlite'),
      '--day',
      '2026-11-23',
      '--compare',
      'first-come,promise-share',
    ];
    const { exitCode, text } = run(...args);
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^Small, 2026-11-23\n/);
    expect(text).toMatch(/copies +\d/);
  });
});

describe('what cannot be played is said', () => {
  it.each([
    [['nowhere'], /There is no scenario "nowhere"; there are commune, lean, ordinary, surge/],
    [['wrong.json'], /wrong\.json cannot be played:\n {2}counters\.0\.profile: there is no profile "x"/],
    [['broken.json'], /broken\.json cannot be read/],
    [['missing.json'], /missing\.json cannot be read/],
    [['small.json', '--policy', 'x'], /There is no policy "x"; there are .*first-come/],
    [['small.json', '--policy', 'first-come', '--compare', 'first-come'], /Either --policy or --compare/],
    [['small.json', '--days', '0'], /--days must be a whole number above 0/],
    [['small.json', '--days', '1.5'], /--days must be a whole number above 0/],
    [['small.json', '--target', 'soon'], /--target must be a number above 0/],
    [['small.json', '--speed', '60'], /--speed[\s\S]*Usage/],
    [['small.json', 'commune'], /One scenario at a time/],
    [['commune', '--journal', 'journal.sqlite'], /Either a scenario or a journal/],
    [['--journal', 'journal.sqlite'], /--journal needs the day/],
    [['--journal', 'journal.sqlite', '--day', 'Monday'], /must be a day such as/],
    [['--journal', 'journal.sqlite', '--day', '2026-11-24'], /has no rows of 2026-11-24/],
    [['--journal', 'none.sqlite', '--day', '2026-11-23'], /There is no journal at/],
    [['--journal', 'broken.json', '--day', '2026-11-23'], /cannot be read as a journal/],
    [
      ['--journal', 'journal.sqlite', '--day', '2026-11-23', '--centre', 'small.json'],
      /small\.json cannot be played:\n {2}version/,
    ],
  ])('%j', (args, says) => {
    const inFolder = args.map((each) => (/\.(json|sqlite)$/.test(each) ? file(each) : each));
    const { exitCode, text } = run(...inFolder);
    expect(exitCode).toBe(2);
    expect(text).toMatch(says);
  });
});

it.each([
  [['surge'], true],
  [['--journal=x', '--day', '2026-11-23'], true],
  [['--seed', 'a', '--scenario', 'surge'], true],
  [[], false],
  [['--speed', '60', '--seed', 'a day'], false],
])('%j asks for a day without a server: %s', (args, asks) => {
  expect(asksToPlay(args)).toBe(asks);
});
