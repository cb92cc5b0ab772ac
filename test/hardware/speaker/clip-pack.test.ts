// The voice of recorded pieces: careless recordings come out even, with silence between them and no click; what is missing
// is named; a pack is mended while the voice is in use.
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openClipPack } from '../../../hardware/speaker/clip-pack.ts';
import { clipPackVoice } from '../../../hardware/speaker/clip-voice.ts';
import { VoiceFailure } from '../../../hardware/speaker/voice.ts';
import { encodeWav } from '../../../hardware/speaker/wav.ts';
import { callUtterance } from '../../../protocol/speech/call-speech.ts';
import type { SpokenCall } from '../../../protocol/speech/speech-rules.ts';
import type { SpeechLanguage, Utterance } from '../../../protocol/speech/utterance.ts';
import { wavFacts } from '../../support/wav-facts.ts';
import { folder, pipe } from './sound-programs.ts';
import { careless, toneMs, tonePack } from './tone-pack.ts';
import { toneWav } from './written-wav.ts';

const call: SpokenCall = {
  ...{ number: 'A012', counterNumber: '5', recall: false, priority: false, floor: null, zone: null },
};
const called = (language: SpeechLanguage, more: Partial<SpokenCall> = {}): Utterance =>
  callUtterance(language, { ...call, ...more }, { numbers: 'digits', region: 'north' });
const clipsOf = (...utterances: Utterance[]) => [
  ...new Set(utterances.flatMap(({ phrases }) => phrases.flat().map(({ clip }) => clip))),
];
const failureOf = async (saying: Promise<unknown>) => {
  const error = await saying.then(
    () => null,
    (why: unknown) => why,
  );
  if (!(error instanceof VoiceFailure)) throw new Error(`not a failure of the voice: ${String(error)}`);
  return error;
};
/** A voice over a pack of everything that the utterance needs. */
const packOf = (utterance: Utterance, manifest: Record<string, unknown> = {}) => {
  const here = folder();
  tonePack(here, clipsOf(utterance), { language: utterance.language, ...manifest });
  return here;
};

describe('an utterance', () => {
  const utterance = called('vi', { recall: true, floor: '2' });
  const pieces = utterance.phrases.flat().length;
  test.each([
    [40, 220],
    [0, 0],
    [120, 500],
  ])('with %d ms between pieces and %d between phrases', async (gapMs, phrasePauseMs) => {
    const voice = clipPackVoice(packOf(utterance, { gapMs, phrasePauseMs }));
    const sound = await voice.say(utterance);
    const facts = wavFacts(encodeWav(sound));
    expect(facts).toMatchObject({ sampleRate: 22_050, channels: 1, bits: 16, clipped: 0 });
    expect(facts.peakDb).toBeLessThanOrEqual(-2.99);
    const phrases = utterance.phrases.length;
    const silent = (pieces - phrases) * gapMs + (phrases - 1) * phrasePauseMs;
    // Of the silence that was recorded with each piece, a few ms are left.
    expect(facts.durationMs).toBeGreaterThanOrEqual(pieces * toneMs + silent - pieces);
    expect(facts.durationMs).toBeLessThanOrEqual(pieces * (toneMs + 50) + silent);
    if (gapMs > 0) {
      const inner = facts.silences.filter(({ fromMs, toMs }) => fromMs > 1 && toMs < facts.durationMs - 1);
      const between = inner.map(({ fromMs, toMs }) => toMs - fromMs);
      expect(between).toHaveLength(pieces - 1);
      expect(Math.min(...between)).toBeGreaterThanOrEqual(gapMs);
      expect(between.filter((ms) => ms >= phrasePauseMs)).toHaveLength(phrases - 1);
    }
    // The steepest of these tones has steps of 0.03 at this level.
    expect(facts.largestStep).toBeLessThan(0.04);
  });
  test('is even: every piece has the level of the others within 1 dB', async () => {
    const sound = await clipPackVoice(packOf(utterance)).say(utterance);
    const { silences, rmsDb, durationMs } = wavFacts(encodeWav(sound));
    const inner = silences.filter(({ fromMs, toMs }) => fromMs > 1 && toMs < durationMs - 1);
    const edges = [0, ...inner.flatMap(({ fromMs, toMs }) => [fromMs, toMs]), durationMs];
    const levels = Array.from({ length: pieces }, (_, at) => {
      const middle = ((edges[2 * at] ?? 0) + (edges[2 * at + 1] ?? 0)) / 2;
      return rmsDb(middle - 80, middle + 80);
    });
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(1);
  });
  test('of the same pack is the same sound again', async () => {
    const voice = clipPackVoice(packOf(utterance));
    expect(await voice.say(utterance)).toEqual(await voice.say(utterance));
  });
  test('of nothing is a failure in words', async () => {
    const voice = clipPackVoice(packOf(utterance));
    expect((await failureOf(voice.say({ language: 'vi', phrases: [] }))).reason).toBe('voice-failed');
  });
});

