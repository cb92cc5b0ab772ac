// The set-up document through its life: begun from a sample, opened, upgraded, or refused without a trace.
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Setup, setupVersion } from '../../protocol/setup-schema.ts';
import { packageRoot } from '../../server/package-root.ts';
import { createFromSample, openSetupStore, SetupError } from '../../server/setup/setup-store.ts';
import { upgrades } from '../../server/setup/upgrades.ts';
import { centreFile, emptyFolder, everything, onDisk, sample } from './setup-folder.ts';

const fixture = join(packageRoot(), 'test', 'fixtures', 'setup', 'version-0.json');

/** Writes a changed document over the file. */
function rewrite(file: string, change: (document: Setup) => unknown): void {
  writeFileSync(file, JSON.stringify(change(onDisk(file)), null, 2));
}

describe('beginning from a sample', () => {
  it('copies it into a folder that is not there yet', () => {
    const file = join(emptyFolder(), 'deep', 'down', 'centre.json');
    createFromSample(file, 'soc-trang');
    expect(openSetupStore(file).current()).toEqual(sample('soc-trang'));
    expect(openSetupStore(file).warnings).toEqual([]);
  });

  it('never writes over a document', () => {
    const file = centreFile('commune');
    const before = everything(dirname(file));
    createFromSample(file, 'soc-trang');
    expect(everything(dirname(file))).toEqual(before);
  });

  it('leaves a lost document to its .bak', () => {
    const file = centreFile('commune');
    const store = openSetupStore(file);
    store.replace(store.current());
    rmSync(file);
    createFromSample(file, 'soc-trang');
    expect(openSetupStore(file).current().centre.id).toBe('commune');
  });

  it('lists the samples that there are where the name is another', () => {
    const file = join(emptyFolder(), 'centre.json');
    expect(() => createFromSample(file, '../package')).toThrow(SetupError);
    expect(() => createFromSample(file, 'nowhere')).toThrow(/"nowhere".*commune and soc-trang/);
    expect(existsSync(file)).toBe(false);
  });
});

describe('a broken document ends in one sentence with file and field, and nothing is written', () => {
  it.each<[string, (file: string) => void, string]>([
    [
      'a reference to nothing',
      (file) =>
        rewrite(file, (d) => ({
          ...d,
          services: d.services.map((s, i) => (i === 3 ? { ...s, seriesId: 'X9' } : s)),
        })),
      'services.3.seriesId: no number series "X9" is defined.',
    ],
    [
      'a field of the wrong kind',
      (file) => rewrite(file, (d) => ({ ...d, rating: { opensForSeconds: 'long' } })),
      'rating.opensForSeconds: ',
    ],
    ['an unknown field', (file) => rewrite(file, (d) => ({ ...d, colour: 'red' })), 'colour'],
    ['a missing part', (file) => rewrite(file, ({ staff: _, ...d }) => d), 'staff: '],
    [
      'a newer version',
      (file) => rewrite(file, (d) => ({ ...d, version: 99 })),
      'version: 99 is newer than this program, which knows 1.',
    ],
    [
      'a version that is no number',
      (file) => rewrite(file, (d) => ({ ...d, version: '1' })),
      'version: must be a whole number.',
    ],
    ['a slip of the pen', (file) => writeFileSync(file, '{\n  "version": 1,,\n}\n'), 'is not JSON: '],
    ['a list', (file) => writeFileSync(file, '[\n{\n}\n]'), 'is not an object.'],
    ['an empty file without .bak', (file) => writeFileSync(file, ''), 'holds no set-up document.'],
    ['no file', (file) => rmSync(file), 'there is no set-up document.'],
  ])('%s', (_, spoil, sentence) => {
    const file = centreFile();
    spoil(file);
    const before = everything(dirname(file));
    let caught: unknown;
    try {
      openSetupStore(file);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(SetupError);
    const { message } = caught as SetupError;
    expect(message.startsWith(`${file}: `)).toBe(true);
    expect(message).toContain(sentence);
    expect(message).not.toContain('\n');
    expect(everything(dirname(file))).toEqual(before);
  });
});

describe('an older document', () => {
  it('has one upgrade step for each version', () => {
    expect(upgrades).toHaveLength(setupVersion);
  });

  it('is upgraded after a backup, and only once', () => {
    const file = join(emptyFolder(), 'centre.json');
    copyFileSync(fixture, file);
    const setup = openSetupStore(file).current();
    expect(setup.version).toBe(setupVersion);
    expect(setup.revision).toBe(7);
    expect(setup.hours.sessions).toEqual([{ opens: '07:30', closes: '16:30', intakeStopsBeforeMinutes: 20 }]);
    expect(setup.hours.holidays).toHaveLength(2);
    expect(onDisk(file)).toEqual(setup);
    expect(onDisk(`${file}.v0.bak`)).toEqual(onDisk(fixture));
    const before = everything(dirname(file));
    expect(openSetupStore(file).current()).toEqual(setup);
    expect(everything(dirname(file))).toEqual(before);
  });

  it('is upgraded from its .bak too', () => {
    const file = join(emptyFolder(), 'centre.json');
    copyFileSync(fixture, `${file}.bak`);
    expect(openSetupStore(file).current().version).toBe(setupVersion);
    expect(onDisk(`${file}.v0.bak`)).toEqual(onDisk(fixture));
  });

  it('that would be broken after its upgrade is left as it is', () => {
    const file = join(emptyFolder(), 'centre.json');
    writeFileSync(file, JSON.stringify({ ...onDisk(fixture), counters: [] }, null, 2));
    const before = everything(dirname(file));
    expect(() => openSetupStore(file)).toThrow(/counters: /);
    expect(everything(dirname(file))).toEqual(before);
  });
});

it('warns of a service that no counter serves, with file and field', () => {
  const file = centreFile();
  rewrite(file, (d) => ({
    ...d,
    profiles: d.profiles.map((p, i) => (i === 1 ? { ...p, serviceIds: [] } : p)),
  }));
  expect(openSetupStore(file).warnings).toEqual([`${file}: services.2: no counter serves "dat-dai"`]);
});
