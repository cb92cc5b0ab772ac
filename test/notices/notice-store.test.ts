// The document of notices through its life: begun, changed by deeds, read again, damaged, refused; and kept as one with the
// files' bytes.
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BusinessDay, ZoneId } from '../../protocol/ids.ts';
import {
  announcementDraftSchema,
  announcementsAtMost,
  filesAtMost,
  type Notices,
  noNotices,
  showingSchema,
} from '../../protocol/notices.ts';
import { type NoticeKept, NoticesError, openNoticeStore } from '../../server/notices/notice-store.ts';
import { openNotices } from '../../server/notices/notices.ts';
import type { NoticeDoor } from '../../server/web/notice-door.ts';
import { emptyFolder } from '../setup/setup-folder.ts';
import { entry, pngHead, streamed, takenFile } from './sample-files.ts';

const draft = (vi: string, more: object = {}) => announcementDraftSchema.parse({ text: { vi }, ...more });
const open = () => {
  const file = join(emptyFolder(), 'notices.json');
  return { file, store: openNoticeStore(file) };
};
const onDisk = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Notices;
function value<T>(kept: NoticeKept<T>): T {
  if (!kept.ok) throw new Error(kept.code);
  return kept.value;
}
const zones = ['a', 'b', 'c'] as ZoneId[];
const [a, b, c] = zones as [ZoneId, ZoneId, ZoneId];

describe('announcements', () => {
  it('are on disk when the deed answers, and there again after a start', () => {
    const { file, store } = open();
    expect(store.current()).toEqual(noNotices);
    expect(existsSync(file)).toBe(false);
    const first = value(store.write(draft('Nghỉ trưa', { to: 50 }), null, 'Chị Lan', 7));
    expect(first).toMatchObject({ text: { vi: 'Nghỉ trưa' }, to: 50, writtenAt: 7, writtenBy: 'Chị Lan' });
    const second = value(store.write(draft('Hai'), null, 'Anh Ba', 8));
    expect(onDisk(file).announcements).toEqual([first, second]);
    const changed = value(store.write(draft('Một'), first.id, 'Anh Ba', 9));
    expect(changed).toEqual({ ...first, text: { vi: 'Một' }, to: null, writtenAt: 9, writtenBy: 'Anh Ba' });
    expect(openNoticeStore(file).current().announcements).toEqual([changed, second]);
    expect(value(store.withdraw(first.id))).toEqual(changed);
    expect(onDisk(file).announcements).toEqual([second]);
  });

  it('that are not there are refused, and nothing is written', () => {
    const { file, store } = open();
    const unknown = { ok: false, code: 'unknown-announcement' };
    expect(store.write(draft('Một'), 'x', 'y', 1)).toEqual(unknown);
    expect(store.withdraw('x')).toEqual(unknown);
    expect(existsSync(file)).toBe(false);
  });

  it('are a hundred at most; those that are over make room', () => {
    const { file, store } = open();
    for (let index = 0; index < announcementsAtMost; index += 1)
      value(store.write(draft(`${index}`, index % 50 === 3 ? { to: 100 } : {}), null, 'x', 1));
    expect(store.write(draft('zu viel'), null, 'x', 99)).toEqual({
      ok: false,
      code: 'too-many-announcements',
    });
    expect(store.current().announcements).toHaveLength(announcementsAtMost);
    value(store.write(draft('mới'), null, 'x', 100));
    expect(onDisk(file).announcements).toHaveLength(announcementsAtMost - 1);
    value(store.write(draft('nữa'), null, 'x', 100));
    expect(store.write(draft('zu viel'), null, 'x', 100).ok).toBe(false);
  });

  it('that cannot be are faults, and leave the document as it is', () => {
    const { file, store } = open();
    value(store.write(draft('Một'), null, 'x', 1));
    const before = readFileSync(file, 'utf8');
    expect(() => store.write({ ...draft('Hai'), from: 5, to: 5 }, null, 'x', 1)).toThrow('after from');
    expect(() => store.write(draft('Hai'), null, 'x'.repeat(81), 1)).toThrow();
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(store.current().announcements).toHaveLength(1);
  });
});