describe('what is missing', () => {
  test('is named, each once', async () => {
    const here = packOf(called('vi'));
    rmSync(join(here, 'khong.wav'));
    rmSync(join(here, 'chu-a.wav'));
    const { reason, missing, message } = await failureOf(
      clipPackVoice(here).say(called('vi', { number: 'A100' })),
    );
    expect({ reason, missing }).toEqual({ reason: 'clips-missing', missing: ['chu-a', 'khong'] });
    expect(message).toContain('chu-a, khong');
  });
  test.each<[string, (path: string) => void]>([
    ['words', (path) => writeFileSync(path, 'no sound at all')],
    ['nothing', (path) => writeFileSync(path, '')],
    ['silence', (path) => writeFileSync(path, toneWav({ hertz: 400, ms: 300, peak: 0 }))],
    ['a sound of 11 s', (path) => writeFileSync(path, toneWav({ hertz: 400, ms: 11_000, peak: 0.5 }))],
    ['a file of 3 MB', (path) => writeFileSync(path, Buffer.alloc(3_000_000))],
    ['a folder', (path) => mkdirSync(path)],
    ['a pipe that nobody writes to', pipe],
    ['a link to nowhere', (path) => symlinkSync('nowhere.wav', path)],
  ])('so is %s in place of a recording', async (_what, write) => {
    const here = packOf(called('vi'));
    rmSync(join(here, 'khong.wav'));
    write(join(here, 'khong.wav'));
    expect((await failureOf(clipPackVoice(here).say(called('vi')))).missing).toEqual(['khong']);
  });
  test('a piece of no proper name never leaves the folder', async () => {
    const here = packOf(called('vi'));
    writeFileSync(join(here, '..', 'outside.wav'), careless(0));
    const phrases = [[{ clip: '../outside', text: '' }], [{ clip: '__proto__', text: '' }]];
    const failed = await failureOf(clipPackVoice(here).say({ language: 'vi', phrases }));
    rmSync(join(here, '..', 'outside.wav'));
    expect(failed.missing).toEqual(['../outside', '__proto__']);
  });
  test('is taken once it is there, and again when it is recorded anew, without a new start', async () => {
    const here = packOf(called('vi'));
    renameSync(join(here, 'khong.wav'), join(here, 'elsewhere'));
    const voice = clipPackVoice(here);
    expect((await failureOf(voice.say(called('vi')))).missing).toEqual(['khong']);
    renameSync(join(here, 'elsewhere'), join(here, 'khong.wav'));
    const before = await voice.say(called('vi'));
    writeFileSync(join(here, 'khong.wav'), careless(0, { ms: toneMs + 200 }));
    const after = await voice.say(called('vi'));
    const longer = ((after.samples.length - before.samples.length) / 22_050) * 1_000;
    expect(Math.abs(longer - 200)).toBeLessThan(40);
  });
});

