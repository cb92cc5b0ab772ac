// What boards show besides calls, in a running centre from the office to the board: who may change it, what is journalled,
// what is refused, files as boards fetch them, and what comes and goes with time alone. The routes by themselves are in
// test/notices.
import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { noticeEndpoints } from '../../protocol/endpoints/notice-endpoints.ts';
import type { HallView } from '../../protocol/views/hall-view.ts';
import type { StatusView } from '../../protocol/views/status-view.ts';
import { pngHead, realFile } from '../notices/sample-files.ts';
import { soon } from '../support/driver-bench.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { morning } from '../support/memory-floor.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
import { type Asker, asker, centreFolder, editSetup, liveScreen, signedIn } from './asking.ts';

const annex = readFileSync(new URL('../fixtures/dossiers-soc-trang-2021-02.csv', import.meta.url), 'utf8');
const period = { from: '2021-02-01', to: '2021-02-28' };
let clock: ManualClock;
let centre: RunningCentre;
let supervisor: Asker;
let technician: Asker;
beforeAll(async () => {
  clock = manualClock(morning);
  centre = await startCentre({ clock });
  supervisor = await signedIn(centre.url, 'giamsat');
  technician = await signedIn(centre.url, 'quantri');
});
afterAll(async () => {
  await centre.stop();
  rmSync(centre.dataDir, { recursive: true, force: true });
});

const hall = (zoneId?: string): HallView => {
  const view = centre.app.floor.view<'hall'>({
    view: 'hall',
    ...(zoneId === undefined ? {} : { zoneId: zoneId as never }),
  });
  if (view === null) throw new Error('there is no such board');
  return view;
};
const announce = async (text: string, more: object = {}): Promise<string> => {
  const { status, body } = await supervisor.ask('POST', '/api/v1/announcements', {
    text: { vi: text },
    ...more,
  });
  if (status !== 201) throw new Error(`not announced: ${status}`);
  return String(body.id);
};
const texts = (zoneId?: string) => hall(zoneId).announcements.map(({ text }) => text.vi);
const withdrawAll = async () => {
  const { body } = await supervisor.ask('GET', '/api/v1/announcements');
  for (const { id } of body.announcements as unknown as { id: string }[])
    await supervisor.ask('DELETE', `/api/v1/announcements/${id}`);
};
/** What has been journalled of notices since a row of the journal. */
const journalled = async (after: number) => {
  const { body } = await supervisor.ask('GET', `/api/v1/events?after=${after}`);
  return (body.events as unknown as { type: string; payload: object; actor: string }[])
    .filter(({ type }) => type === 'notices-changed')
    .map(({ payload, actor }) => ({ ...payload, actor }));
};
const newest = () => centre.app.floor.state.seq;
const upload = (name: string, bytes: Buffer, type: string, who = supervisor) =>
  who.ask('POST', `/api/v1/files?name=${encodeURIComponent(name)}`, bytes, { 'content-type': type });

describe('who may', () => {
  const cases = Object.entries(noticeEndpoints).map(([name, { method, path, access }]) => ({
    name,
    method: method.toUpperCase(),
    path: path.replace(/\{(\w+)\}/, (_, param) => (param === 'zoneId' ? 'khu-a' : 'nothing')),
    roles: access.staff as readonly string[],
  }));
  it.each(cases)(
    '$name: nobody without a session, no officer, and a guide only what is for guides',
    async (each) => {
      const { method, path, roles } = each;
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      expect(await asker(centre.url).refusal(method, path, body)).toBe('401 not-signed-in');
      expect(await (await signedIn(centre.url, 'canbo13')).refusal(method, path, body)).toBe(
        '403 not-allowed',
      );
      const asGuide = await (await signedIn(centre.url, 'huongdan')).refusal(method, path, body);
      expect(asGuide === '403 not-allowed').toBe(!roles.includes('guide'));
      for (const who of [supervisor, technician])
        expect(await who.refusal(method, path, body)).not.toMatch(/^40[13]/);
    },
  );
});

