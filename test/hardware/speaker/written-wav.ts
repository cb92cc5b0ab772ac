// WAV files as all kinds of recorders write them, and tones to put into them. Nothing here is the project's own encoder.
export type WrittenAs = {
  readonly rate?: number;
  readonly bits?: 8 | 16 | 24 | 32;
  readonly float?: boolean;
  readonly extensible?: boolean;
  /** Written in place of the size of the sound. */
  readonly dataSize?: number;
  /** Parts that stand before the sound. */
  readonly before?: readonly Buffer[];
};

/** Frames of one sample per channel, −1 to 1, as a file. */
export function writtenWav(frames: readonly (readonly number[])[], as: WrittenAs = {}): Buffer {
  const { rate = 22_050, bits = 16, float = false, extensible = false, before = [] } = as;
  const channels = frames[0]?.length ?? 1;
  const each = bits / 8;
  const data = Buffer.concat(frames.flat().map((value) => sampleBytes(value, bits, float)));
  const format = Buffer.alloc(extensible ? 40 : 16);
  const tag = float ? 3 : 1;
  format.writeUInt16LE(extensible ? 0xfffe : tag, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt32LE(rate * channels * each, 8);
  format.writeUInt16LE(channels * each, 12);
  format.writeUInt16LE(bits, 14);
  if (extensible) {
    format.writeUInt16LE(22, 16);
    format.writeUInt16LE(bits, 18);
    Buffer.from('000000001000800000aa00389b71', 'hex').copy(format, 26);
    format.writeUInt16LE(tag, 24);
  }
  const sound = part('data', data);
  if (as.dataSize !== undefined) sound.writeUInt32LE(as.dataSize, 4);
  return riff([part('fmt ', format), ...before, sound]);
}

export function riff(parts: readonly Buffer[]): Buffer {
  return part('RIFF', Buffer.concat([Buffer.from('WAVE'), ...parts]));
}

export function part(id: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(id, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

function sampleBytes(value: number, bits: number, float: boolean): Buffer {
  const bytes = Buffer.alloc(bits / 8);
  if (float) bytes.writeFloatLE(value);
  else if (bits === 8) bytes.writeUInt8(Math.round(value * 127) + 128);
  else bytes.writeIntLE(Math.round(value * (2 ** (bits - 1) - 1)), 0, bits / 8);
  return bytes;
}

export type Tone = {
  readonly hertz: number;
  readonly ms: number;
  readonly peak: number;
  readonly rate?: number;
  readonly silentBeforeMs?: number;
  readonly silentAfterMs?: number;
  /** Where in its wave it begins: a quarter is at the peak, a click for whoever joins it to silence. */
  readonly fromTurn?: number;
};

/** A pure tone between two silences. */
export function tone(of: Tone): number[] {
  const { hertz, ms, peak, rate = 22_050, silentBeforeMs = 0, silentAfterMs = 0, fromTurn = 0 } = of;
  const none = (length: number) => new Array<number>(Math.round((length / 1_000) * rate)).fill(0);
  const sounding = none(ms).map((_, at) => peak * Math.sin(2 * Math.PI * (fromTurn + (hertz * at) / rate)));
  return [...none(silentBeforeMs), ...sounding, ...none(silentAfterMs)];
}

export function toneWav(of: Tone, as: WrittenAs = {}): Buffer {
  const rate = of.rate ?? 22_050;
  return writtenWav(
    tone(of).map((sample) => [sample]),
    { ...as, rate },
  );
}
