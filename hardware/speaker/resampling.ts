// A sound at another rate: each new sample is a weighted sum of its neighbours, the weights a sinc under a Hann window
// (J. O. Smith, "Digital Audio Resampling", CCRMA). On the way down the sinc is wider, which takes away what the lower
// rate cannot hold and would fold back as a whistle. Pure.
import type { Sound } from './sound.ts';

/** Zero crossings of the sinc on either side: more is sharper and slower. */
const crossings = 16;

/** The same sound with so many samples a second. */
export function resampled(sound: Sound, sampleRate: number): Sound {
  if (sampleRate === sound.sampleRate) return sound;
  const common = greatestCommonDivisor(sound.sampleRate, sampleRate);
  const [down, up] = [sound.sampleRate / common, sampleRate / common];
  const bandwidth = Math.min(1, sampleRate / sound.sampleRate);
  const reach = Math.ceil(crossings / bandwidth);
  const weightsOf = new Map<number, Float64Array>();
  const samples = new Float32Array(Math.round((sound.samples.length * up) / down));
  for (let at = 0; at < samples.length; at += 1) {
    const before = Math.floor((at * down) / up);
    const phase = (at * down) % up;
    let weights = weightsOf.get(phase);
    if (weights === undefined) {
      weights = sincWeights(phase / up, bandwidth, reach);
      weightsOf.set(phase, weights);
    }
    samples[at] = weightedSum(sound.samples, before - reach + 1, weights);
  }
  return { sampleRate, samples };
}

function weightedSum(samples: Float32Array, from: number, weights: Float64Array): number {
  let sum = 0;
  const end = Math.min(weights.length, samples.length - from);
  for (let tap = Math.max(0, -from); tap < end; tap += 1)
    sum += (samples[from + tap] ?? 0) * (weights[tap] ?? 0);
  return sum;
}

/** Weights of the neighbours of a place `fraction` of a sample after one of them; their sum is 1. */
function sincWeights(fraction: number, bandwidth: number, reach: number): Float64Array {
  const weights = Float64Array.from({ length: 2 * reach }, (_, tap) => {
    const away = tap - reach + 1 - fraction;
    const angle = Math.PI * away * bandwidth;
    const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
    return sinc * (0.5 + 0.5 * Math.cos((Math.PI * away) / reach));
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
