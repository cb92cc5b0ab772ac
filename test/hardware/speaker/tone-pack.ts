// A pack of clips whose every piece is a pure tone, recorded as carelessly as people do: each at another rate, in another
// format, at another level, with more or less silence around it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tone, WrittenAs } from './written-wav.ts';
import { tone, writtenWav } from './written-wav.ts';

export const toneMs = 250;
const rates = [22_050, 8_000, 48_000, 44_100, 16_000] as const;
const formats: readonly WrittenAs[] = [
  {},
  { bits: 24 },
  { bits: 32, float: true },
  { bits: 24, extensible: true },
  { bits: 32 },
];
const peaks = [0.9, 0.12, 0.5, 0.05, 0.25] as const;

/** A careless recording: which one, of five kinds. */
export function careless(index: number, more: Partial<Tone> = {}): Buffer {
  const kind = index % 5;
  const rate = rates[kind] ?? 22_050;
  const of = { hertz: 300 + 10 * index, ms: toneMs, peak: peaks[kind] ?? 0.5, rate };
  // One was cut off in the middle of a wave, at both ends.
  const around =
    kind === 0 ? { fromTurn: 0.25 } : { silentBeforeMs: 30 * kind, silentAfterMs: 400 - 70 * kind };
  const samples = tone({ ...of, ...around, ...more });
  const isStereo = kind === 3;
  return writtenWav(
    samples.map((sample) => (isStereo ? [sample, sample] : [sample])),
    { ...formats[kind], rate },
  );
}

/** Writes a pack with these clips into a folder, made where it is not there. */
export function tonePack(
  folder: string,
  clips: readonly string[],
  manifest: Record<string, unknown> = {},
): void {
  mkdirSync(folder, { recursive: true });
  const said = { version: 1, language: 'vi', name: 'Tones', ...manifest };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(said));
  clips.forEach((clip, index) => {
    writeFileSync(join(folder, `${clip}.wav`), careless(index));
  });
}
