// Calls as screens fetch them: the sound and the words, for whom, and what is said where there is no voice; what screens and
// loudspeakers have announced, for staff only; and which paired screen may see what, until it is removed from the set-up.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Announced } from '../../protocol/announced.ts';
import { hasEspeak } from '../hardware/speaker/sound-programs.ts';
import { soon } from '../support/driver-bench.ts';
import { manualClock } from '../support/manual-clock.ts';
import { morning } from '../support/memory-floor.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
import { wavFacts } from '../support/wav-facts.ts';
import {
  asker,
  callAt,
  centreFolder,
  editSetup,
  liveScreen,
  ownPassword,
  screenCookie,
  signedIn,
} from './asking.ts';

const screens = { hall: 'hall', media: 'media', wall: 'led-wall', status: 'status', kiosk: 'kiosk' } as const;
const folders: string[] = [];
let voiceless: RunningCentre;
let real: RunningCentre;
let number: string;
beforeAll(async () => {
  const noVoice = await centreFolder((setup) => ({
    ...setup,
    speech: { ...setup.speech, voices: ['clips'] },
  }));
  const paired = await centreFolder((setup) => setup, { screens: { ...screens, revoked: 'hall' } });
  folders.push(noVoice, paired);
  voiceless = await startCentre({ dataDir: noVoice });
  number = await callAt(voiceless.url, '13', 'gtvt-gplx');
  real = await startCentre({ dataDir: paired, demo: false, clock: manualClock(morning) });
  await callAt(real.url, '13', 'gtvt-gplx', ownPassword);
});
afterAll(async () => {
  await voiceless.stop();
  await real.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const sound = '/api/v1/calls/1/sound';
const words = '/api/v1/calls/1/words';

describe.skipIf(!hasEspeak)('the sound of a call (skipped where espeak-ng is not installed)', () => {
  let centre: RunningCentre;
  beforeAll(async () => {
    centre = await startCentre();
    await callAt(centre.url, '13', 'gtvt-gplx');
  });
  afterAll(() => centre.stop());

  it('is a WAV, the same for every screen; hurried it is said once', async () => {
    const { ask } = asker(centre.url);
    const whole = await ask('GET', sound);
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'audio/wav']);
    expect(whole.headers.get('cache-control')).toBe('no-store');
    const facts = wavFacts(whole.bytes);
    expect(facts).toMatchObject({ sampleRate: 22_050, channels: 1, bits: 16, clipped: 0 });
    expect(facts.peakDb).toBeLessThanOrEqual(-1);
    expect(Number(whole.headers.get('content-length'))).toBe(whole.bytes.length);
    expect((await ask('GET', sound)).bytes.equals(whole.bytes)).toBe(true);
    const hurried = wavFacts((await ask('GET', `${sound}?hurried=yes`)).bytes);
    expect(hurried.durationMs).toBeLessThan(facts.durationMs * 0.7);
    expect(hurried.durationMs).toBeGreaterThan(3_000);
    expect((await ask('GET', `${sound}?hurried=no`)).bytes.equals(whole.bytes)).toBe(true);
  });
  it('is made once for fifty screens that ask in the same moment', async () => {
    await callAt(centre.url, '16', 'bhxh-mot');
    const { ask } = asker(centre.url);
    const all = await Promise.all(Array.from({ length: 50 }, () => ask('GET', '/api/v1/calls/2/sound')));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    expect(all.every(({ bytes }) => bytes.equals(all[0]!.bytes))).toBe(true);
  });
});