describe('a manifest', () => {
  const fault = async (manifest: unknown) => {
    const here = folder();
    const isRaw = typeof manifest === 'string' || Buffer.isBuffer(manifest);
    writeFileSync(join(here, 'manifest.json'), isRaw ? manifest : JSON.stringify(manifest));
    return (await failureOf(openClipPack(here))).message;
  };
  const good = { version: 1, language: 'vi', name: 'Tones' };
  const clips = (file: string) => ({ ...good, clips: { khong: file } });
  const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`clip-${at}`, 'a.wav']));
  test.each<[string, unknown, RegExp]>([
    ['no JSON', '{ "version": 1,', /JSON/],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), /valid for encoding/],
    ['a list', [], /object/],
    ['another version', { ...good, version: 2 }, /version/],
    ['an unknown language', { ...good, language: 'km' }, /language/],
    ['no name', { version: 1, language: 'vi' }, /name/],
    ['something that nobody knows', { ...good, speed: 3 }, /speed/],
    ['a pause of a minute', { ...good, phrasePauseMs: 60_000 }, /phrasePauseMs/],
    ['a way out of the folder', clips('../khong.wav'), /name of a WAV file/],
    ['another way out', clips('..\\khong.wav'), /name of a WAV file/],
    ['a hidden file', clips('.khong.wav'), /name of a WAV file/],
    ['an absolute path', clips('/etc/khong.wav'), /name of a WAV file/],
    ['a file that is no WAV', clips('khong.mp3'), /name of a WAV file/],
    ['a piece of no proper name', { ...good, clips: { Không: 'a.wav' } }, /Không/],
    ['too many clips', { ...good, clips: many }, /1000 clips/],
  ])('with %s is refused with a sentence', async (_what, manifest, sentence) => {
    const said = await fault(manifest);
    expect(said).toMatch(/^no-clip-pack: .*manifest\.json/);
    expect(said).toMatch(sentence);
  });
  test('may be missing, and may be no file', async () => {
    const here = folder();
    expect((await failureOf(openClipPack(here))).reason).toBe('no-clip-pack');
    pipe(join(here, 'manifest.json'));
    expect((await failureOf(openClipPack(here))).reason).toBe('no-clip-pack');
  });
  test('names the file of a piece, also in letters of the language', async () => {
    const here = packOf(called('vi'), { clips: { khong: 'Không.WAV' } });
    renameSync(join(here, 'khong.wav'), join(here, 'Không.WAV'));
    await expect(clipPackVoice(here).say(called('vi'))).resolves.toHaveProperty('sampleRate', 22_050);
  });
  test('that appears, or is mended, is taken without a new start', async () => {
    const here = join(folder(), 'later');
    const voice = clipPackVoice(here);
    expect((await failureOf(voice.say(called('vi')))).reason).toBe('no-clip-pack');
    tonePack(here, clipsOf(called('vi')));
    const narrow = await voice.say(called('vi'));
    tonePack(here, [], { gapMs: 200 });
    const wide = await voice.say(called('vi'));
    expect(wide.samples.length - narrow.samples.length).toBeGreaterThan(22_050 * 0.16 * 4);
    writeFileSync(join(here, 'manifest.json'), 'spoilt');
    expect((await failureOf(voice.say(called('vi')))).reason).toBe('no-clip-pack');
  });
});

describe('several folders', () => {
  test('each speaks its language, whatever the others are', async () => {
    const folders = [join(folder(), 'none'), packOf(called('vi')), packOf(called('en'))];
    const voice = clipPackVoice(...folders);
    await expect(voice.say(called('vi'))).resolves.toHaveProperty('sampleRate');
    await expect(voice.say(called('en'))).resolves.toHaveProperty('sampleRate');
  });
  test('none of which speaks the language', async () => {
    const failed = await failureOf(clipPackVoice(packOf(called('vi'))).say(called('en')));
    expect(failed.reason).toBe('no-clip-pack');
    expect(failed.message).toContain('"en"');
    expect((await failureOf(clipPackVoice().say(called('vi')))).reason).toBe('no-clip-pack');
  });
});