describe('files, mutes and dossiers', () => {
  it('files are added, shown, ordered and removed', () => {
    const { file, store } = open();
    for (const id of ['x', 'y', 'z']) value(store.addFile(entry(id)));
    const order = () => onDisk(file).files.map(({ id }) => id);
    value(store.moveFile('z', 0));
    expect(order()).toEqual(['z', 'x', 'y']);
    value(store.moveFile('z', 1));
    expect(order()).toEqual(['x', 'z', 'y']);
    value(store.moveFile('x', 199));
    expect(order()).toEqual(['z', 'y', 'x']);
    const showing = showingSchema.parse({ shown: true, seconds: 20, zoneId: 'a' });
    expect(value(store.changeShowing('y', { showing }))).toEqual({ ...entry('y'), showing });
    expect(value(store.changeShowing('y', { name: 'Lễ hội', showing })).name).toBe('Lễ hội');
    expect(order()).toEqual(['z', 'y', 'x']);
    expect(value(store.removeFile('y')).name).toBe('Lễ hội');
    expect(order()).toEqual(['z', 'x']);
    const unknown = { ok: false, code: 'unknown-file' };
    expect(store.removeFile('y')).toEqual(unknown);
    expect(store.moveFile('y', 0)).toEqual(unknown);
    expect(store.changeShowing('y', { showing })).toEqual(unknown);
  });

  it('files are two hundred at most', () => {
    const { file } = open();
    const files = Array.from({ length: filesAtMost }, (_, index) => entry(`f${index}`));
    writeFileSync(file, `${JSON.stringify({ ...noNotices, files })}`);
    const store = openNoticeStore(file);
    expect(store.addFile(entry('more'))).toEqual({ ok: false, code: 'too-many-files' });
    value(store.removeFile('f3'));
    value(store.addFile(entry('more')));
    expect(onDisk(file).files).toHaveLength(filesAtMost);
  });

  it('zones are muted and heard again; those that are no more are forgotten', () => {
    const { file, store } = open();
    expect(store.mute(a, true, zones)).toBe(true);
    expect(store.mute(a, true, zones)).toBe(false);
    expect(store.mute(b, true, zones)).toBe(true);
    expect(onDisk(file).mutedZones).toEqual([a, b]);
    expect(store.mute(c, true, [b, c])).toBe(true);
    expect(onDisk(file).mutedZones).toEqual([b, c]);
    expect(store.mute(b, false, zones)).toBe(true);
    expect(store.mute(b, false, zones)).toBe(false);
    expect(onDisk(file).mutedZones).toEqual([c]);
  });

  it('the figures of dossiers replace those before, and the document can be taken back', () => {
    const { file, store } = open();
    const day = '2021-02-28' as BusinessDay;
    const row = { departmentId: null, name: 'Sở Y tế', received: 1, solvedInTime: 1 };
    const figures = {
      ...{ from: day, to: day, importedAt: 1, importedBy: 'Chị Lan' },
      rows: [{ ...row, solvedLate: 0, openInTime: 0, openLate: 0 }],
    };
    store.setDossiers(figures);
    expect(openNoticeStore(file).current().dossiers).toEqual(figures);
    const before = store.current();
    store.setDossiers(null);
    expect(onDisk(file).dossiers).toBeNull();
    store.restore(before);
    expect(onDisk(file)).toEqual(before);
    expect(store.current()).toEqual(before);
  });

  it.skipIf(process.getuid?.() === 0)('a deed that cannot be kept has not been done', () => {
    const folder = emptyFolder();
    const store = openNoticeStore(join(folder, 'notices.json'));
    chmodSync(folder, 0o500);
    expect(() => store.write(draft('Một'), null, 'x', 1)).toThrow('EACCES');
    expect(store.current()).toEqual(noNotices);
  });
  it('a deed for which the folder is gone has not been done', () => {
    const folder = emptyFolder();
    const store = openNoticeStore(join(folder, 'notices.json'));
    rmSync(folder, { recursive: true });
    expect(() => store.write(draft('Một'), null, 'x', 1)).toThrow('ENOENT');
    expect(store.current()).toEqual(noNotices);
  });
});