describe('a call that cannot be said', () => {
  it.each([
    ['/api/v1/calls/99/sound', '404 unknown-call'],
    ['/api/v1/calls/99/words', '404 unknown-call'],
    ['/api/v1/calls/0/sound', '400 invalid-request'],
    ['/api/v1/calls/one/sound', '400 invalid-request'],
    ['/api/v1/calls/1.5/words', '400 invalid-request'],
    [`${sound}?hurried=very`, '400 invalid-request'],
    [sound, '503 no-voice'],
  ])('%s is %s', async (path, refusal) => {
    expect(await asker(voiceless.url).refusal('GET', path)).toBe(refusal);
  });
  it('has its words all the same, for a voice of the screen itself', async () => {
    const { status, body } = await asker(voiceless.url).ask('GET', words);
    expect(status).toBe(200);
    const [said] = body.words as unknown as { language: string; text: string }[];
    expect(said).toMatchObject({
      language: 'vi',
      text: expect.stringMatching(/^Xin mời số thứ tự .*, tầng hai\.$/),
    });
  });
  it('is known as the voice’s fault, to staff and to whoever looks after the machine', async () => {
    const { ask } = await signedIn(voiceless.url, 'quantri');
    const { body } = await ask('GET', '/api/v1/devices');
    const voice = (body.devices as unknown as { kind: string; status: object }[]).find(
      ({ kind }) => kind === 'voice',
    );
    expect(voice?.status).toMatchObject({ grade: 'bad', reason: 'no-voice' });
    expect((await ask('POST', '/api/v1/devices/voice/test', {})).body).toEqual({
      state: 'failed',
      reason: 'no-voice',
    });
  });
});

describe('what has been announced', () => {
  const announced = '/api/v1/devices/loa-b/announced';
  it('is told to staff only', async () => {
    expect(await asker(voiceless.url).refusal('GET', announced)).toBe('401 not-signed-in');
    expect(await (await signedIn(voiceless.url, 'canbo13')).refusal('GET', announced)).toBe(
      '403 not-allowed',
    );
    for (const username of ['giamsat', 'quantri', 'huongdan'])
      expect(await (await signedIn(voiceless.url, username)).refusal('GET', announced)).toBe('200');
    expect(await asker(real.url, screenCookie('hall')).refusal('GET', announced)).toBe('403 not-allowed');
  });
  it('by a loudspeaker of the zone has each call and how it ended', async () => {
    const { ask } = await signedIn(voiceless.url, 'giamsat');
    await soon(async () => {
      const rows = (await ask('GET', announced)).body.announced as unknown as Announced[];
      expect(rows).toEqual([
        { callSeq: 1, at: expect.any(Number), number, counterNumber: '13', recall: false, how: 'no-voice' },
      ]);
    });
    expect((await ask('GET', '/api/v1/devices/loa-a/announced')).body).toEqual({ announced: [] });
    expect((await ask('GET', '/api/v1/devices/nothing/announced')).body).toEqual({ announced: [] });
  });
  it('by a paired screen is what it reports, and its sound is its health', async () => {
    const { report } = await liveScreen(real.url, screenCookie('media'));
    const row = { callSeq: 1, at: morning, number: 'D001', counterNumber: '13', recall: false, how: 'shown' };
    expect(await report({ sound: 'blocked', announced: [row] })).toMatchObject({ ok: true });
    const { ask } = await signedIn(real.url, 'giamsat', ownPassword);
    expect((await ask('GET', '/api/v1/devices/media/announced')).body).toEqual({ announced: [row] });
    const { body } = await ask('GET', '/api/v1/devices');
    const media = (body.devices as unknown as { id: string; status: object }[]).find(
      ({ id }) => id === 'media',
    );
    expect(media?.status).toMatchObject({ grade: 'warning', reason: 'audio-blocked' });
  });
  it.each([
    [{ sound: 'loud', announced: [] }],
    [{ sound: 'ready' }],
    [{ sound: 'ready', announced: [{ callSeq: 1 }] }],
    [{ sound: 'ready', announced: Array.from({ length: 51 }, () => ({})) }],
    [null],
  ])('a report that is none is refused: %#', async (message) => {
    const { report } = await liveScreen(real.url, screenCookie('wall'));
    expect(await report(message)).toMatchObject({ ok: false, problem: { code: 'invalid-request' } });
  });
  it('by whoever is not paired is heard by nobody', async () => {
    const { report } = await liveScreen(real.url);
    await report({ sound: 'blocked', announced: [] });
    const { ask } = await signedIn(real.url, 'giamsat', ownPassword);
    expect(JSON.stringify((await ask('GET', '/api/v1/devices')).body)).not.toContain('demo');
  });
});

