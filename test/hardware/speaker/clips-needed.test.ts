// The list of pieces to record: no call of the centre ever needs another one, none is there in vain, and a pack's faults
// are found piece by piece.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openClipPack } from '../../../hardware/speaker/clip-pack.ts';
import { clipsNeeded, type SpokenCentre } from '../../../hardware/speaker/clips-needed.ts';
import { packGaps } from '../../../hardware/speaker/pack-gaps.ts';
import { callUtterance } from '../../../protocol/speech/call-speech.ts';
import { speechLanguages } from '../../../protocol/speech/utterance.ts';
import { folder } from './sound-programs.ts';
import { tonePack } from './tone-pack.ts';
import { toneWav } from './written-wav.ts';

const small: SpokenCentre = {
  series: [{ prefix: 'B', digits: 3, from: 1, to: 30 }],
  counterNumbers: ['1', '2'],
  floors: [],
  zones: [],
  style: { numbers: 'digits', region: 'north' },
  hasPriority: false,
};
const textsOf = (centre: SpokenCentre) => clipsNeeded('vi', centre).map(({ text }) => text);

const centres = fc.record<SpokenCentre>({
  series: fc.array(
    fc.record({
      prefix: fc.constantFrom('', 'A', 'Z', 'AB', '1', '10', 'C2'),
      digits: fc.integer({ min: 1, max: 4 }),
      from: fc.integer({ min: 0, max: 30 }),
      to: fc.integer({ min: 1, max: 1_200 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  counterNumbers: fc.array(fc.constantFrom('1', '05', '12', '21', '104', '12B', 'VIP'), {
    minLength: 1,
    maxLength: 4,
  }),
  floors: fc.array(fc.constantFrom('1', '2', 'B1', 'Tầng trệt'), { maxLength: 3 }),
  zones: fc.array(fc.constantFrom({ id: 'khu-a', name: 'Khu A – Tầng 1' }, { id: 'sanh', name: 'Sảnh 21' }), {
    maxLength: 2,
  }),
  style: fc.record({
    numbers: fc.constantFrom('digits', 'value'),
    region: fc.constantFrom('north', 'south'),
  }),
  hasPriority: fc.boolean(),
});

describe('the list', () => {
  test('has what any call of the centre needs, each piece once', () => {
    const cases = fc.tuple(
      fc.constantFrom(...speechLanguages),
      centres,
      fc.array(fc.nat(), { minLength: 200, maxLength: 200 }),
    );
    fc.assert(
      fc.property(cases, ([language, centre, chances]) => {
        const clips = clipsNeeded(language, centre).map(({ clip }) => clip);
        const known = new Set(clips);
        expect(clips).toHaveLength(known.size);
        const left = [...chances];
        const pick = <T>(of: readonly T[]): T | undefined => of[(left.pop() ?? 0) % of.length];
        const numbered = () => {
          const series = pick(centre.series.filter(({ from, to }) => from <= to));
          if (series === undefined) return null;
          const ordinal = series.from + ((left.pop() ?? 0) % (series.to - series.from + 1));
          return `${series.prefix}${String(ordinal).padStart(series.digits, '0')}`;
        };
        for (let turn = 0; turn < 15; turn += 1) {
          const [from, to] = [numbered(), numbered()];
          if (from === null || to === null) return;
          const call = {
            number: pick([from, { from, to }]) ?? from,
            counterNumber: pick(centre.counterNumbers) ?? '1',
            recall: pick([true, false]) === true,
            priority: centre.hasPriority && pick([true, false]) === true,
            floor: pick([null, ...centre.floors]) ?? null,
            zone: pick([null, ...centre.zones]) ?? null,
          };
          const said = callUtterance(language, call, centre.style).phrases.flat();
          expect(said.filter(({ clip }) => !known.has(clip))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
  test('is in the order of a recording session: words, letters, then numbers as one counts', () => {
    expect(textsOf(small)).toEqual([
      ...['Xin mời số thứ tự', 'đến quầy số', 'Xin nhắc lại', 'mời số thứ tự', 'từ', 'đến'],
      'bê',
      ...['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'],
    ]);
  });
  test('has nothing in vain', () => {
    expect(textsOf(small)).not.toContain('Xin mời số ưu tiên');
    expect(textsOf({ ...small, hasPriority: true })).toContain('mời số ưu tiên');
    expect(textsOf({ ...small, floors: ['2'] })).toContain('tầng');
    expect(textsOf({ ...small, zones: [{ id: 'a', name: 'Khu A – Tầng 1' }] })).toContain('Khu A, Tầng một');
    expect(textsOf({ ...small, style: { numbers: 'value', region: 'north' } })).not.toContain('linh');
    const hundreds = { ...small, series: [{ prefix: '', digits: 3, from: 100, to: 110 }] };
    expect(textsOf({ ...hundreds, style: { numbers: 'value', region: 'south' } })).toContain('lẻ');
    expect(clipsNeeded('vi', { ...small, series: [], counterNumbers: [] })).toEqual([]);
  });
  test('of 26 series of 1000 numbers is there within a second', () => {
    const series = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((prefix) => ({
      prefix,
      digits: 3,
      from: 0,
      to: 999,
    }));
    const before = performance.now();
    const needed = clipsNeeded('vi', { ...small, series, style: { numbers: 'value', region: 'north' } });
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(needed.length).toBeGreaterThan(45);
  });
});

describe('the faults of a pack', () => {
  const needed = clipsNeeded('vi', small);
  const packWith = async (clip: string, file: Buffer | null) => {
    const here = folder();
    tonePack(
      here,
      needed.map((each) => each.clip),
    );
    if (file === null) rmSync(join(here, `${clip}.wav`));
    else writeFileSync(join(here, `${clip}.wav`), file);
    return packGaps(await openClipPack(here), needed);
  };
  test('are none where every piece is good', async () => {
    expect(await packWith('hai', toneWav({ hertz: 400, ms: 300, peak: 0.3 }))).toEqual([]);
  });
  test.each<[string, Buffer | null]>([
    ['missing', null],
    ['unreadable', Buffer.from('no sound')],
    ['too-quiet', toneWav({ hertz: 400, ms: 300, peak: 0.003 })],
    ['too-quiet', toneWav({ hertz: 400, ms: 0, peak: 1 })],
    ['clipped', clippedWav()],
    ['too-long', toneWav({ hertz: 400, ms: 10_500, peak: 0.3 })],
  ])('a piece that is %s is named', async (fault, file) => {
    expect(await packWith('hai', file)).toEqual([{ clip: 'hai', text: 'hai', fault }]);
  });
  test('a loud recording whose peaks are whole is a good one', async () => {
    expect(await packWith('hai', toneWav({ hertz: 3_000, ms: 300, peak: 1 }))).toEqual([]);
  });
});

/** Recorded with too much gain: what went beyond full scale was cut. */
function clippedWav(): Buffer {
  const file = Buffer.from(toneWav({ hertz: 300, ms: 300, peak: 0.999 }));
  for (let at = 44; at < file.length; at += 2) {
    const level = file.readInt16LE(at) * 3;
    file.writeInt16LE(Math.max(-32_768, Math.min(32_767, level)), at);
  }
  return file;
}
