// The sound of a call as the hall hears it, judged from its bytes: chime, words in each language, so often, with silence
// between. With the real espeak-ng where it is installed, and with packs of tones, whose lengths are known, everywhere.
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SoundToPlay } from '../../hardware/speaker/speaker.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { callUtterance } from '../../protocol/speech/call-speech.ts';
import type { SpeechLanguage } from '../../protocol/speech/utterance.ts';
import type { SpeechSetup } from '../../protocol/speech-setup.ts';
import type { CallView } from '../../protocol/views/view-parts.ts';
import { createCallSpeech } from '../../server/devices/call-speech.ts';
import { hasEspeak } from '../hardware/speaker/sound-programs.ts';
import { tonePack } from '../hardware/speaker/tone-pack.ts';
import { emptyFolder, sample } from '../setup/setup-folder.ts';
import { driverBench } from '../support/driver-bench.ts';
import { wavFacts } from '../support/wav-facts.ts';

const call: CallView = {
  ...{ callSeq: 1, at: 1_000, number: 'A012', counterId: 'c13' as never, counterNumber: '5' },
  ...{ zoneId: 'khu-b' as never, recall: false, priority: false },
};
const plain: Partial<SpeechSetup> = { sayPlace: 'none', languages: ['vi'], times: 2, chime: true };

function speaking(change: Partial<SpeechSetup> = {}, clipFolder = emptyFolder()) {
  const edited = (of: Partial<SpeechSetup>): Setup => {
    const setup = sample('soc-trang');
    return { ...setup, speech: { ...setup.speech, ...plain, ...of } };
  };
  let setup = edited(change);
  const bench = driverBench();
  const told: string[] = [];
  const speech = createCallSpeech({
    ...{ setup: () => setup, clipFolder, context: bench.context },
    changed: ({ grade, reason }) => void told.push(`${grade} ${reason}`),
  });
  speech.apply();
  return {
    ...{ ...bench, clipFolder, speech, told },
    edit(of: Partial<SpeechSetup>) {
      setup = edited({ ...change, ...of });
      return speech.apply();
    },
    async made(more: Partial<CallView> = {}, hurried = false): Promise<SoundToPlay> {
      const sound = await speech.of({ ...call, ...more }, hurried);
      if (sound === null) throw new Error('nobody has spoken');
      return sound;
    },
  };
}
/** Every clip that these calls need. */
const clipsOf = (language: SpeechLanguage, ...calls: Partial<CallView>[]) => [
  ...new Set(
    [{}, ...calls].flatMap((more) =>
      callUtterance(
        language,
        { ...call, ...more, floor: null, zone: null },
        { numbers: 'digits', region: 'south' },
      )
        .phrases.flat()
        .map(({ clip }) => clip),
    ),
  ),
];
/** Speaks with packs of tones in these languages. */
function tones(change: Partial<SpeechSetup> = {}, languages: readonly SpeechLanguage[] = ['vi']) {
  const folder = emptyFolder();
  for (const language of languages) tonePack(join(folder, language), clipsOf(language), { language });
  return speaking({ voices: ['clips'], ...change }, folder);
}
const longSilences = ({ wav }: SoundToPlay) =>
  wavFacts(wav).silences.filter(({ fromMs, toMs }) => toMs - fromMs >= 550);

