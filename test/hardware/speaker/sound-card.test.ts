// A sound card: what the real aplay would have played is caught in a file, and programs in its place hang, crash and
// complain. Whatever happens, there is an answer.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { soundCard } from '../../../hardware/speaker/sound-card.ts';
import { alsaDeviceOf, deviceFault, speakerAddressFault } from '../../../hardware/speaker/speaker-address.ts';
import { soon } from '../../support/driver-bench.ts';
import { wavFacts } from '../../support/wav-facts.ts';
import { folder, hasAplay, program } from './sound-programs.ts';
import { toneWav } from './written-wav.ts';

const sound = { wav: toneWav({ hertz: 440, ms: 500, peak: 0.5 }), durationMs: 500, transcript: 'la' };
const refused = (reason: string) => ({ state: 'failed', reason });

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

describe.skipIf(!hasAplay)('the real aplay (skipped where it is not installed)', () => {
  /** A card whose sound lands in a file. */
  const caught = () => {
    const here = folder();
    const config = `pcm.null { type null }
pcm.!default { type file file "${here}/caught.wav" format wav slave.pcm null }`;
    writeFileSync(join(here, 'asound.conf'), config);
    vi.stubEnv('ALSA_CONFIG_PATH', join(here, 'asound.conf'));
    return join(here, 'caught.wav');
  };
  test('plays the sound as it is', async () => {
    const file = caught();
    expect(await soundCard('default').play(sound)).toEqual({ state: 'played' });
    const facts = wavFacts(readFileSync(file));
    const given = wavFacts(sound.wav);
    expect(facts).toMatchObject({ sampleRate: 22_050, channels: 1, bits: 16 });
    // The last buffer is filled up with silence.
    expect(facts.samples.slice(0, given.samples.length)).toEqual(given.samples);
    expect(facts.samples.slice(given.samples.length).every((sample) => sample === 0)).toBe(true);
  });
  test.each(['plughw:29,0', 'hw:CARD=Nowhere', 'nowhere'])(
    'says that there is no card %s',
    async (device) => {
      expect(await soundCard(device).play(sound)).toEqual(refused('no-sound-card'));
    },
  );
  test('does not play words', async () => {
    caught();
    const silent = await soundCard('default').play({ ...sound, wav: Buffer.alloc(0) });
    expect(silent).toEqual(refused('sound-card-failed'));
  });
});

describe('a program in its place', () => {
  test('is told the device, and given the sound', async () => {
    const here = folder();
    const player = program('printf "%s " "$@" > "$here/args"; cat > "$here/heard"', here);
    expect(await soundCard('plughw:1,0', { program: player }).play(sound)).toEqual({ state: 'played' });
    expect(readFileSync(join(here, 'args'), 'utf8')).toBe('-q -D plughw:1,0 - ');
    expect(readFileSync(join(here, 'heard'))).toEqual(sound.wav);
  });
  test.each([
    ['is not there', null, 'no-sound-program'],
    ['crashes', 'kill -SEGV $$', 'sound-card-failed'],
    ['floods', 'exec cat /dev/zero', 'sound-card-failed'],
    ['finds no card', 'echo "ALSA lib: (parse_card) cannot find card \'0\'" >&2; exit 1', 'no-sound-card'],
    ['loses it', 'echo "aplay: pcm_write:2061: write error: No such device" >&2; exit 1', 'no-sound-card'],
    [
      'finds it taken',
      'echo "aplay: main:831: audio open error: Device or resource busy" >&2; exit 1',
      'sound-card-failed',
    ],
  ])('that %s has a word for it', async (_what, lines, reason) => {
    const player = lines === null ? join(folder(), 'none') : program(lines);
    expect(await soundCard('default', { program: player }).play(sound)).toEqual(refused(reason));
  });
  test('that hangs is ended five seconds after the sound should have been', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const played = soundCard('default', { program: program('exec sleep 60') }).play(sound);
    let isOver = false;
    void played.then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(5_400);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(await played).toEqual(refused('sound-card-failed'));
  });
  test('plays one sound after another', async () => {
    const here = folder();
    const player = program('echo + >> "$here/log"; cat > /dev/null; echo - >> "$here/log"', here);
    const card = soundCard('default', { program: player });
    await Promise.all([card.play(sound), card.play(sound), card.play(sound)]);
    expect(readFileSync(join(here, 'log'), 'utf8').trim().split('\n')).toEqual([
      '+',
      '-',
      '+',
      '-',
      '+',
      '-',
    ]);
  });
  test('that is stopped ends what it plays and what waits, and plays again', async () => {
    const here = folder();
    const player = program('if [ ! -e "$here/on" ]; then touch "$here/on"; exec sleep 60; fi', here);
    const card = soundCard('default', { program: player });
    card.stop();
    const both = [card.play(sound), card.play(sound)];
    await soon(() => expect(existsSync(join(here, 'on'))).toBe(true));
    card.stop();
    expect(await Promise.all(both)).toEqual([refused('sound-card-failed'), refused('sound-card-failed')]);
    expect(await card.play(sound)).toEqual({ state: 'played' });
  });
});

describe('an address', () => {
  test.each([
    ['alsa:default', 'default'],
    ['alsa:plughw:1,0', 'plughw:1,0'],
    ['alsa:plughw:CARD=Device,DEV=0', 'plughw:CARD=Device,DEV=0'],
  ])('%s is the device %s', (address, device) => {
    expect(speakerAddressFault(address)).toBeNull();
    expect(alsaDeviceOf(address)).toBe(device);
    expect(deviceFault(device)).toBeNull();
  });
  test.each([
    ...['', 'default', 'alsa:', 'tcp://192.0.2.7:9100', 'alsa:plug hw', 'alsa:default\n', 'alsa:{type null}'],
    ...[`alsa:${'x'.repeat(61)}`, 'alsa:a"b', 'alsa:$(reboot)', 'alsa:../x'],
  ])('%j is none', (address) => {
    expect(speakerAddressFault(address)).toMatch(/ no (address|name) of /);
    expect(() => alsaDeviceOf(address)).toThrow(RangeError);
  });
  test('a card of no name is not opened', () => {
    expect(() => soundCard('-; reboot')).toThrow(RangeError);
  });
});
