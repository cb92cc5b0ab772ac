// Pictures and videos on disk: what is taken in is there whole and as it came, what is refused leaves nothing, and the
// folder and the disk are never filled.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FolderBounds, openKeptFiles, type Taken } from '../../server/notices/kept-files.ts';
import { emptyFolder } from '../setup/setup-folder.ts';
import { pngHead, realFile, streamed, takenFile } from './sample-files.ts';

const maxBytes = 1_000_000;
const plenty = { free: () => Promise.resolve(Number.MAX_SAFE_INTEGER) };
function opened(bounds: Partial<FolderBounds> = plenty) {
  const folder = join(emptyFolder(), 'files');
  return { folder, files: openKeptFiles(folder, bounds) };
}

describe('taking a file in', () => {
  it('keeps its bytes under an id of its own, with the kind that its bytes have', async () => {
    const { folder, files } = opened();
    const bytes = realFile('video.webm');
    const file = takenFile(await files.take(streamed(bytes, 100), { maxBytes }));
    expect(file).toEqual({ id: file.id, kind: 'video', contentType: 'video/webm', bytes: bytes.length });
    expect(file.id).toMatch(/^[0-9a-f]{24}$/);
    expect(readdirSync(folder)).toEqual([`${file.id}.webm`]);
    expect(readFileSync(join(folder, `${file.id}.webm`)).equals(bytes)).toBe(true);
    expect(statSync(join(folder, `${file.id}.webm`)).mode & 0o777).toBe(0o600);
    const there = { folder, name: `${file.id}.webm`, contentType: 'video/webm' };
    expect(files.open(file.id)).toMatchObject(there);
    expect(openKeptFiles(folder, plenty).open(file.id)).toMatchObject(there);
  });

  it('takes several at once, each for itself', async () => {
    const { folder, files } = opened();
    const names = ['picture.png', 'picture.jpg', 'picture.webp', 'video.mp4'];
    const taken = await Promise.all(
      names.map((name) => files.take(streamed(realFile(name), 50), { maxBytes })),
    );
    for (const [index, each] of taken.map(takenFile).entries()) {
      const { name = '' } = files.open(each.id) ?? {};
      expect(readFileSync(join(folder, name)).equals(realFile(names[index]!))).toBe(true);
    }
    expect(readdirSync(folder)).toHaveLength(4);
  });

  it('removes it again, and removing twice is no fault', async () => {
    const { folder, files } = opened();
    const { id } = takenFile(await files.take(streamed(realFile('picture.png')), { maxBytes }));
    await files.remove(id);
    await files.remove(id);
    expect(files.open(id)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('knows no path by a made-up id', () => {
    const { files } = opened();
    for (const id of ['../notices.json', '', 'x'.repeat(24), '__proto__']) expect(files.open(id)).toBeNull();
  });
});

describe('what is refused leaves nothing', () => {
  const code = (taken: Taken) => (taken.ok ? 'taken' : taken.code);

  it('a file that is one byte too large, as soon as that is known', async () => {
    const { folder, files } = opened();
    const large = pngHead(4, 4, 200_001);
    expect(code(await files.take(streamed(large), { maxBytes: 200_001 }))).toBe('taken');
    const endless = new PassThrough();
    endless.write(large);
    expect(code(await files.take(endless, { maxBytes: 200_000 }))).toBe('file-too-large');
    expect(endless.destroyed).toBe(false);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('a file of another kind, whatever it is called, without waiting for its end', async () => {
    const { folder, files } = opened();
    const html = Buffer.from('<!doctype html><script>alert(1)</script>');
    expect(code(await files.take(streamed(html), { maxBytes }))).toBe('wrong-file-type');
    expect(code(await files.take(streamed(Buffer.alloc(0)), { maxBytes }))).toBe('wrong-file-type');
    const endless = new PassThrough({ highWaterMark: 1_000_000 });
    endless.write(Buffer.alloc(100_000, 'x'));
    expect(code(await files.take(endless, { maxBytes }))).toBe('wrong-file-type');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('one more than all of them may be together; room that is given back is room again', async () => {
    const { folder, files } = opened({ ...plenty, bytesAtMost: 250_000 });
    const take = () => files.take(streamed(pngHead(4, 4, 100_000)), { maxBytes });
    const first = takenFile(await take());
    expect(code(await take())).toBe('taken');
    for (let index = 0; index < 3; index += 1) expect(code(await take())).toBe('no-room-for-files');
    await files.remove(first.id);
    expect(code(await take())).toBe('taken');
    const again = openKeptFiles(folder, { ...plenty, bytesAtMost: 250_000 });
    expect(code(await again.take(streamed(pngHead(4, 4, 100_000)), { maxBytes }))).toBe('no-room-for-files');
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('what would leave the disk too full, at its beginning or on the way', async () => {
    let free = 600;
    const { folder, files } = opened({ leftFree: 500, free: () => Promise.resolve(free) });
    expect(code(await files.take(streamed(pngHead(4, 4)), { maxBytes }))).toBe('taken');
    free = 499;
    expect(code(await files.take(streamed(pngHead(4, 4)), { maxBytes }))).toBe('no-room-for-files');
    const answers = [600, 0];
    const asked = opened({ leftFree: 500, free: () => Promise.resolve(answers.shift() ?? 600) });
    const large = streamed(pngHead(4, 4, 12_000_000), 1_000_000);
    expect(code(await asked.files.take(large, { maxBytes: 20_000_000 }))).toBe('no-room-for-files');
    expect(answers).toEqual([]);
    expect([...readdirSync(folder), ...readdirSync(asked.folder)]).toHaveLength(1);
  });

  it('the real disk is asked', async () => {
    const { files } = opened({ leftFree: Number.MAX_SAFE_INTEGER });
    expect(code(await files.take(streamed(pngHead(4, 4)), { maxBytes }))).toBe('no-room-for-files');
  });

  it('a file whose sender goes away, over real HTTP', async () => {
    const { folder, files } = opened();
    const codes: string[] = [];
    const http = createServer((request) => {
      void files.take(request, { maxBytes }).then((taken) => codes.push(code(taken)));
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void http.close());
    await once(http, 'listening');
    const { port } = http.address() as AddressInfo;
    const sender = httpRequest({ port, host: '127.0.0.1', method: 'POST' });
    sender.on('error', () => undefined);
    sender.write(pngHead(4, 4, 100_000));
    await expect.poll(() => readdirSync(folder)).toHaveLength(1);
    sender.destroy();
    await expect.poll(() => codes).toEqual(['upload-broken']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a disk that fails is a fault, and not half a file', async () => {
    const { files } = opened({ free: () => Promise.reject(new Error('the disk is gone')) });
    await expect(files.take(streamed(pngHead(4, 4)), { maxBytes })).rejects.toThrow('the disk is gone');
    const full = opened({ free: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) });
    expect(code(await full.files.take(streamed(pngHead(4, 4)), { maxBytes }))).toBe('no-room-for-files');
    expect(readdirSync(full.folder)).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('a folder that cannot be written is a fault', async () => {
    const { folder, files } = opened();
    chmodSync(folder, 0o500);
    await expect(files.take(streamed(pngHead(4, 4)), { maxBytes })).rejects.toThrow('EACCES');
  });
});

describe('at start', () => {
  const [a, b] = ['a'.repeat(24), 'b'.repeat(24)];
  function left() {
    const folder = join(emptyFolder(), 'files');
    mkdirSync(folder);
    for (const name of [`${a}.png`, `${b}.mp4`, `${'c'.repeat(24)}.part`, 'somebody.txt', `${a}.svg`])
      writeFileSync(join(folder, name), name);
    return { folder, files: openKeptFiles(folder, plenty) };
  }

  it('what an interrupted taking has left is removed, and other people’s files are let alone', () => {
    const { folder, files } = left();
    expect(readdirSync(folder).sort()).toEqual([`${a}.png`, `${a}.svg`, `${b}.mp4`, 'somebody.txt']);
    expect(files.open(a)?.contentType).toBe('image/png');
    expect(files.open('c'.repeat(24))).toBeNull();
  });

  it('nothing is left of a file during whose taking the power went', async () => {
    const folder = join(emptyFolder(), 'files');
    const program = fileURLToPath(new URL('./taking-process.ts', import.meta.url));
    const taker = spawn(process.execPath, ['--import', 'tsx', program, folder], {
      stdio: ['pipe', 'inherit', 'inherit'],
    });
    onTestFinished(() => void taker.kill('SIGKILL'));
    taker.stdin.on('error', () => undefined);
    taker.stdin.write(pngHead(4, 4, 150_000));
    const size = () =>
      existsSync(folder) ? readdirSync(folder).map((name) => statSync(join(folder, name)).size) : [];
    await expect.poll(size).toEqual([150_000]);
    const gone = once(taker, 'exit');
    taker.kill('SIGKILL');
    await gone;
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{24}\.part$/)]);
    openKeptFiles(folder, plenty);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('files without an entry are removed, entries without a file are named', () => {
    const { folder, files } = left();
    const gone = 'd'.repeat(24);
    expect(files.reconcile(new Set([a, gone]), true)).toEqual({ missing: [gone], strays: [b] });
    expect(readdirSync(folder).sort()).toEqual([`${a}.png`, `${a}.svg`, 'somebody.txt']);
    expect(files.open(b)).toBeNull();
  });

  it('nothing is removed where that may not be', () => {
    const { folder, files } = left();
    expect(files.reconcile(new Set(), false).strays).toEqual([a, b]);
    expect(readdirSync(folder)).toHaveLength(4);
  });
});