describe.skipIf(!hasEspeak)('with the real espeak-ng (skipped where it is not installed)', () => {
  const real = (change: Partial<SpeechSetup> = {}) => speaking({ voices: ['espeak-ng'], ...change });
  it.each<[string, Partial<SpeechSetup>, Partial<CallView>]>([
    ['a call', {}, {}],
    ['a call again, in the north', { region: 'north' }, { recall: true }],
    ['a priority number, by its value', { numbers: 'value' }, { priority: true }],
    ['in two languages, with the floor', { languages: ['vi', 'en'], sayPlace: 'floor' }, {}],
  ])('%s is a clean sound', async (_what, change, more) => {
    const sound = await real(change).made(more);
    const facts = wavFacts(sound.wav);
    expect(facts).toMatchObject({ sampleRate: 22_050, channels: 1, bits: 16, clipped: 0 });
    expect(facts.peakDb).toBeLessThanOrEqual(-1);
    expect(facts.peakDb).toBeGreaterThan(-12);
    expect(Math.abs(facts.durationMs - sound.durationMs)).toBeLessThan(1);
  });
  it('has 600 ms of silence after each time it is said', async () => {
    const sound = await real({ times: 3 }).made();
    const found = longSilences(sound).map(({ fromMs, toMs }) => toMs - fromMs);
    expect(found).toHaveLength(3);
    for (const ms of found) {
      expect(ms).toBeGreaterThanOrEqual(595);
      expect(ms).toBeLessThan(750);
    }
  });
  it('begins with the chime, and is then only that much longer', async () => {
    const [chimed, bare] = [await real().made(), await real({ chime: false }).made()];
    const facts = wavFacts(chimed.wav);
    expect(facts.rmsDb(0, 400)).toBeGreaterThan(-25);
    expect(facts.silences.find(({ fromMs }) => fromMs > 900 && fromMs < 1_250)).toBeDefined();
    expect(chimed.durationMs - bare.durationMs).toBeCloseTo(1_400, -1);
  });
  it('speaks in the words per minute that are wanted, from the edit on', async () => {
    const { edit, made } = real({ wordsPerMinute: 100 });
    const slow = await made();
    expect(edit({ wordsPerMinute: 220 })).toBe(true);
    const fast = await made();
    expect(slow.durationMs).toBeGreaterThan(fast.durationMs * 1.2);
  });
  it('a trial is one, two, three', async () => {
    const trial = await real().speech.trial();
    expect(trial?.transcript).toBe('một hai ba.');
    expect(wavFacts(trial?.wav ?? new Uint8Array()).durationMs).toBeGreaterThan(2_500);
  });
});

describe('the length', () => {
  it('grows by the same for each time it is said; a hurried one is said once', async () => {
    const lengths = await Promise.all(
      [1, 2, 3].map(async (times) => (await tones({ times }).made()).durationMs),
    );
    const [one = 0, two = 0, three = 0] = lengths;
    expect(three - two).toBeCloseTo(two - one, 0);
    expect(two - one).toBeGreaterThan(2_000);
    expect((await tones({ times: 3 }).made({}, true)).durationMs).toBe(one);
  });
  it('grows with each language: each time in all of them, one after the other', async () => {
    const folder = ['vi', 'en'] as const;
    const lengthIn = async (...languages: SpeechLanguage[]) =>
      (await tones({ languages, chime: false, times: 1 }, folder).made()).durationMs;
    const [vi, en, both] = [await lengthIn('vi'), await lengthIn('en'), await lengthIn('vi', 'en')];
    expect(both).toBeCloseTo(vi + en, 0);
  });
  it('is said by the sound itself', async () => {
    const sound = await tones().made();
    expect(Math.abs(wavFacts(sound.wav).durationMs - sound.durationMs)).toBeLessThan(1);
    expect(longSilences(sound)).toHaveLength(2);
  });
});

describe('the words that go with it', () => {
  const place = { zone: 'Khu B, Tầng hai', floor: 'tầng hai' };
  it.each<[string, Partial<CallView>, Partial<SpeechSetup>, string]>([
    ['a call', {}, {}, 'Xin mời số thứ tự A không một hai, đến quầy số năm.'],
    ['a call again', { recall: true }, {}, 'Xin nhắc lại, mời số thứ tự A không một hai, đến quầy số năm.'],
    ['a priority number', { priority: true }, {}, 'Xin mời số ưu tiên A không một hai, đến quầy số năm.'],
    ['its value', {}, { numbers: 'value' }, 'Xin mời số thứ tự A mười hai, đến quầy số năm.'],
    [
      'the floor',
      {},
      { sayPlace: 'floor' },
      `Xin mời số thứ tự A không một hai, đến quầy số năm, ${place.floor}.`,
    ],
    [
      'the zone',
      {},
      { sayPlace: 'zone' },
      `Xin mời số thứ tự A không một hai, đến quầy số năm, ${place.zone}.`,
    ],
    [
      'two languages',
      {},
      { languages: ['en', 'vi'], sayPlace: 'zone' },
      `Number A, zero one two, please go to counter five, Zone B, Floor two. Xin mời số thứ tự A không một hai, đến quầy số năm, ${place.zone}.`,
    ],
  ])('of %s', async (_what, more, change, text) => {
    const { speech, made } = speaking({ ...change, voices: hasEspeak ? ['espeak-ng'] : ['clips'] });
    const said = speech.words({ ...call, ...more });
    expect(said.map((each) => each.text).join(' ')).toBe(text);
    expect(said.map(({ language }) => language)).toEqual(change.languages ?? ['vi']);
    if (hasEspeak) expect((await made(more)).transcript).toBe(text);
  });
  it('name no place that is not there', () => {
    const setup = sample('commune');
    const speech = createCallSpeech({
      setup: () => ({ ...setup, speech: { ...setup.speech, sayPlace: 'floor' } }),
      ...{ clipFolder: emptyFolder(), context: driverBench().context, changed: () => {} },
    });
    const text = 'Xin mời số thứ tự A không một hai, đến quầy số năm.';
    expect(speech.words({ ...call, zoneId: 'sanh' as never })).toEqual([{ language: 'vi', text }]);
    expect(speech.words({ ...call, zoneId: 'gone' as never })).toEqual([{ language: 'vi', text }]);
  });
});

