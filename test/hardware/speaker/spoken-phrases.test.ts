// Which voice speaks: the first that can, asked once for many, left alone for a minute when it does not work at all, and what
// is known of the centre's voice meanwhile.
import { describe, expect, it } from 'vitest';
import type { Sound } from '../../../hardware/speaker/sound.ts';
import { spokenPhrases } from '../../../hardware/speaker/spoken-phrases.ts';
import type { Voice } from '../../../hardware/speaker/voice.ts';
import type { DeviceStatus } from '../../../protocol/device-status.ts';
import { driverBench } from '../../support/driver-bench.ts';
import { absent, crashed, lacking, plainSound, scriptedVoice, silent, words } from './scripted-voice.ts';

function speaking(...voices: Voice[]) {
  const bench = driverBench();
  const told: string[] = [];
  const phrases = spokenPhrases(voices, bench.context, ({ grade, reason }: DeviceStatus) =>
    told.push(`${grade} ${reason}`),
  );
  return {
    ...{ ...bench, phrases, told },
    /** Which voice speaks these words; null where none does. */
    by: async (text: string, language: 'vi' | 'en' = 'vi') =>
      (await phrases.of(words(text, language)))?.voice ?? null,
    standing: () => `${phrases.status().grade} ${phrases.status().reason}`,
  };
}

describe('the order of voices', () => {
  it('the first that can speaks, and the others are not asked', async () => {
    const [clips, espeak] = [scriptedVoice('clips'), scriptedVoice('espeak-ng')];
    const { by, standing, phrases } = speaking(clips, espeak);
    expect(phrases.status()).toMatchObject({ grade: 'unknown', reason: 'not-heard-yet' });
    expect(await by('một')).toBe('clips');
    expect([clips.asked, espeak.asked]).toEqual([['một.'], []]);
    expect(standing()).toBe('good answered');
    expect(phrases.detail()).toBeNull();
  });
  it('is the set-up’s', async () => {
    const { by } = speaking(scriptedVoice('espeak-ng'), scriptedVoice('clips'));
    expect(await by('một')).toBe('espeak-ng');
  });
  it('without any voice nothing is said, and that is bad', async () => {
    const { by, told, logged } = speaking();
    expect(await by('một')).toBeNull();
    expect(told).toEqual(['bad no-voice']);
    expect(logged).toEqual([]);
  });
});

describe('a voice that does not work', () => {
  it.each([
    ['hangs', silent, 'voice-silent'],
    ['is not installed', absent, 'no-voice-program'],
    ['crashes', crashed, 'voice-failed'],
    ['throws anything else', () => new TypeError('x is not a function'), 'voice-failed'],
  ] as const)('and %s is left alone for a minute, and the next speaks', async (_what, failure, reason) => {
    const first = scriptedVoice('espeak-ng', failure);
    const { by, clock, standing, logged } = speaking(first, scriptedVoice('clips'));
    expect(await by('một')).toBe('clips');
    expect(standing()).toBe(`warning ${reason}`);
    expect(logged).toEqual(['a voice did not speak']);
    clock.pass(59_999);
    expect(await by('hai')).toBe('clips');
    expect(first.asked).toEqual(['một.']);
    clock.pass(1);
    expect(await by('ba')).toBe('clips');
    expect(first.asked).toEqual(['một.', 'ba.']);
    first.answer = () => plainSound();
    clock.pass(60_000);
    expect(await by('bốn')).toBe('espeak-ng');
    expect(standing()).toBe('good answered');
  });
  it('has the same reason for as long as it is left alone, and is told of once', async () => {
    const { by, clock, told } = speaking(scriptedVoice('espeak-ng', absent), scriptedVoice('clips'));
    for (let minute = 0; minute < 5; minute += 1) {
      for (const text of ['một', 'hai', 'ba']) await by(`${text} ${minute}`);
      clock.pass(60_000);
    }
    expect(told).toEqual(['warning no-voice-program']);
  });
  it('is asked all the same where there is no other, so that one bad moment mutes nobody for a minute', async () => {
    const only = scriptedVoice('espeak-ng', silent);
    const { by, standing } = speaking(only);
    expect(await by('một')).toBeNull();
    expect(standing()).toBe('bad no-voice');
    only.answer = () => plainSound();
    expect(await by('hai')).toBe('espeak-ng');
    expect(standing()).toBe('good answered');
  });
  it('is tried anew for a trial, whatever is kept', async () => {
    const only = scriptedVoice('espeak-ng');
    const { by, phrases } = speaking(only);
    expect(await by('một')).toBe('espeak-ng');
    only.answer = crashed;
    expect(await by('một')).toBe('espeak-ng');
    expect(await phrases.tried({ language: 'vi', phrases: [[{ clip: 'mot', text: 'một' }]] })).toBeNull();
    expect(phrases.status().reason).toBe('no-voice');
  });
  it('what nobody could say is asked again later', async () => {
    const only = scriptedVoice('espeak-ng', crashed);
    const { by, clock } = speaking(only);
    expect(await by('một')).toBeNull();
    only.answer = () => plainSound();
    clock.pass(60_000);
    expect(await by('một')).toBe('espeak-ng');
  });
});