describe('an announcement', () => {
  it('is written, changed and withdrawn; each is on boards at once and journalled with who', async () => {
    const before = newest();
    const { subscribe, shown } = await liveScreen(centre.url);
    await subscribe({ view: 'hall' });
    const seen = () => (shown.at(-1)?.body as HallView | undefined)?.announcements.map(({ text }) => text.vi);
    await soon(() => expect(seen()).toEqual([]));
    const id = await announce('Nghỉ trưa');
    await soon(() => expect(seen()).toEqual(['Nghỉ trưa']));
    const changed = await technician.ask('PUT', `/api/v1/announcements/${id}`, {
      text: { vi: 'Mở lại', en: 'Open' },
      zoneId: 'khu-b',
    });
    expect(changed.body).toMatchObject({ id, writtenBy: 'Lưu Quốc Khải', writtenAt: morning });
    await soon(() => expect(seen()).toEqual(['Mở lại']));
    expect([texts('khu-a'), texts('khu-b')]).toEqual([[], ['Mở lại']]);
    expect((await supervisor.ask('DELETE', `/api/v1/announcements/${id}`)).status).toBe(204);
    await soon(() => expect(seen()).toEqual([]));
    expect(await journalled(before)).toEqual([
      { what: 'announcement', deed: 'kept', id, actor: 'staff:giamsat' },
      { what: 'announcement', deed: 'kept', id, actor: 'staff:quantri' },
      { what: 'announcement', deed: 'removed', id, actor: 'staff:giamsat' },
    ]);
  });
  it('is kept as the text it is, whatever it looks like', async () => {
    const markup = '<script>alert(1)</script> & "quầy" {{x}} <img src=x onerror=y>';
    const id = await announce(markup);
    expect(texts()).toEqual([markup]);
    const { body } = await supervisor.ask('GET', '/api/v1/announcements');
    expect(body.announcements).toMatchObject([{ id, text: { vi: markup } }]);
    await withdrawAll();
  });
  it.each<[string, object, string]>([
    ['a zone that is none', { text: { vi: 'x' }, zoneId: 'attic' }, 'zoneId'],
    ['more than 300 letters', { text: { vi: 'x'.repeat(301) } }, 'text.vi'],
    ['nothing', { text: { vi: '' } }, 'text.vi'],
    ['no Vietnamese', { text: { en: 'x' } }, 'text.vi'],
    ['too much English', { text: { vi: 'x', en: 'x'.repeat(301) } }, 'text.en'],
    ['an end before its beginning', { text: { vi: 'x' }, from: 2, to: 1 }, 'to'],
    ['a time that is none', { text: { vi: 'x' }, from: 'soon' }, 'from'],
  ])('is refused with %s, and nothing is journalled', async (_what, body, path) => {
    const before = newest();
    const answer = await supervisor.ask('POST', '/api/v1/announcements', body);
    expect([answer.status, answer.code, answer.body.errors?.[0]?.path]).toEqual([
      400,
      'invalid-request',
      path,
    ]);
    expect([newest(), texts()]).toEqual([before, []]);
  });
  it('may have 300 letters', async () => {
    await announce('ế'.repeat(300));
    expect(texts()[0]).toHaveLength(300);
    await withdrawAll();
  });
  it('that nobody knows is 404', async () => {
    for (const [method, body] of [['PUT', { text: { vi: 'x' } }], ['DELETE']] as const)
      expect(await supervisor.refusal(method, '/api/v1/announcements/nothing', body)).toBe(
        '404 unknown-announcement',
      );
  });
  it('comes and goes on boards with the heartbeat, and nothing else has happened', async () => {
    // Without devices, whose changes are sent to screens too.
    const none = { printers: [], boards: [], keypads: [], scanners: [], speakers: [] };
    const dataDir = await centreFolder((setup) => ({ ...setup, devices: { ...setup.devices, ...none } }));
    const time = manualClock(morning);
    const quiet = await startCentre({ dataDir, clock: time });
    onTestFinished(async () => {
      await quiet.stop();
      rmSync(dataDir, { recursive: true, force: true });
    });
    const written = await (await signedIn(quiet.url, 'giamsat')).ask('POST', '/api/v1/announcements', {
      ...{ text: { vi: 'Giờ nghỉ' }, from: morning + 5_000, to: morning + 10_000 },
    });
    expect(written.status).toBe(201);
    const { subscribe, shown } = await liveScreen(quiet.url);
    await subscribe({ view: 'hall' });
    const seen = () => shown.map(({ body }) => (body as HallView).announcements.length);
    await soon(() => expect(seen()).toEqual([0]));
    const before = quiet.app.floor.state.seq;
    for (let second = 1; second <= 12; second += 1) {
      time.pass(1_000);
      const wanted = second < 5 ? [0] : second < 10 ? [0, 1] : [0, 1, 0];
      await soon(() => expect(seen()).toEqual(wanted));
    }
    expect(quiet.app.floor.state.seq).toBe(before);
  });
});