describe('what has been made', () => {
  it('is the same for every screen, and another for another call', async () => {
    const { made } = tones({}, ['vi']);
    const first = await made();
    expect(await made()).toBe(first);
    expect(await made({ callSeq: 99, at: 2_000 })).toBe(first);
    expect(await made({}, true)).not.toBe(first);
  });
  it('is made anew where the set-up has changed how it is said', async () => {
    const { made, edit } = tones({ times: 1 });
    const before = await made();
    expect(edit({ times: 2 })).toBe(false);
    expect((await made()).durationMs).toBeGreaterThan(before.durationMs * 1.4);
    edit({ times: 1, chime: false });
    expect((await made()).durationMs).toBeLessThan(before.durationMs - 1_000);
  });
});

describe('voices', () => {
  it('are none where there is neither a program nor a pack, and nothing is said', async () => {
    const { speech, told } = speaking({ voices: ['clips'] });
    expect(await speech.of(call, false)).toBeNull();
    expect(await speech.trial()).toBeNull();
    expect(speech.status()).toMatchObject({ grade: 'bad', reason: 'no-voice' });
    expect(told).toEqual(['bad no-voice']);
    expect(speech.words(call)).toHaveLength(1);
  });
  it('a pack that is put there is taken with the next look, without an edit', async () => {
    const { speech, clipFolder, made } = speaking({ voices: ['clips'] });
    expect(await speech.of(call, false)).toBeNull();
    expect(speech.apply()).toBe(false);
    mkdirSync(join(clipFolder, 'vi'), { recursive: true });
    tonePack(join(clipFolder, 'vi'), clipsOf('vi'));
    expect(speech.apply()).toBe(true);
    expect(wavFacts((await made()).wav).clipped).toBe(0);
    expect(speech.status()).toMatchObject({ grade: 'good' });
  });
  it('are changed by an edit of the set-up, and only by one of voices', () => {
    const { edit } = tones();
    expect(edit({})).toBe(false);
    expect(edit({ times: 3, chime: false, languages: ['vi', 'en'] })).toBe(false);
    expect(edit({ region: 'north' })).toBe(true);
    expect(edit({ region: 'north' })).toBe(false);
    expect(edit({ region: 'north', voices: ['clips', 'espeak-ng'] })).toBe(true);
  });
  it('a piece that is missing is named', async () => {
    const { clipFolder, speech } = tones();
    rmSync(join(clipFolder, 'vi', 'khong.wav'));
    expect(await speech.of(call, false)).toBeNull();
    expect(speech.detail()).toBe('khong');
  });
});

describe('where one of two languages cannot be said', () => {
  const halved = () => {
    const half = tones({ languages: ['vi', 'en'], times: 1 }, ['vi', 'en']);
    const piece = join(half.clipFolder, 'en', 'zero.wav');
    renameSync(piece, `${piece}.away`);
    return { ...half, mend: () => renameSync(`${piece}.away`, piece) };
  };
  it('the other is said, and the words that go with it are those only', async () => {
    const sound = await halved().made();
    expect(sound.transcript).toBe('Xin mời số thứ tự A không một hai, đến quầy số năm.');
  });
  it('it is said again as soon as it can be', async () => {
    const { made, mend } = halved();
    const half = await made();
    mend();
    const whole = await made();
    expect(whole.durationMs).toBeGreaterThan(half.durationMs + 1_000);
    expect(whole.transcript).toContain('please go to counter five');
  });
});
