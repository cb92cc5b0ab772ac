// WAV files: every format that a recorder may write is read, hostile bytes end in a sentence, and what is written is judged
// by a reader of its own.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeWav, encodeWav } from '../../../hardware/speaker/wav.ts';
import { wavFacts } from '../../support/wav-facts.ts';
import { part, riff, type WrittenAs, writtenWav } from './written-wav.ts';

const values = [0, 0.5, -0.5, 0.25, -1, 1, 0.125];
const frames = values.map((value) => [value]);

describe('reading', () => {
  test.each<[string, WrittenAs]>([
    ['8 bits', { bits: 8 }],
    ['16 bits', {}],
    ['24 bits', { bits: 24 }],
    ['32 bits', { bits: 32 }],
    ['32-bit float', { bits: 32, float: true }],
    ['16 bits, extensible', { extensible: true }],
    ['24 bits, extensible', { bits: 24, extensible: true }],
    ['float, extensible', { bits: 32, float: true, extensible: true }],
    ['48 kHz', { rate: 48_000 }],
    ['parts that nobody knows, one of odd length', { before: [part('LIST', Buffer.from('odd'))] }],
    ['a stream that left its size 0', { dataSize: 0 }],
    ['a stream with the largest size', { dataSize: 0xffff_ffff }],
    ['a stream as espeak-ng writes it', { dataSize: 0x7fff_f000 }],
  ])('%s', (_name, as) => {
    const { sampleRate, samples } = decodeWav(writtenWav(frames, as));
    expect(sampleRate).toBe(as.rate ?? 22_050);
    expect(samples).toHaveLength(values.length);
    values.forEach((value, at) => {
      expect(samples[at]).toBeCloseTo(value, as.bits === 8 ? 1 : 3);
    });
  });
  test('mixes channels to one', () => {
    const { samples } = decodeWav(
      writtenWav([
        [0.5, 0],
        [0.5, -0.5],
        [-1, -0.5],
      ]),
    );
    expect([...samples].map((sample) => Math.round(sample * 100))).toEqual([25, 0, -75]);
  });
  test('takes what is no number, or beyond full scale, as something that can be played', () => {
    const { samples } = decodeWav(writtenWav([[Number.NaN], [7], [-9]], { bits: 32, float: true }));
    expect([...samples]).toEqual([0, 1, -1]);
  });
  test('reads bytes that lie within others', () => {
    const file = writtenWav(frames);
    const around = Buffer.concat([Buffer.from('xyz'), file, Buffer.from('!')]);
    expect(decodeWav(around.subarray(3, 3 + file.length))).toEqual(decodeWav(file));
  });
  const whole = writtenWav(frames);
  test.each<[string, Buffer, RegExp]>([
    ['nothing', Buffer.alloc(0), /no WAV/],
    ['words', Buffer.from('<html>404 Not Found, and more of it</html>'), /no WAV/],
    ['a picture in RIFF', riff([part('fmt ', Buffer.alloc(16))]).fill('WEBP', 8, 12), /no WAV/],
    ['a file cut short in its sound', whole.subarray(0, -4), /cut short/],
    ['a file cut short in its format', whole.subarray(0, 30), /cut short/],
    ['a file without sound', whole.subarray(0, 36), /ends before/],
    ['sound before its format', riff([part('data', Buffer.alloc(8))]), /before its format/],
    ['a format of 4 bytes', riff([part('fmt ', Buffer.alloc(4)), part('data', Buffer.alloc(8))]), /format/],
    ['A-law', altered(whole, 20, 6), /format 6/],
    ['no channels', altered(whole, 22, 0), /0 channels/],
    ['a contradiction', altered(whole, 32, 3), /contradicts/],
    ['12 bits', altered(altered(whole, 34, 24), 32, 3).fill(12, 34, 35), /contradicts/],
  ])('refuses %s with a sentence', (_name, bytes, sentence) => {
    expect(() => decodeWav(bytes)).toThrow(RangeError);
    expect(() => decodeWav(bytes)).toThrow(sentence);
  });
  test('whatever the bytes are, it is a sound or a RangeError', () => {
    const damaged = fc
      .tuple(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
        fc.nat(whole.length),
      )
      .map(([changes, length]) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        return new Uint8Array(bytes.subarray(0, length));
      });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged), (bytes) => {
        try {
          const { samples, sampleRate } = decodeWav(bytes);
          expect(sampleRate).toBeGreaterThan(0);
          expect(samples.every((sample) => Math.abs(sample) <= 1)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('writing', () => {
  test('and reading give the same sound again', () => {
    const sounds = fc.record({
      sampleRate: fc.integer({ min: 1_000, max: 384_000 }),
      samples: fc
        .array(fc.integer({ min: -32_768, max: 32_767 }), { maxLength: 300 })
        .map((levels) => Float32Array.from(levels, (level) => level / 32_768)),
    });
    fc.assert(
      fc.property(sounds, (sound) => {
        expect(decodeWav(encodeWav(sound))).toEqual(sound);
      }),
    );
  });
  test('gives a file that a reader of its own understands, cut at full scale', () => {
    const samples = Float32Array.from([0, 2, -2, 0.5, ...new Array<number>(996).fill(0)]);
    const facts = wavFacts(encodeWav({ sampleRate: 16_000, samples }));
    expect(facts).toMatchObject({ sampleRate: 16_000, channels: 1, bits: 16, durationMs: 62.5, clipped: 2 });
    expect(facts.samples.slice(0, 4)).toEqual([0, 32_767 / 32_768, -1, 0.5]);
  });
});

function altered(file: Buffer, at: number, value: number): Buffer {
  const bytes = Buffer.from(file);
  bytes.writeUInt16LE(value, at);
  return bytes;
}
