// Sound as numbers: one channel, so many samples a second. Everything done to it is a pure function of samples: what is
// quiet at its ends is cut off, recordings are made equally loud, and joins do not click. Another rate is resampling.ts.

/** `samples`: −1 to 1, one channel. */
export type Sound = { readonly sampleRate: number; readonly samples: Float32Array };

/** Frames are long enough to hold one period of a low voice, 80 Hz. */
const frameMs = 12.5;
/** What is that far below the loudest frame is the room, not the voice (40 dB). */
const quietShare = 0.01;
/** No voice at all: nothing reaches −60 dBFS. */
const nothingBelow = 0.001;
/** The level of the voice itself, its pauses left out: −18 dBFS, which leaves the peaks of speech some room. */
const voiceLevel = 10 ** (-18 / 20);
/** A frame belongs to the voice if it is at most 30 dB below the loudest. */
const voicedShare = 10 ** (-30 / 20);
/** A near-silent recording is not made into a storm of noise (30 dB at most). */
const gainAtMost = 10 ** (30 / 20);
/** −3 dBFS: cheap amplifiers distort above it. */
const peakAtMost = 10 ** (-3 / 20);
const limiterMs = 5;

export function durationMs({ sampleRate, samples }: Sound): number {
  return (samples.length / sampleRate) * 1_000;
}

/** The largest sample, without its sign. */
export function peakOf({ samples }: Sound): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

/** The level of the loudest moment, as RMS: what an ear would call the loudness of a recording that is near silence. */
export function loudestLevel(sound: Sound): number {
  return frameLevels(sound).reduce((most, level) => Math.max(most, level), 0);
}

export function silence(ms: number, sampleRate: number): Sound {
  return { sampleRate, samples: new Float32Array(Math.round((ms / 1_000) * sampleRate)) };
}

/** One after another; throws `RangeError` for none at all, or for different rates. */
export function joined(sounds: readonly Sound[]): Sound {
  const [first] = sounds;
  if (first === undefined) throw new RangeError('There is no sound to join.');
  const samples = new Float32Array(sounds.reduce((sum, sound) => sum + sound.samples.length, 0));
  let at = 0;
  for (const sound of sounds) {
    if (sound.sampleRate !== first.sampleRate)
      throw new RangeError(`Sounds of ${first.sampleRate} and ${sound.sampleRate} Hz cannot be joined.`);
    samples.set(sound.samples, at);
    at += sound.samples.length;
  }
  return { sampleRate: first.sampleRate, samples };
}

/** Without the silence before and after, but for a few ms of it; nothing is left of a sound that is all silence. */
export function trimmed(sound: Sound, keepMs = 10): Sound {
  const levels = frameLevels(sound);
  const loudest = levels.reduce((most, level) => Math.max(most, level), 0);
  if (loudest < nothingBelow) return { ...sound, samples: new Float32Array() };
  const isHeard = (level: number) => level >= Math.max(loudest * quietShare, nothingBelow / 2);
  const length = frameLength(sound);
  const keep = Math.round((keepMs / 1_000) * sound.sampleRate);
  const from = levels.findIndex(isHeard) * length - keep;
  const to = (levels.findLastIndex(isHeard) + 1) * length + keep;
  return { ...sound, samples: sound.samples.slice(Math.max(0, from), to) };
}

/** As loud as every other: its voiced frames at one level, no peak above −3 dBFS. */
export function levelled(sound: Sound): Sound {
  const levels = frameLevels(sound);
  const loudest = levels.reduce((most, level) => Math.max(most, level), 0);
  if (loudest === 0) return sound;
  const voiced = levels.filter((level) => level >= loudest * voicedShare);
  const level = Math.sqrt(voiced.reduce((sum, each) => sum + each ** 2, 0) / voiced.length);
  const gain = Math.min(voiceLevel / level, gainAtMost);
  return limited({ ...sound, samples: sound.samples.map((sample) => sample * gain) });
}

/** Comes from nothing and goes to nothing, so that it may stand beside silence without a click. */
export function faded(sound: Sound, ms: number): Sound {
  const length = Math.min(Math.round((ms / 1_000) * sound.sampleRate), Math.floor(sound.samples.length / 2));
  const end = sound.samples.length - 1;
  const samples = sound.samples.map((sample, at) => {
    const fromEdge = Math.min(at, end - at);
    return fromEdge < length ? sample * (0.5 - 0.5 * Math.cos((Math.PI * fromEdge) / length)) : sample;
  });
  return { ...sound, samples };
}

/** Louder or quieter by a factor; what would go beyond full scale is cut there. */
export function louder(sound: Sound, gain: number): Sound {
  return { ...sound, samples: sound.samples.map((sample) => Math.max(-1, Math.min(1, sample * gain))) };
}

/** Without the constant offset of a cheap recorder, which would click at every join. */
export function withoutOffset(sound: Sound): Sound {
  const mean = sound.samples.reduce((sum, sample) => sum + sample, 0) / (sound.samples.length || 1);
  return { ...sound, samples: sound.samples.map((sample) => sample - mean) };
}

/**
 * A limiter that sees what comes: around each peak that is too loud the gain goes down and up again smoothly. Each
 * sample's gain is the mean of what its neighbours within the reach allow, and each of those allows for this sample.
 */
function limited(sound: Sound): Sound {
  const { samples, sampleRate } = sound;
  const reach = Math.round((limiterMs / 1_000) * sampleRate);
  const allowed = new Float64Array(samples.length + 2 * reach).fill(1);
  let isOver = false;
  samples.forEach((sample, at) => {
    if (Math.abs(sample) <= peakAtMost) return;
    isOver = true;
    const most = peakAtMost / Math.abs(sample);
    for (let near = at; near <= at + 2 * reach; near += 1) allowed[near] = Math.min(allowed[near] ?? 1, most);
  });
  if (!isOver) return sound;
  let sum = allowed.subarray(0, 2 * reach).reduce((total, gain) => total + gain, 0);
  const made = samples.map((sample, at) => {
    sum += allowed[at + 2 * reach] ?? 1;
    const gain = sum / (2 * reach + 1);
    sum -= allowed[at] ?? 1;
    return Math.max(-peakAtMost, Math.min(peakAtMost, sample * gain));
  });
  return { ...sound, samples: made };
}

function frameLength({ sampleRate }: Sound): number {
  return Math.max(1, Math.round((frameMs / 1_000) * sampleRate));
}

/** The level of each frame, as RMS. */
function frameLevels(sound: Sound): number[] {
  const length = frameLength(sound);
  return Array.from({ length: Math.ceil(sound.samples.length / length) }, (_, frame) => {
    const part = sound.samples.subarray(frame * length, (frame + 1) * length);
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
  });
}
