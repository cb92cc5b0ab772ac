// What is done to sound: ends without silence, one loudness, nothing above −3 dBFS, no whistle from another rate, no click.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chime } from '../../../hardware/speaker/chime.ts';
import { resampled } from '../../../hardware/speaker/resampling.ts';
import * as sounds from '../../../hardware/speaker/sound.ts';
import { asSpoken } from '../../../hardware/speaker/spoken-sound.ts';
import { encodeWav } from '../../../hardware/speaker/wav.ts';
import { decibel, wavFacts } from '../../support/wav-facts.ts';
import { type Tone, tone } from './written-wav.ts';

const soundOf = (of: Tone): sounds.Sound => ({
  sampleRate: of.rate ?? 22_050,
  samples: Float32Array.from(tone(of)),
});
const factsOf = (sound: sounds.Sound) => wavFacts(encodeWav(sound));
/** Without the edges, where a resampler has only half its neighbours. */
const middle = (sound: sounds.Sound): sounds.Sound => ({ ...sound, samples: sound.samples.slice(400, -400) });

test('silence lasts as long as it is asked to', () => {
  const quiet = sounds.silence(220, 22_050);
  expect(sounds.durationMs(quiet)).toBeCloseTo(220, 1);
  expect(sounds.peakOf(quiet)).toBe(0);
});

describe('joined', () => {
  test('is one after another', () => {
    const one = { sampleRate: 8_000, samples: Float32Array.of(0.25, 0.5) };
    expect([...sounds.joined([one, sounds.silence(0.25, 8_000), one]).samples]).toEqual([
      ...[0.25, 0.5, 0, 0, 0.25, 0.5],
    ]);
  });
  test('refuses nothing, and sounds of two rates', () => {
    expect(() => sounds.joined([])).toThrow(RangeError);
    expect(() => sounds.joined([sounds.silence(1, 8_000), sounds.silence(1, 16_000)])).toThrow(RangeError);
  });
});

describe('trimmed', () => {
  test('loses the silence before and after, but for a few ms', () => {
    const sound = soundOf({ hertz: 400, ms: 300, peak: 0.3, silentBeforeMs: 700, silentAfterMs: 900 });
    const length = sounds.durationMs(sounds.trimmed(sound));
    expect(length).toBeGreaterThanOrEqual(300);
    expect(length).toBeLessThan(350);
  });
  test('takes the hiss of a microphone for silence', () => {
    const sound = soundOf({ hertz: 400, ms: 300, peak: 0.3, silentBeforeMs: 700, silentAfterMs: 900 });
    const hissing = {
      ...sound,
      samples: sound.samples.map((sample, at) => sample + 0.001 * Math.sin(at * 1.7)),
    };
    expect(sounds.durationMs(sounds.trimmed(hissing))).toBeLessThan(350);
  });
  test('leaves nothing of silence, and all of a sound without any', () => {
    expect(sounds.trimmed(sounds.silence(500, 22_050)).samples).toHaveLength(0);
    const sound = soundOf({ hertz: 400, ms: 300, peak: 0.3 });
    expect(sounds.trimmed(sound)).toEqual(sound);
  });
});

describe('levelled', () => {
  test.each([0.02, 0.1, 0.5, 1])('a tone of peak %d comes out like every other', (peak) => {
    const facts = factsOf(sounds.levelled(soundOf({ hertz: 400, ms: 500, peak })));
    expect(facts.rmsDb(50, 450)).toBeCloseTo(-18, 0);
    expect(facts.clipped).toBe(0);
  });
  test('pauses do not make a voice louder', () => {
    const one = soundOf({ hertz: 400, ms: 300, peak: 0.3 });
    const spaced = sounds.joined([one, sounds.silence(900, 22_050), one]);
    expect(factsOf(sounds.levelled(spaced)).rmsDb(50, 250)).toBeCloseTo(-18, 0);
  });
  test('a peak is held under −3 dBFS without a step in the sound', () => {
    const quiet = soundOf({ hertz: 300, ms: 400, peak: 0.05 });
    const loud = soundOf({ hertz: 300, ms: 20, peak: 1 });
    const facts = factsOf(sounds.levelled(sounds.joined([quiet, loud, quiet])));
    expect(facts.peakDb).toBeLessThanOrEqual(-2.99);
    expect(facts.largestStep).toBeLessThan(0.1);
  });
  test('near silence is not made into a storm', () => {
    const facts = factsOf(sounds.levelled(soundOf({ hertz: 400, ms: 300, peak: 0.0005 })));
    expect(facts.peakDb).toBeLessThan(-35);
  });
  test('no sound ever comes out above −3 dBFS', () => {
    const anySound = fc
      .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 3_000, size: 'max' })
      .map((samples) => ({ sampleRate: 22_050, samples: Float32Array.from(samples) }));
    fc.assert(
      fc.property(anySound, (sound) => {
        expect(decibel(sounds.peakOf(sounds.levelled(sound)))).toBeLessThanOrEqual(-2.999);
        expect(sounds.peakOf(asSpoken(sound))).toBeLessThan(0.75);
      }),
    );
  });
});

