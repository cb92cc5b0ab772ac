// Changes of what boards show, over HTTP: kept and journalled or neither, held against the set-up; and pictures and videos
// as boards fetch them.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileId } from '../../protocol/ids.ts';
import { filesAtMost, noNotices } from '../../protocol/notices.ts';
import { emptyFolder } from '../setup/setup-folder.ts';
import { noticeServer } from './notice-server.ts';
import { entry, pngHead, realFile } from './sample-files.ts';

const annex = readFileSync(new URL('../fixtures/dossiers-soc-trang-2021-02.csv', import.meta.url), 'utf8');
const period = { from: '2021-02-01', to: '2021-02-28' };

describe('announcements', () => {
  it('are written, changed, listed and withdrawn, each journalled under its id', async () => {
    const { ask, journal, setup } = await noticeServer();
    const by = setup.staff.find(({ roles }) => roles.includes('supervisor'));
    const written = await ask('POST', '/announcements', { text: { vi: 'Nghỉ trưa' }, zoneId: 'khu-a' });
    expect(written).toMatchObject({ status: 201, body: { writtenBy: by?.name, writtenAt: 1_000, to: null } });
    const id = String(written.body.id);
    const changed = await ask('PUT', `/announcements/${id}`, { text: { vi: 'Mở lại' } });
    expect(changed).toMatchObject({ status: 200, body: { id, text: { vi: 'Mở lại' }, zoneId: null } });
    expect((await ask('GET', '/announcements')).body).toEqual({ announcements: [changed.body] });
    expect(await ask('DELETE', `/announcements/${id}`)).toEqual({ status: 204, body: {} });
    const what = { what: 'announcement', id, by: by?.username };
    expect(journal.noted).toEqual([
      { ...what, deed: 'kept' },
      { ...what, deed: 'kept' },
      { ...what, deed: 'removed' },
    ]);
    for (const method of ['PUT', 'DELETE'])
      expect(await ask(method, `/announcements/${id}`, { text: { vi: 'x' } })).toMatchObject({
        ...{ status: 404, body: { code: 'unknown-announcement' } },
      });
    expect(journal.noted).toHaveLength(3);
  });

  it('name a zone that there is, and end after they begin', async () => {
    const { ask, notices } = await noticeServer();
    for (const [more, path] of [
      [{ zoneId: 'nowhere' }, 'zoneId'],
      [{ from: 5, to: 5 }, 'to'],
      [{ text: { en: 'only' } }, 'text.vi'],
    ] as const)
      expect(await ask('POST', '/announcements', { text: { vi: 'x' }, ...more })).toMatchObject({
        ...{ status: 400, body: { code: 'invalid-request', errors: [{ path }] } },
      });
    expect(notices.current()).toEqual(noNotices);
  });
});

describe('without a journal nothing is changed', () => {
  it('by any deed, and nothing of an upload is left', async () => {
    const { ask, upload, journal, notices, dataDir } = await noticeServer();
    const announcement = String((await ask('POST', '/announcements', { text: { vi: 'x' } })).body.id);
    const file = String((await upload('x.png', realFile('picture.png'))).body.id);
    await ask('PUT', '/dossiers', { ...period, csv: annex });
    const before = notices.current();
    const bytes = readdirSync(join(dataDir, 'files'));
    journal.full = true;
    const answers = [
      await ask('POST', '/announcements', { text: { vi: 'y' } }),
      await ask('DELETE', `/announcements/${announcement}`),
      await ask('PUT', `/files/${file}`, { showing: { shown: true } }),
      await ask('DELETE', `/files/${file}`),
      await upload('y.png', realFile('picture.png')),
      await ask('PUT', '/zones/khu-a/sound', { muted: true }),
      await ask('DELETE', '/dossiers'),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 503, body: { code: 'journal-unavailable' } });
    expect(notices.current()).toEqual(before);
    expect(JSON.parse(readFileSync(join(dataDir, 'notices.json'), 'utf8'))).toEqual(before);
    expect(readdirSync(join(dataDir, 'files'))).toEqual(bytes);
    journal.full = false;
    expect((await ask('DELETE', `/files/${file}`)).status).toBe(204);
    expect(readdirSync(join(dataDir, 'files'))).toEqual([]);
  });

  it('and where it cannot be taken back either, that is said', async () => {
    const { ask, journal, said, notices, dataDir } = await noticeServer();
    await ask('POST', '/announcements', { text: { vi: 'x' } });
    Object.defineProperty(journal, 'full', {
      get() {
        rmSync(dataDir, { recursive: true, force: true });
        return true;
      },
    });
    const answer = await ask('PUT', '/zones/khu-a/sound', { muted: true });
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal-error' } });
    expect(said.join()).toContain('is kept, but not in the journal');
    expect(notices.current().mutedZones).toEqual(['khu-a']);
  });
});