describe('which screen may', () => {
  it.each([
    ['nobody', '', '401 device-not-paired'],
    ['a hall board', screenCookie('hall'), '200'],
    ['a media board', screenCookie('media'), '200'],
    ['a status television', screenCookie('status'), '403 not-allowed'],
    ['a kiosk', screenCookie('kiosk'), '403 not-allowed'],
    ['one with a guessed secret', screenCookie('hall', 'guessed'), '401 device-not-paired'],
    ['one that was never paired', screenCookie('other'), '401 device-not-paired'],
  ])('fetch the words of a call: %s', async (_who, cookie, refusal) => {
    expect(await asker(real.url, cookie).refusal('GET', words)).toBe(refusal);
  });
  it('fetch the words of a call, of staff: those who watch over the hall', async () => {
    for (const [username, refusal] of [
      ['giamsat', '200'],
      ['quantri', '200'],
      ['huongdan', '200'],
      ['canbo13', '403 not-allowed'],
    ] as const)
      expect(await (await signedIn(real.url, username, ownPassword)).refusal('GET', words)).toBe(refusal);
  });
  it.each([
    ['nobody', '', { hall: 'device-not-paired', status: 'device-not-paired' }],
    ['a hall board', screenCookie('hall'), { hall: 'ok', status: 'not-allowed' }],
    ['a media board', screenCookie('media'), { hall: 'ok', status: 'not-allowed' }],
    ['a LED wall', screenCookie('wall'), { hall: 'ok', status: 'not-allowed' }],
    ['a status television', screenCookie('status'), { hall: 'not-allowed', status: 'ok' }],
    ['a kiosk', screenCookie('kiosk'), { hall: 'not-allowed', status: 'not-allowed' }],
  ])('see the hall and the dossiers: %s', async (_who, cookie, allowed) => {
    const { subscribe, shown } = await liveScreen(real.url, cookie);
    expect({ hall: await subscribe({ view: 'hall' }), status: await subscribe({ view: 'status' }) }).toEqual(
      allowed,
    );
    const granted = Object.entries(allowed).flatMap(([view, answer]) => (answer === 'ok' ? [view] : []));
    expect(shown.map(({ view }) => view)).toEqual(granted);
  });
  it('see both: staff, and anybody on this machine in a demonstration', async () => {
    const { cookie } = await signedIn(real.url, 'canbo13', ownPassword);
    for (const { subscribe } of [await liveScreen(real.url, cookie), await liveScreen(voiceless.url)])
      for (const view of ['hall', 'status']) expect(await subscribe({ view })).toBe('ok');
  });
  it('do nothing of all that any more: one that was removed from the set-up', async () => {
    const revoked = asker(real.url, screenCookie('revoked'));
    const live = await liveScreen(real.url, screenCookie('revoked'));
    expect(await revoked.refusal('GET', words)).toBe('200');
    const other = await liveScreen(real.url, screenCookie('hall'));
    for (const each of [live, other]) expect(await each.subscribe({ view: 'hall' })).toBe('ok');
    const technician = await signedIn(real.url, 'quantri', ownPassword);
    const edited = await editSetup(technician, (setup) => ({
      ...setup,
      devices: {
        ...setup.devices,
        screens: setup.devices.screens.filter(({ id }) => String(id) !== 'revoked'),
      },
    }));
    expect(edited.status).toBe(200);
    expect(await revoked.refusal('GET', words)).toBe('401 device-not-paired');
    expect(await revoked.refusal('GET', '/api/v1/devices/self')).toBe('401 device-not-paired');
    await soon(() => expect(live.isConnected()).toBe(false));
    expect(other.isConnected()).toBe(true);
    expect(await (await liveScreen(real.url, screenCookie('revoked'))).subscribe({ view: 'hall' })).toBe(
      'device-not-paired',
    );
    expect(await asker(real.url, screenCookie('hall')).refusal('GET', words)).toBe('200');
  });
});