test('faded comes from nothing and goes to nothing, and is itself between', () => {
  const sound = { sampleRate: 8_000, samples: new Float32Array(800).fill(0.5) };
  const { samples } = sounds.faded(sound, 10);
  expect([samples[0], samples[400], samples[799]]).toEqual([0, 0.5, 0]);
  expect(factsOf({ sampleRate: 8_000, samples }).largestStep).toBeLessThan(0.02);
  expect(sounds.faded({ ...sound, samples: new Float32Array(0) }, 10).samples).toHaveLength(0);
});

test('louder stays within full scale', () => {
  const sound = { sampleRate: 8_000, samples: Float32Array.of(0.5, -0.5, 0.125) };
  expect([...sounds.louder(sound, 4).samples]).toEqual([1, -1, 0.5]);
  expect([...sounds.louder(sound, 0).samples].every((sample) => sample === 0)).toBe(true);
});

test('an offset is taken out', () => {
  const sound = soundOf({ hertz: 400, ms: 500, peak: 0.3 });
  const offset = { ...sound, samples: sound.samples.map((sample) => sample + 0.2) };
  expect(sounds.peakOf(sounds.withoutOffset(offset))).toBeCloseTo(0.3, 2);
});

describe('resampled', () => {
  test.each([8_000, 11_025, 16_000, 32_000, 44_100, 48_000, 96_000])(
    'from %d Hz is the same tone, as long and as loud',
    (rate) => {
      const made = resampled(soundOf({ hertz: 1_000, ms: 500, peak: 0.5, rate }), 22_050);
      const wanted = soundOf({ hertz: 1_000, ms: 500, peak: 0.5 });
      expect(Math.abs(made.samples.length - wanted.samples.length)).toBeLessThanOrEqual(1);
      const apart = middle(made).samples.map((sample, at) => sample - (wanted.samples[at + 400] ?? 0));
      expect(decibel(sounds.peakOf({ ...made, samples: apart }))).toBeLessThan(-60);
    },
  );
  test.each([13_000, 15_000, 20_000])('%d Hz do not come back as a whistle', (hertz) => {
    const made = resampled(soundOf({ hertz, ms: 500, peak: 0.5, rate: 48_000 }), 22_050);
    expect(decibel(sounds.peakOf(middle(made)))).toBeLessThan(-60);
  });
});

test.each([22_050, 44_100, 48_000])('the chime at %d Hz', (rate) => {
  const sound = chime(rate);
  const facts = factsOf(sound);
  expect(facts.durationMs).toBeCloseTo(1_200, 0);
  expect(facts.peakDb).toBeLessThanOrEqual(-6);
  expect(facts.peakDb).toBeGreaterThan(-8);
  expect([facts.samples[0], facts.samples.at(-1)]).toEqual([0, 0]);
  expect(facts.clipped).toBe(0);
  expect(facts.largestStep).toBeLessThan(0.25);
  // Two notes: the second is struck while the first one dies.
  expect(facts.rmsDb(430, 480)).toBeGreaterThan(facts.rmsDb(370, 415));
  expect(facts.rmsDb(1_150, 1_200)).toBeLessThan(facts.rmsDb(430, 480) - 15);
});
