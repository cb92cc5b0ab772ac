// What a 16-bit WAV file is, measured from its bytes alone: none of the project's own code reads it here, so that it can
// judge that code.
export type WavFacts = {
  readonly sampleRate: number;
  readonly channels: number;
  readonly bits: number;
  readonly durationMs: number;
  /** dBFS. */
  readonly peakDb: number;
  /** Samples at full scale. */
  readonly clipped: number;
  /** Runs below −60 dBFS of at least so many ms. */
  readonly silences: readonly { readonly fromMs: number; readonly toMs: number }[];
  /** The largest jump from one sample to the next, of full scale. */
  readonly largestStep: number;
  /** RMS between two moments, dBFS. */
  rmsDb(fromMs: number, toMs: number): number;
  readonly samples: readonly number[];
};

export function wavFacts(bytes: Uint8Array, silenceFromMs = 15): WavFacts {
  const file = Buffer.from(bytes);
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.readUInt32LE(4) !== file.length - 8)
    throw new Error('no RIFF of its own length');
  const parts = new Map<string, Buffer>();
  for (let at = 12; at < file.length; ) {
    const size = file.readUInt32LE(at + 4);
    parts.set(file.toString('latin1', at, at + 4), file.subarray(at + 8, at + 8 + size));
    at += 8 + size + (size % 2);
  }
  const [format, data] = [parts.get('fmt '), parts.get('data')];
  if (format === undefined || data === undefined) throw new Error('no format, or no data');
  const [channels, sampleRate, bits] = [
    format.readUInt16LE(2),
    format.readUInt32LE(4),
    format.readUInt16LE(14),
  ];
  if (format.readUInt16LE(0) !== 1 || bits !== 16) throw new Error('no 16-bit PCM');
  const samples = Array.from({ length: data.length / 2 }, (_, at) => data.readInt16LE(at * 2) / 32_768);
  const perMs = (sampleRate * channels) / 1_000;
  const rms = (part: readonly number[]) =>
    Math.sqrt(part.reduce((sum, sample) => sum + sample ** 2, 0) / part.length);
  return {
    ...{ sampleRate, channels, bits, samples },
    durationMs: samples.length / perMs,
    peakDb: decibel(samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)),
    clipped: samples.filter((sample) => sample <= -1 || sample >= 32_767 / 32_768).length,
    silences: silencesOf(samples)
      .map(([from, to]) => ({ fromMs: from / perMs, toMs: to / perMs }))
      .filter(({ fromMs, toMs }) => toMs - fromMs >= silenceFromMs),
    largestStep: samples.reduce(
      (most, sample, at) => Math.max(most, Math.abs(sample - (samples[at - 1] ?? sample))),
      0,
    ),
    rmsDb: (fromMs, toMs) =>
      decibel(rms(samples.slice(Math.round(fromMs * perMs), Math.round(toMs * perMs)))),
  };
}

export function decibel(share: number): number {
  return 20 * Math.log10(share);
}

function silencesOf(samples: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  let from: number | null = null;
  for (const [at, sample] of [...samples, 1].entries()) {
    const isQuiet = Math.abs(sample) < 0.001;
    if (isQuiet) from ??= at;
    else if (from !== null) {
      found.push([from, at]);
      from = null;
    }
  }
  return found;
}
