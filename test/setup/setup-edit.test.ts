// Edits of the set-up document: in force and on disk at once, refused without a trace, and the former version kept.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Setup } from '../../protocol/setup-schema.ts';
import { openSetupStore, type SetupStore } from '../../server/setup/setup-store.ts';
import { centreFile, everything, onDisk, sample } from './setup-folder.ts';

const history = (file: string) => readdirSync(join(dirname(file), 'setup-history')).sort();

function withOpening(store: SetupStore, seconds: number): Setup {
  return { ...store.current(), rating: { opensForSeconds: seconds } };
}

describe('an edit', () => {
  it('is in force at once, on disk, and raises the revision', () => {
    const file = centreFile();
    const store = openSetupStore(file);
    const kept = store.replace(withOpening(store, 45));
    expect(kept).toEqual({ ok: true, setup: { ...sample(), revision: 1, rating: { opensForSeconds: 45 } } });
    expect(store.current().rating.opensForSeconds).toBe(45);
    expect(onDisk(file)).toEqual(store.current());
  });

  it('keeps the version before it', () => {
    const file = centreFile();
    const store = openSetupStore(file);
    store.replace(withOpening(store, 45));
    expect(history(file)).toEqual(['000001-revision-0.json']);
    expect(onDisk(join(dirname(file), 'setup-history', '000001-revision-0.json'))).toEqual(sample());
    expect(onDisk(`${file}.bak`)).toEqual(sample());
  });

  it('of an older revision is refused and changes nothing', () => {
    const file = centreFile();
    const store = openSetupStore(file);
    const stale = withOpening(store, 99);
    store.replace(withOpening(store, 45));
    const before = everything(dirname(file));
    const refused = store.replace(stale);
    expect(refused).toMatchObject({
      ok: false,
      code: 'setup-changed-meanwhile',
      errors: [{ path: 'revision' }],
    });
    expect(store.current().rating.opensForSeconds).toBe(45);
    expect(everything(dirname(file))).toEqual(before);
  });

  it('is refused where another program has changed the file', () => {
    const file = centreFile();
    const [here, there] = [openSetupStore(file), openSetupStore(file)];
    there.replace(withOpening(there, 77));
    expect(here.replace(withOpening(here, 45))).toMatchObject({ ok: false, code: 'setup-changed-meanwhile' });
    expect(onDisk(file).rating.opensForSeconds).toBe(77);
  });

  it('that is broken is refused with every field that is wrong, and changes nothing', () => {
    const file = centreFile();
    const store = openSetupStore(file);
    const before = everything(dirname(file));
    const broken = structuredClone(store.current());
    broken.counters[0]!.zoneId = 'x9' as never;
    broken.counters[1]!.profileId = 'x9' as never;
    for (const attempt of [store.check(broken), store.replace(broken)])
      expect(attempt).toMatchObject({
        ok: false,
        code: 'invalid-setup',
        errors: [{ path: 'counters.0.zoneId' }, { path: 'counters.1.profileId' }],
      });
    for (const nonsense of [null, 7, 'text', [], {}])
      expect(store.replace(nonsense)).toMatchObject({ ok: false, code: 'invalid-setup' });
    expect(store.current()).toEqual(sample());
    expect(everything(dirname(file))).toEqual(before);
  });

  it('may be checked without being kept', () => {
    const file = centreFile();
    const store = openSetupStore(file);
    const before = everything(dirname(file));
    expect(store.check(withOpening(store, 45))).toMatchObject({ ok: true });
    expect(store.current()).toEqual(sample());
    expect(everything(dirname(file))).toEqual(before);
  });

  it('works on when the document was read from its .bak', () => {
    const file = centreFile();
    const first = openSetupStore(file);
    first.replace(withOpening(first, 45));
    rmSync(file);
    const store = openSetupStore(file);
    expect(store.warnings).toHaveLength(1);
    expect(store.replace(withOpening(store, 50))).toMatchObject({ ok: true });
    expect(openSetupStore(file).warnings).toEqual([]);
    expect(openSetupStore(file).current().rating.opensForSeconds).toBe(50);
  });
});

describe('the history', () => {
  it('holds the last twenty versions and leaves other files alone', () => {
    const file = centreFile();
    const note = join(dirname(file), 'setup-history', '000-note.txt');
    mkdirSync(dirname(note));
    writeFileSync(note, 'mine');
    const store = openSetupStore(file);
    for (let edit = 0; edit < 25; edit++) store.replace(store.current());
    const kept = history(file).filter((name) => name.endsWith('.json'));
    expect(kept).toHaveLength(20);
    expect(kept[0]).toBe('000006-revision-5.json');
    expect(kept.at(-1)).toBe('000025-revision-24.json');
    expect(readFileSync(note, 'utf8')).toBe('mine');
  });

  it('keeps a former version that was taken back into force', () => {
    const file = centreFile();
    const store = openSetupStore(file);
    for (let edit = 0; edit < 25; edit++) store.replace(store.current());
    writeFileSync(file, JSON.stringify(sample()));
    const restored = openSetupStore(file);
    restored.replace(restored.current());
    expect(history(file).at(-1)).toBe('000026-revision-0.json');
  });
});

it('gives back after a new start whatever was kept', () => {
  const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  const file = centreFile();
  fc.assert(
    fc.property(names, names, fc.integer({ min: 5, max: 600 }), fc.boolean(), (vi, en, seconds, both) => {
      const store = openSetupStore(file);
      const name = both ? { vi, en } : { vi };
      const edit = { ...withOpening(store, seconds), centre: { ...store.current().centre, name } };
      const kept = store.replace(edit);
      expect(kept.ok).toBe(true);
      expect(openSetupStore(file).current()).toStrictEqual(store.current());
      expect(store.current().centre.name).toStrictEqual(name);
    }),
    { numRuns: 50 },
  );
});
