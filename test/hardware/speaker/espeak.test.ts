// The voice of espeak-ng: the real one where it is installed, and programs in its place that do what programs do on bad
// days. Whatever they do, there is a sound or a word for the failure, in time.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { espeakVoice } from '../../../hardware/speaker/espeak.ts';
import { VoiceFailure } from '../../../hardware/speaker/voice.ts';
import { encodeWav } from '../../../hardware/speaker/wav.ts';
import { callUtterance } from '../../../protocol/speech/call-speech.ts';
import type { SpeechLanguage, Utterance } from '../../../protocol/speech/utterance.ts';
import { wavFacts } from '../../support/wav-facts.ts';
import { folder, hasEspeak, program } from './sound-programs.ts';
import { toneWav } from './written-wav.ts';

const call = { number: 'A012', counterNumber: '5', recall: false, priority: false, floor: null, zone: null };
const called = (language: SpeechLanguage = 'vi') =>
  callUtterance(language, call, { numbers: 'digits', region: 'north' });
const words = (text: string, language: SpeechLanguage = 'vi'): Utterance => ({
  language,
  phrases: [[{ clip: 'words', text }]],
});
const style = { wordsPerMinute: 140, region: 'north' } as const;
const spokenTone = toneWav({ hertz: 400, ms: 300, peak: 0.9, silentBeforeMs: 200, silentAfterMs: 300 });
/** Notes what it is given, and speaks a tone. */
function noting() {
  const here = folder();
  writeFileSync(join(here, 'tone.wav'), spokenTone);
  const lines = 'printf "%s " "$@" > "$here/args"; cat > "$here/heard"; cat "$here/tone.wav"';
  const note = (name: string) => readFileSync(join(here, name), 'utf8');
  return { program: program(lines, here), note };
}
const failure = (made: Promise<unknown>) =>
  made.then(
    () => 'spoken',
    (error: unknown) => (error instanceof VoiceFailure ? error.reason : `another error: ${String(error)}`),
  );

describe.skipIf(!hasEspeak)('the real espeak-ng (skipped where it is not installed)', () => {
  test.each<[string, SpeechLanguage, 'north' | 'south']>([
    ['Vietnamese of the north', 'vi', 'north'],
    ['Vietnamese of the south', 'vi', 'south'],
    ['English', 'en', 'north'],
  ])('speaks %s', async (_name, language, region) => {
    const sound = await espeakVoice({ wordsPerMinute: 140, region }).say(called(language));
    const facts = wavFacts(encodeWav(sound));
    expect(facts).toMatchObject({ sampleRate: 22_050, channels: 1, clipped: 0 });
    expect(facts.durationMs).toBeGreaterThan(2_000);
    expect(facts.durationMs).toBeLessThan(6_000);
    expect(facts.peakDb).toBeLessThanOrEqual(-2.99);
    expect(facts.peakDb).toBeGreaterThan(-9);
    expect(facts.silences.every(({ fromMs }) => fromMs > 100)).toBe(true);
  });
  test('speaks faster where it is asked to', async () => {
    const [slow, fast] = await Promise.all(
      [100, 220].map((wordsPerMinute) => espeakVoice({ ...style, wordsPerMinute }).say(called())),
    );
    expect(slow!.samples.length).toBeGreaterThan(fast!.samples.length * 1.3);
  });
  test.each(['', ' \n ', '[[]]'])('says nothing of %j', async (text) => {
    expect(await failure(espeakVoice(style).say(words(text)))).toBe('voice-failed');
  });
});