describe('pictures and videos', () => {
  it('are taken in by what they are, shown, ordered and removed', async () => {
    const { ask, upload, journal, notices } = await noticeServer();
    const film = await upload('Phim giới thiệu.mp4', realFile('video.mp4'), 'video/mp4');
    expect(film).toMatchObject({
      status: 201,
      body: { name: 'Phim giới thiệu.mp4', kind: 'video', contentType: 'video/mp4', keptAt: 1_000 },
    });
    expect(film.body.showing).toMatchObject({ shown: false, seconds: 12 });
    const picture = await upload('../../x.html', realFile('picture.png'), 'image/jpeg');
    expect(picture.body).toMatchObject({ name: '../../x.html', contentType: 'image/png' });
    const id = String(picture.body.id);
    const showing = { shown: true, hours: { from: '08:00', to: '11:00' }, weekdays: [1, 5] };
    expect((await ask('PUT', `/files/${id}`, { name: ' Ảnh ', showing })).body).toMatchObject({
      ...{ name: 'Ảnh', showing: { ...showing, seconds: 12 } },
    });
    expect((await ask('PUT', `/files/${id}/place`, { place: 0 })).status).toBe(204);
    const listed = await ask('GET', '/files');
    expect(listed.body).toEqual({ files: notices.current().files, megabytesAtMost: 60 });
    expect(notices.current().files.map((each) => each.id)).toEqual([id, film.body.id]);
    expect((await ask('DELETE', `/files/${id}`)).status).toBe(204);
    expect(journal.noted).toHaveLength(5);
    expect(await ask('DELETE', `/files/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'unknown-file' },
    });
  });

  it('are refused for a zone or hours that cannot be', async () => {
    const { ask, upload } = await noticeServer();
    const id = String((await upload('x', realFile('picture.png'))).body.id);
    for (const [showing, path] of [
      [{ zoneId: 'nowhere' }, 'showing.zoneId'],
      [{ hours: { from: '11:00', to: '08:00' } }, 'showing.hours.to'],
      [{ fromDay: '2026-11-21', toDay: '2026-11-20' }, 'showing.toDay'],
    ] as const)
      expect((await ask('PUT', `/files/${id}`, { showing })).body).toMatchObject({ errors: [{ path }] });
  });

  it('are refused where they are no picture, too large, too many or without a name', async () => {
    const { upload, notices, ask, dataDir } = await noticeServer((setup) => ({
      ...setup,
      limits: { ...setup.limits, fileMegabytes: 1 },
    }));
    const code = async (answer: ReturnType<typeof upload>) => {
      const { status, body } = await answer;
      return `${status} ${String(body.code)}`;
    };
    const png = realFile('picture.png');
    expect(await code(upload('a.png', Buffer.from('<svg onload="x"/>'), 'image/svg+xml'))).toBe(
      '415 wrong-file-type',
    );
    expect(await code(upload('a.png', png, 'text/plain'))).toBe('415 wrong-file-type');
    expect(await code(upload('a.png', png, 'application/json'))).toBe('415 wrong-file-type');
    expect(await code(ask('POST', '/files?name=x', { a: 1 }))).toBe('415 wrong-file-type');
    expect(await code(upload('', png))).toBe('400 invalid-request');
    expect(await code(upload('a\nb', png))).toBe('400 invalid-request');
    const large = await upload('a.png', pngHead(4, 4, 1_048_577));
    expect(large).toMatchObject({ status: 413, body: { code: 'file-too-large', params: { limit: 1 } } });
    expect(await code(upload('a.png', pngHead(4, 4, 1_048_576)))).toBe('201 undefined');
    for (let index = 1; index < filesAtMost; index += 1) notices.addFile(entry(`f${index}`));
    expect(await code(upload('a.png', png))).toBe('409 too-many-files');
    expect(readdirSync(join(dataDir, 'files'))).toHaveLength(1);
  });

  it('too large without having said so is told while it is still sent', async () => {
    const { url, dataDir } = await noticeServer((setup) => ({
      ...setup,
      limits: { ...setup.limits, fileMegabytes: 1 },
    }));
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sender = httpRequest(`${url}/api/v1/files?name=x`, { method: 'POST' }, (response) => {
        resolve(response.statusCode);
        sender.destroy();
      });
      sender.on('error', reject);
      sender.setHeader('content-type', 'video/mp4');
      sender.write(realFile('video.mp4'));
      sender.write(Buffer.alloc(2_000_000));
    });
    expect(status).toBe(413);
    expect(readdirSync(join(dataDir, 'files'))).toEqual([]);
  });

  it('stay while the set-up names them as the logo or as a photo', async () => {
    const used = { logo: '', photo: '' };
    const { ask, upload, setup, journal } = await noticeServer();
    for (const key of ['logo', 'photo'] as const)
      used[key] = String((await upload(key, realFile('picture.png'))).body.id);
    setup.centre.look = { ...setup.centre.look, logo: used.logo as FileId };
    setup.staff[3]!.photo = used.photo as FileId;
    for (const id of Object.values(used))
      expect(await ask('DELETE', `/files/${id}`)).toMatchObject({
        status: 409,
        body: { code: 'file-in-use' },
      });
    setup.staff[3]!.photo = null;
    expect((await ask('DELETE', `/files/${used.photo}`)).status).toBe(204);
    expect(journal.noted).toHaveLength(3);
  });
});

describe('mutes and dossiers', () => {
  it('a zone is muted once, and heard again', async () => {
    const { ask, journal, notices } = await noticeServer();
    for (const muted of [true, true, false, false]) {
      expect((await ask('PUT', '/zones/khu-b/sound', { muted })).status).toBe(204);
      expect(notices.current().mutedZones).toEqual(muted ? ['khu-b'] : []);
    }
    expect(journal.noted).toMatchObject([
      { what: 'mute', deed: 'kept', id: 'khu-b' },
      { what: 'mute', deed: 'removed', id: 'khu-b' },
    ]);
    expect((await ask('PUT', '/zones/nowhere/sound', { muted: true })).status).toBe(404);
  });

  it('the annex is read in, replaced as a whole, and removed', async () => {
    const { ask, journal } = await noticeServer();
    expect((await ask('GET', '/dossiers')).body).toEqual({ dossiers: null });
    const put = await ask('PUT', '/dossiers', { ...period, csv: annex });
    expect(put).toMatchObject({ status: 200, body: { dossiers: { ...period, importedAt: 1_000 } } });
    expect((await ask('GET', '/dossiers')).body).toEqual(put.body);
    const faulty = await ask('PUT', '/dossiers', { ...period, csv: annex.replace('2906,773', '2907,773') });
    expect(faulty).toMatchObject({ status: 422, body: { code: 'invalid-figures' } });
    expect(faulty.body.errors).toEqual([
      { path: 'csv.5.total', message: '2907 is given, but solved + open is 2906' },
    ]);
    expect((await ask('PUT', '/dossiers', { ...period, csv: '' })).body.errors).toEqual([
      { path: 'csv', message: 'is empty' },
    ]);
    const back = await ask('PUT', '/dossiers', { from: '2021-03-01', to: '2021-02-28', csv: annex });
    expect(back).toMatchObject({ status: 400, body: { errors: [{ path: 'to' }] } });
    for (let times = 0; times < 2; times += 1) expect((await ask('DELETE', '/dossiers')).status).toBe(204);
    const what = { what: 'dossiers', id: '2021-02-01..2021-02-28' };
    expect(journal.noted).toMatchObject([
      { ...what, deed: 'kept' },
      { ...what, deed: 'removed' },
    ]);
  });
});

describe('a file as boards fetch it', () => {
  it('comes with its own type, may be kept for ever, and can run nothing', async () => {
    const { url, upload } = await noticeServer();
    const id = String((await upload('x.html', realFile('picture.webp'))).body.id);
    const response = await fetch(`${url}/files/${id}`);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(realFile('picture.webp'))).toBe(true);
    expect((await fetch(`${url}/files/${id}`, { method: 'HEAD' })).headers.get('content-length')).toBe('542');
  });

  it('comes from a data folder whose name begins with a dot', async () => {
    const { url, upload } = await noticeServer(undefined, join(emptyFolder(), '.denluot', 'data'));
    const id = String((await upload('x', realFile('picture.png'))).body.id);
    expect((await fetch(`${url}/files/${id}`)).status).toBe(200);
  });

  it('comes in pieces where a player asks for them', async () => {
    const { url, upload } = await noticeServer();
    const bytes = realFile('video.webm');
    const id = String((await upload('x', bytes)).body.id);
    const piece = await fetch(`${url}/files/${id}`, { headers: { range: 'bytes=100-199' } });
    expect(piece.status).toBe(206);
    expect(piece.headers.get('content-range')).toBe(`bytes 100-199/${bytes.length}`);
    expect(Buffer.from(await piece.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true);
    const beyond = await fetch(`${url}/files/${id}`, { headers: { range: 'bytes=9999999-' } });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('content-range')).toBe(`bytes */${bytes.length}`);
    expect(beyond.headers.get('cache-control')).toBeNull();
  });

  it('is 404 where the document does not name it, or its bytes are gone', async () => {
    const { url, upload, dataDir, said } = await noticeServer();
    const id = String((await upload('x', realFile('picture.png'))).body.id);
    rmSync(join(dataDir, 'files', `${id}.png`));
    for (const path of [
      id,
      'nothing',
      `${id}.png`,
      '..%2fnotices.json',
      '%2e%2e%2fnotices.json',
      '__proto__',
    ]) {
      const response = await fetch(`${url}/files/${path}`);
      expect([path, response.status]).toEqual([path, 404]);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(await response.json()).toMatchObject({ code: 'unknown-file' });
      expect(response.headers.get('cache-control')).toBeNull();
    }
    expect(said).toEqual([]);
  });
});