describe('the sound of a zone', () => {
  it('is muted and heard again, on every board at once, by a guide too', async () => {
    const guide = await signedIn(centre.url, 'huongdan');
    const before = newest();
    const mute = (muted: boolean) => guide.ask('PUT', '/api/v1/zones/khu-a/sound', { muted });
    expect((await mute(true)).status).toBe(204);
    expect(hall().sound.percents).toEqual({ 'khu-a': 0, 'khu-b': 100 });
    expect(hall('khu-a').sound.percents).toEqual({ 'khu-a': 0 });
    expect((await mute(true)).status).toBe(204);
    expect((await mute(false)).status).toBe(204);
    expect(hall().sound.percents).toEqual({ 'khu-a': 100, 'khu-b': 100 });
    expect(await journalled(before)).toMatchObject([
      { what: 'mute', deed: 'kept', id: 'khu-a', actor: 'staff:huongdan' },
      { what: 'mute', deed: 'removed', id: 'khu-a' },
    ]);
    expect(await guide.refusal('PUT', '/api/v1/zones/attic/sound', { muted: true })).toBe('404 not-found');
    expect(await guide.refusal('PUT', '/api/v1/zones/khu-a/sound', { muted: 'yes' })).toBe(
      '400 invalid-request',
    );
  });
});