describe('a piece that is missing', () => {
  it('is said by the next voice and named, and the pack is asked again for the next sentence', async () => {
    const clips = scriptedVoice('clips', ({ phrases }) =>
      phrases[0]?.[0]?.text === 'quầy' ? lacking('quay', 'so') : plainSound(),
    );
    const { by, standing, phrases } = speaking(clips, scriptedVoice('espeak-ng'));
    expect(await by('quầy')).toBe('espeak-ng');
    expect(standing()).toBe('warning clips-missing');
    expect(phrases.detail()).toBe('quay, so');
    expect(await by('một')).toBe('clips');
    expect(standing()).toBe('warning clips-missing');
    expect(clips.asked).toEqual(['quầy.', 'một.']);
  });
  it('is named once, and of very many only some', async () => {
    let count = 0;
    const clips = scriptedVoice('clips', () => {
      count += 1;
      return lacking('always', `clip-${count}`);
    });
    const { by, phrases } = speaking(clips, scriptedVoice('espeak-ng'));
    for (let sentence = 0; sentence < 50; sentence += 1) await by(`câu ${sentence}`);
    const named = phrases.detail()?.split(', ') ?? [];
    expect(named).toHaveLength(20);
    expect(named.filter((name) => name === 'always')).toHaveLength(1);
  });
  it('is no longer named once the pack has it and has said it', async () => {
    const clips = scriptedVoice('clips', () => lacking('quay'));
    const { phrases, standing } = speaking(clips, scriptedVoice('espeak-ng'));
    await phrases.of({ language: 'vi', phrases: [[{ clip: 'quay', text: 'quầy' }]] });
    clips.answer = () => plainSound();
    const pieces = [
      { clip: 'quay', text: 'quầy' },
      { clip: 'nam', text: 'năm' },
    ];
    expect(await phrases.of({ language: 'vi', phrases: [pieces] })).toMatchObject({ voice: 'clips' });
    expect(phrases.detail()).toBeNull();
    expect(standing()).toBe('good answered');
  });
});

describe('what has been made', () => {
  it('is the same for everybody who asks meanwhile and afterwards, and made once', async () => {
    let speak: (sound: Sound) => void = () => {};
    const voice = scriptedVoice('espeak-ng', () => new Promise<Sound>((resolve) => (speak = resolve)));
    const { phrases } = speaking(voice);
    const asked = Array.from({ length: 30 }, () => phrases.of(words('một')));
    await Promise.resolve();
    speak(plainSound());
    const made = await Promise.all(asked);
    expect(new Set([...made, await phrases.of(words('một'))]).size).toBe(1);
    expect(voice.asked).toEqual(['một.']);
  });
  it('is one thing in each language', async () => {
    const voice = scriptedVoice('espeak-ng');
    const { phrases } = speaking(voice);
    const [vi, en] = [await phrases.of(words('A', 'vi')), await phrases.of(words('A', 'en'))];
    expect(vi).not.toBe(en);
    expect(voice.asked).toHaveLength(2);
  });
  it('those who wait together for one that fails all hear so, and none of them rejects', async () => {
    const voice = scriptedVoice('espeak-ng', silent);
    const { phrases } = speaking(voice);
    expect(await Promise.all([1, 2, 3].map(() => phrases.of(words('một'))))).toEqual([null, null, null]);
    expect(voice.asked).toHaveLength(1);
  });
  it('is kept up to 16 MiB: what was not asked for longest is made again', async () => {
    const megabyte = 2 ** 20 / 4;
    const voice = scriptedVoice('espeak-ng', () => plainSound(megabyte));
    const { by } = speaking(voice);
    for (let each = 0; each < 16; each += 1) await by(String(each));
    for (let each = 0; each < 16; each += 1) await by(String(each));
    expect(voice.asked).toHaveLength(16);
    await by('16');
    expect(voice.asked).toHaveLength(17);
    await by('1');
    expect(voice.asked).toHaveLength(17);
    await by('0');
    expect(voice.asked).toHaveLength(18);
  });
});
