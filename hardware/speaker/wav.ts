// WAV files as sounds and back: any PCM or float that a recorder writes comes in, mixed to one channel; 16 bits go out.
// After Microsoft and IBM, "Multimedia Programming Interface and Data Specifications 1.0" (1991), chapter 3, and Microsoft,
// "Multiple Channel Audio Data and WAVE Files" (2001) for WAVE_FORMAT_EXTENSIBLE. What is done to a sound is sound.ts.
import type { Sound } from './sound.ts';

const tags = { pcm: 1, float: 3, extensible: 0xfffe } as const;
/** The rest of the subformat GUID {0000xxxx-0000-0010-8000-00AA00389B71}; its first two bytes are the tag. */
const subformatTail = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];
/** A writer to a pipe cannot know the size: it leaves 0, or a number that no file has. */
const noFileIsLonger = 0x7fff_0000;
const headBytes = 44;

type Format = {
  readonly tag: number;
  readonly channels: number;
  readonly rate: number;
  readonly bits: number;
};
type ReadSample = (data: DataView, at: number) => number;

/** The sound of a WAV file; throws `RangeError` with a sentence for what is none, or is cut short. */
export function decodeWav(bytes: Uint8Array): Sound {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.byteLength < 12 || word(file, 0) !== 'RIFF' || word(file, 8) !== 'WAVE')
    throw new RangeError('This is no WAV file.');
  let format: Format | null = null;
  for (let at = 12; at + 8 <= file.byteLength; ) {
    const [id, size, left] = [word(file, at), file.getUint32(at + 4, true), file.byteLength - at - 8];
    const isStream = id === 'data' && (size === 0 || size >= noFileIsLonger);
    if (size > left && !isStream) throw new RangeError(`The WAV file is cut short in its part "${id}".`);
    const part = new DataView(file.buffer, file.byteOffset + at + 8, isStream ? left : size);
    if (id === 'fmt ') format = formatOf(part);
    if (id === 'data') return soundOf(format, part);
    at += 8 + size + (size % 2);
  }
  throw new RangeError('The WAV file ends before its sound.');
}

/** A sound as a WAV file of one channel and 16 bits; what is louder than full scale is cut there. */
export function encodeWav({ sampleRate, samples }: Sound): Uint8Array {
  const bytes = new Uint8Array(headBytes + samples.length * 2);
  const file = new DataView(bytes.buffer);
  const write = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  write(0, 'RIFF');
  file.setUint32(4, bytes.length - 8, true);
  write(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, tags.pcm, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, sampleRate, true);
  file.setUint32(28, sampleRate * 2, true);
  file.setUint16(32, 2, true);
  file.setUint16(34, 16, true);
  write(36, 'data');
  file.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, index) => {
    const level = Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768)));
    file.setInt16(headBytes + index * 2, level, true);
  });
  return bytes;
}

function word(file: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((place) => file.getUint8(at + place)));
}

function formatOf(part: DataView): Format {
  if (part.byteLength < 16) throw new RangeError('The WAV file does not say its format.');
  const [outer, bits] = [part.getUint16(0, true), part.getUint16(14, true)];
  const format = { channels: part.getUint16(2, true), rate: part.getUint32(4, true), bits };
  const frame = part.getUint16(12, true);
  if (format.rate < 1_000 || format.rate > 384_000 || format.channels < 1 || format.channels > 32)
    throw new RangeError(`The WAV file has ${format.channels} channels at ${format.rate} Hz.`);
  if (frame * 8 !== format.channels * bits)
    throw new RangeError('The WAV file contradicts itself about the size of a sample.');
  if (outer !== tags.extensible) return { ...format, tag: outer };
  const isKnown =
    part.byteLength >= 40 && subformatTail.every((byte, place) => part.getUint8(26 + place) === byte);
  return { ...format, tag: isKnown ? part.getUint16(24, true) : outer };
}

const readers: Readonly<Record<string, ReadSample>> = {
  [`${tags.pcm}/8`]: (data, at) => data.getUint8(at) / 128 - 1,
  [`${tags.pcm}/16`]: (data, at) => data.getInt16(at, true) / 32_768,
  [`${tags.pcm}/24`]: (data, at) => (data.getUint8(at) + data.getInt16(at + 1, true) * 256) / 8_388_608,
  [`${tags.pcm}/32`]: (data, at) => data.getInt32(at, true) / 2_147_483_648,
  // What is no number is silence.
  [`${tags.float}/32`]: (data, at) => Math.max(-1, Math.min(1, data.getFloat32(at, true) || 0)),
};

function soundOf(format: Format | null, data: DataView): Sound {
  if (format === null) throw new RangeError('The WAV file has sound before its format.');
  const { tag, bits, channels, rate } = format;
  const read = readers[`${tag}/${bits}`];
  if (read === undefined)
    throw new RangeError(
      `The WAV file is of format ${tag} with ${bits} bits: it must be PCM or 32-bit float.`,
    );
  const bytesEach = bits / 8;
  const samples = new Float32Array(Math.floor(data.byteLength / (bytesEach * channels)));
  for (let frame = 0; frame < samples.length; frame += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1)
      sum += read(data, (frame * channels + channel) * bytesEach);
    samples[frame] = sum / channels;
  }
  return { sampleRate: rate, samples };
}