describe('a program in its place', () => {
  test('is given the words by its standard input, and no phonemes', async () => {
    const { program, note } = noting();
    const text = "quầy [[h@'loU]] <b>5</b>\u0007\u001b; $(touch x) -w x 'A'";
    const sound = await espeakVoice({ ...style, program, region: 'south' }).say(words(text));
    expect(note('heard')).not.toMatch(/[[\]<>]|\p{Cc}/u);
    expect(note('heard')).toContain('quầy');
    expect(note('args')).toBe('-v vi-vn-x-south -s 140 -b 1 --stdin --stdout ');
    const facts = wavFacts(encodeWav(sound));
    expect(facts.durationMs).toBeGreaterThanOrEqual(299);
    expect(facts.durationMs).toBeLessThan(350);
    expect(facts.rmsDb(50, 250)).toBeCloseTo(-18, 0);
  });
  test('may be of a language without regions', async () => {
    const { program, note } = noting();
    await espeakVoice({ ...style, program, region: 'south' }).say(words('five', 'en'));
    expect(note('args')).toContain('-v en ');
  });
  test.each([
    ['is not there', null, 'no-voice-program'],
    ['hangs', 'exec sleep 60', 'voice-silent'],
    ['hangs and will not be asked to end', 'trap "" TERM INT PIPE; exec sleep 60', 'voice-silent'],
    ['has a child that holds its output', 'sleep 3 & exit 0', 'voice-silent'],
    ['crashes', 'kill -SEGV $$', 'voice-failed'],
    ['knows no such voice', 'echo "Error: no voice" >&2; exit 1', 'voice-failed'],
    ['does not listen and says nothing', 'exit 0', 'voice-failed'],
    ['spews garbage', 'head -c 5000 /dev/urandom', 'voice-failed'],
    ['spews complaints', 'head -c 9000000 /dev/zero >&2; exit 3', 'voice-failed'],
    ['floods', 'exec cat /dev/zero', 'voice-failed'],
  ])('that %s ends with a word for it', async (_what, lines, reason) => {
    const voice = espeakVoice({
      ...{ ...style, timeoutMs: 400 },
      program: lines === null ? join(folder(), 'none') : program(lines),
    });
    expect(await failure(voice.say(called()))).toBe(reason);
  });
  test('that crashes once is asked once more', async () => {
    const here = folder();
    writeFileSync(join(here, 'tone.wav'), spokenTone);
    const lines =
      'echo run >> "$here/runs"; [ "$(wc -l < "$here/runs")" -gt 1 ] || kill -SEGV $$; cat "$here/tone.wav"';
    expect(await failure(espeakVoice({ ...style, program: program(lines, here) }).say(called()))).toBe(
      'spoken',
    );
    expect(readFileSync(join(here, 'runs'), 'utf8')).toBe('run\nrun\n');
  });
  test('that speaks silence has failed', async () => {
    const here = folder();
    writeFileSync(join(here, 'silent.wav'), toneWav({ hertz: 400, ms: 300, peak: 0 }));
    const voice = espeakVoice({ ...style, program: program('cat "$here/silent.wav"', here) });
    expect(await failure(voice.say(called()))).toBe('voice-failed');
  });
  test('that may not be run is as good as none', async () => {
    const here = folder();
    writeFileSync(join(here, 'plain'), 'no program');
    expect(await failure(espeakVoice({ ...style, program: join(here, 'plain') }).say(called()))).toBe(
      'no-voice-program',
    );
  });
  test('the first words of its complaint are kept', async () => {
    const voice = espeakVoice({ ...style, program: program('echo "no such voice: vi" >&2; exit 1') });
    await expect(voice.say(called())).rejects.toThrow('no such voice: vi');
  });
});

describe('many at once', () => {
  test('two speak, the others wait for their turn, and all are spoken', async () => {
    const here = folder();
    writeFileSync(join(here, 'tone.wav'), spokenTone);
    const lines = 'echo + >> "$here/log"; cat > /dev/null; cat "$here/tone.wav"; echo - >> "$here/log"';
    const voice = espeakVoice({ ...style, program: program(lines, here), timeoutMs: 15_000 });
    const said = await Promise.all(Array.from({ length: 20 }, () => voice.say(called())));
    expect(said).toHaveLength(20);
    const log = readFileSync(join(here, 'log'), 'utf8').trim().split('\n');
    let speaking = 0;
    const most = log.map((line) => {
      speaking += line === '+' ? 1 : -1;
      return speaking;
    });
    expect(log).toHaveLength(40);
    expect(Math.max(...most)).toBeLessThanOrEqual(2);
  });
  test('what finds 66 before it is refused at once, and nobody waits longer than the bound', async () => {
    const voice = espeakVoice({ ...style, program: program('exec sleep 60'), timeoutMs: 500 });
    const before = performance.now();
    const asked = Array.from({ length: 66 }, () => failure(voice.say(called())));
    expect(await failure(voice.say(called()))).toBe('voice-silent');
    expect(performance.now() - before).toBeLessThan(400);
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['voice-silent']));
    expect(performance.now() - before).toBeLessThan(3_000);
    expect(await failure(voice.say(called()))).toBe('voice-silent');
  });
});