describe('a document that is not as it should be', () => {
  function writtenTwice() {
    const { file, store } = open();
    value(store.write(draft('Một'), null, 'x', 1));
    value(store.write(draft('Hai'), null, 'x', 1));
    return file;
  }

  it.each<[string, (file: string) => void]>([
    ['cut off', (file) => truncateSync(file, 30)],
    ['empty', (file) => truncateSync(file, 0)],
    ['missing', (file) => rmSync(file)],
  ])('%s: the version before it is in force, and that is said', (_, damage) => {
    const file = writtenTwice();
    damage(file);
    const store = openNoticeStore(file);
    expect(store.current().announcements.map(({ text }) => text.vi)).toEqual(['Một']);
    expect(store.warnings).toHaveLength(1);
    expect(store.warnings[0]).toContain('.bak');
    expect(store.isWhole).toBe(false);
  });

  it('lost altogether: boards begin without, that is said, and the remains are kept', () => {
    const { file } = open();
    writeFileSync(file, '{ "version": 1, "anno');
    const store = openNoticeStore(file);
    expect(store.current()).toEqual(noNotices);
    expect(store.warnings[0]).toContain(file);
    expect(store.isWhole).toBe(false);
    value(store.write(draft('Một'), null, 'x', 1));
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe('{ "version": 1, "anno');
    expect(openNoticeStore(file)).toMatchObject({ warnings: [], isWhole: true });
  });

  it.each<[string, string, string]>([
    ['newer', '{ "version": 2 }', 'version: 2 is newer than this program, which knows 1.'],
    ['without a version', '{}', 'version: Invalid input: expected 1.'],
    ['no document', '[\n]', 'document: Invalid input: expected object, received array.'],
    ['of another shape', '{ "version": 1, "files": [{}] }', 'files.0.id: Invalid input'],
    ['with a field more', '{ "version": 1, "colour": 1 }', 'document: Unrecognized key: "colour".'],
    ['not JSON', '{ "version": 1,,\n}\n', 'is not JSON'],
  ])('%s: one sentence that names the file', (_, text, sentence) => {
    const { file } = open();
    writeFileSync(file, text);
    const said = () => openNoticeStore(file);
    expect(said).toThrow(NoticesError);
    expect(said).toThrow(`${file}: ${sentence}`);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

describe('the document and the bytes together', () => {
  const bounds = { free: () => Promise.resolve(Number.MAX_SAFE_INTEGER) };
  async function withFiles(count: number) {
    const dataDir = emptyFolder();
    const notices = openNotices(dataDir, bounds);
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const file = takenFile(await notices.takeFile(streamed(pngHead(4, 4)), 1_000));
      value(notices.addFile({ ...entry(file.id, `Ảnh ${index}`), ...file }));
      ids.push(file.id);
    }
    return { dataDir, notices, ids };
  }
  const kept = (dataDir: string) => readdirSync(join(dataDir, 'files')).sort();

  it('the web’s door fits', async () => {
    const { notices } = await withFiles(0);
    const door: NoticeDoor = notices;
    expect(door.openFile('x')).toBeNull();
  });

  it('bytes that no entry names are not given out, and gone after a start', async () => {
    const { dataDir, notices, ids } = await withFiles(2);
    const stray = takenFile(await notices.takeFile(streamed(pngHead(4, 4)), 1_000));
    expect(notices.openFile(stray.id)).toBeNull();
    expect(notices.openFile(ids[0]!)?.contentType).toBe('image/png');
    expect(kept(dataDir)).toHaveLength(3);
    const again = openNotices(dataDir, bounds);
    expect(kept(dataDir)).toEqual(ids.map((id) => `${id}.png`).sort());
    expect(again.warnings).toEqual([expect.stringContaining('1 files without an entry were removed')]);
    expect(openNotices(dataDir, bounds).warnings).toEqual([]);
  });

  it('a file is discarded only when no entry names it any more', async () => {
    const { dataDir, notices, ids } = await withFiles(1);
    await notices.discardFile(ids[0]!);
    expect(kept(dataDir)).toHaveLength(1);
    value(notices.removeFile(ids[0]!));
    await notices.discardFile(ids[0]!);
    expect(kept(dataDir)).toEqual([]);
  });

  it('an entry whose file is gone is dropped for good, by name', async () => {
    const { dataDir, ids } = await withFiles(2);
    rmSync(join(dataDir, 'files', `${ids[0]}.png`));
    const again = openNotices(dataDir, bounds);
    expect(again.current().files.map(({ id }) => id)).toEqual([ids[1]]);
    expect(again.warnings).toEqual([expect.stringContaining('"Ảnh 0"')]);
    expect(openNotices(dataDir, bounds).warnings).toEqual([]);
  });

  it('a lost document costs no file', async () => {
    const { dataDir, ids } = await withFiles(2);
    for (const name of ['notices.json', 'notices.json.bak']) rmSync(join(dataDir, name));
    const again = openNotices(dataDir, bounds);
    expect(again.warnings).toEqual([expect.stringContaining('2 files without an entry were left')]);
    expect(kept(dataDir)).toEqual(ids.map((id) => `${id}.png`).sort());
  });
});