describe('files', () => {
  it('a picture and a video come to boards, each under its own type, and nothing in them runs', async () => {
    const film = await upload('Phim.mp4', realFile('video.mp4'), 'video/mp4');
    const id = String(film.body.id);
    expect([film.status, film.body.kind]).toEqual([201, 'video']);
    expect(hall().media).toEqual([]);
    const showing = await supervisor.ask('PUT', `/api/v1/files/${id}`, { showing: { shown: true } });
    expect(showing.status).toBe(200);
    expect(hall().media).toEqual([{ id, kind: 'video', url: `/files/${id}`, seconds: 12 }]);
    const { headers, bytes } = await asker(centre.url).ask('GET', `/files/${id}`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'video/mp4',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(bytes.equals(realFile('video.mp4'))).toBe(true);
  });
  it('a player fetches a piece of a video', async () => {
    const [{ id } = { id: '' }] = hall().media;
    const piece = await asker(centre.url).ask('GET', `/files/${id}`, undefined, { range: 'bytes=10-19' });
    expect([piece.status, piece.headers.get('content-range')]).toEqual([
      206,
      `bytes 10-19/${realFile('video.mp4').length}`,
    ]);
    expect(piece.bytes.equals(realFile('video.mp4').subarray(10, 20))).toBe(true);
    expect((await supervisor.ask('DELETE', `/api/v1/files/${id}`)).status).toBe(204);
    expect(await asker(centre.url).refusal('GET', `/files/${id}`)).toBe('404 unknown-file');
    expect(hall().media).toEqual([]);
  });
  it.each([
    ['a page', 'x.html', Buffer.from('<!doctype html><script>alert(1)</script>'), 'image/png'],
    ['a drawing that may have script in it', 'x.svg', Buffer.from('<svg onload="x"/>'), 'image/svg+xml'],
    ['what says that it is text', 'x.png', realFile('picture.png'), 'text/plain'],
    ['what says that it is a form', 'x.png', realFile('picture.png'), 'multipart/form-data; boundary=x'],
    ['nothing', 'x.png', Buffer.alloc(0), 'image/png'],
  ])('%s is refused', async (_what, name, bytes, type) => {
    const { status, code } = await upload(name, bytes, type);
    expect([status, ['wrong-file-type', 'wrong-content-type'].includes(String(code))]).toEqual([415, true]);
    expect((await supervisor.ask('GET', '/api/v1/files')).body).toMatchObject({ files: [] });
  });
  it('one that is larger than the set-up allows is refused, with the bound', async () => {
    const bounded = await editSetup(technician, (setup) => ({
      ...setup,
      limits: { ...setup.limits, fileMegabytes: 1 },
    }));
    expect(bounded.status).toBe(200);
    const large = await upload('x.png', pngHead(4, 4, 1_048_577), 'image/png');
    expect([large.status, large.code, large.body.params]).toEqual([413, 'file-too-large', { limit: 1 }]);
    expect((await supervisor.ask('GET', '/api/v1/files')).body).toEqual({ files: [], megabytesAtMost: 1 });
  });
  it('one that is in use as the logo or as a photo stays', async () => {
    const id = String((await upload('logo.png', realFile('picture.png'), 'image/png')).body.id);
    const use = (change: object, photo: string | null) =>
      editSetup(technician, (setup) => ({
        ...setup,
        centre: { ...setup.centre, look: { ...setup.centre.look, ...change } },
        staff: setup.staff.map((each, index) => (index === 5 ? { ...each, photo } : each)),
      }));
    for (const [logo, photo] of [
      [id, null],
      [null, id],
    ] as const) {
      expect((await use({ logo }, photo)).status).toBe(200);
      expect(await supervisor.refusal('DELETE', `/api/v1/files/${id}`)).toBe('409 file-in-use');
      expect((await asker(centre.url).ask('GET', `/files/${id}`)).status).toBe(200);
    }
    expect((await use({ logo: null }, null)).status).toBe(200);
    expect(await supervisor.refusal('DELETE', `/api/v1/files/${id}`)).toBe('204');
  });
  it.each(['nothing', '..%2fcentre.json', '%2e%2e%2fsession.key', 'x'.repeat(500)])(
    '%s is unknown',
    async (id) => {
      expect(await asker(centre.url).refusal('GET', `/files/${id}`)).toBe('404 unknown-file');
    },
  );
});

describe('dossiers', () => {
  const status = (): StatusView['dossiers'] =>
    centre.app.floor.view<'status'>({ view: 'status' })?.dossiers ?? null;
  it('are read in from the annex, are on the status television at once, and are removed', async () => {
    const before = newest();
    const { subscribe, shown } = await liveScreen(centre.url);
    await subscribe({ view: 'status' });
    const statusSeen = () => shown.at(-1)?.body as StatusView | undefined;
    const read = await supervisor.ask('PUT', '/api/v1/dossiers', { ...period, csv: annex });
    expect(read.status).toBe(200);
    await soon(() => expect(statusSeen()?.dossiers).toMatchObject(period));
    const { rows = [], total } = status() ?? {};
    expect(rows.length).toBeGreaterThan(5);
    expect(total?.received).toBe(rows.reduce((sum, { received }) => sum + received, 0));
    expect((await supervisor.ask('DELETE', '/api/v1/dossiers')).status).toBe(204);
    await soon(() => expect(statusSeen()?.dossiers).toBeNull());
    expect(await journalled(before)).toMatchObject([
      { what: 'dossiers', deed: 'kept', id: '2021-02-01..2021-02-28', actor: 'staff:giamsat' },
      { what: 'dossiers', deed: 'removed', id: '2021-02-01..2021-02-28' },
    ]);
  });
  it.each([
    ['does not add up', { ...period, csv: annex.replace('2906,773', '2907,773') }, '422 invalid-figures'],
    ['is empty', { ...period, csv: '' }, '422 invalid-figures'],
    [
      'is of days that run backwards',
      { from: '2021-02-28', to: '2021-02-01', csv: annex },
      '400 invalid-request',
    ],
    ['is of no days', { csv: annex }, '400 invalid-request'],
  ])('a table that %s is refused, and what was there stays', async (_what, body, refusal) => {
    await supervisor.ask('PUT', '/api/v1/dossiers', { ...period, csv: annex });
    const [before, seq] = [status(), newest()];
    expect(await supervisor.refusal('PUT', '/api/v1/dossiers', body)).toBe(refusal);
    expect([status(), newest()]).toEqual([before, seq]);
  });
  it('a fault names its row and column', async () => {
    const csv = annex.replace('2906,773', '2907,773');
    const { body } = await supervisor.ask('PUT', '/api/v1/dossiers', { ...period, csv });
    expect(body.errors).toEqual([
      { path: 'csv.5.total', message: '2907 is given, but solved + open is 2906' },
    ]);
  });
});

it('all that is there again after a restart', async () => {
  await announce('Vẫn còn');
  const before = hall();
  await centre.app.close();
  centre = await startCentre({ dataDir: centre.dataDir, clock });
  expect(hall().announcements).toEqual(before.announcements);
  expect(hall().announcements).toHaveLength(1);
});
