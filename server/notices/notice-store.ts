// The document of what boards show besides calls, on disk: read and checked at start, changed by single deeds. A deed
// gives its value only when the changed document is kept for good, and changes nothing where it is refused. Which zones
// there are, who may change what, and the files' bytes are others' affair.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { LowSync } from 'lowdb';
import type { AnnouncementId, FileId, ZoneId } from '../../protocol/ids.ts';
import {
  type Announcement,
  type AnnouncementDraft,
  announcementDraftSchema,
  announcementsAtMost,
  type DossierFigures,
  filesAtMost,
  type KeptFile,
  type Notices,
  noNotices,
  noticesSchema,
  noticesVersion,
  type Showing,
} from '../../protocol/notices.ts';
import { jsonFile } from '../setup/json-file.ts';

export class NoticesError extends Error {
  override readonly name = 'NoticesError';
}

export type NoticeRefusal =
  | 'unknown-announcement'
  | 'too-many-announcements'
  | 'unknown-file'
  | 'too-many-files';
export type NoticeKept<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: NoticeRefusal };
export type FileChange = { readonly name?: string | undefined; readonly showing: Showing };

export type NoticeStore = {
  current(): Notices;
  readonly warnings: readonly string[];
  /** Whether the document was read whole from its own file; if not, files that it does not know may be somebody's. */
  readonly isWhole: boolean;
  /** Writes a new announcement (`id` null) or another text of one; those that are over make room for a new one. */
  write(draft: AnnouncementDraft, id: string | null, by: string, at: number): NoticeKept<Announcement>;
  withdraw(id: string): NoticeKept<Announcement>;
  addFile(file: KeptFile): NoticeKept<KeptFile>;
  changeShowing(id: string, change: FileChange): NoticeKept<KeptFile>;
  /** Puts a file at a place in the order of showing, the last one at most. */
  moveFile(id: string, place: number): NoticeKept<KeptFile>;
  removeFile(id: string): NoticeKept<KeptFile>;
  /** Mutes a zone or not; muted zones that are not among the known ones are forgotten. False: it was so already. */
  mute(zoneId: ZoneId, muted: boolean, known: readonly ZoneId[]): boolean;
  setDossiers(figures: DossierFigures | null): void;
  /** Takes the whole document back to what `current` said before. */
  restore(before: Notices): void;
  /** Drops entries whose files are gone. */
  dropFiles(ids: ReadonlySet<string>): void;
};

/** Opens the document, or begins without one; throws `NoticesError` with one sentence. */
export function openNoticeStore(file: string): NoticeStore {
  const { document, low, warnings, isWhole } = readDocument(file);
  let notices = document;
  const keep = (changed: Partial<Notices>): void => {
    const next = noticesSchema.parse({ ...notices, ...changed });
    low.data = next;
    low.write();
    notices = next;
  };
  return {
    current: () => notices,
    ...{ warnings, isWhole },
    ...announcementDeeds(() => notices, keep),
    ...fileDeeds(() => notices, keep),
    mute(zoneId, muted, known) {
      const before = notices.mutedZones;
      if (before.includes(zoneId) === muted) return false;
      const others = before.filter((each) => each !== zoneId && known.includes(each));
      keep({ mutedZones: muted ? [...others, zoneId] : others });
      return true;
    },
    setDossiers: (dossiers) => keep({ dossiers }),
    restore: keep,
  };
}

type Keep = (changed: Partial<Notices>) => void;
type AnnouncementDeeds = Pick<NoticeStore, 'write' | 'withdraw'>;
type FileDeeds = Pick<NoticeStore, 'addFile' | 'changeShowing' | 'moveFile' | 'removeFile' | 'dropFiles'>;

function announcementDeeds(current: () => Notices, keep: Keep): AnnouncementDeeds {
  return {
    write(draft, id, by, at) {
      const { announcements } = current();
      const text = announcementDraftSchema.parse(draft);
      if (id !== null) {
        const before = announcements.find((each) => each.id === id);
        if (before === undefined) return refused('unknown-announcement');
        const next = { ...text, id: before.id, writtenAt: at, writtenBy: by };
        keep({ announcements: announcements.map((each) => (each.id === id ? next : each)) });
        return { ok: true, value: next };
      }
      const isFull = announcements.length >= announcementsAtMost;
      const left = isFull ? announcements.filter(({ to }) => to === null || to > at) : announcements;
      if (left.length >= announcementsAtMost) return refused('too-many-announcements');
      const next = { ...text, id: newId() as AnnouncementId, writtenAt: at, writtenBy: by };
      keep({ announcements: [...left, next] });
      return { ok: true, value: next };
    },
    withdraw(id) {
      const { announcements } = current();
      const value = announcements.find((each) => each.id === id);
      if (value === undefined) return refused('unknown-announcement');
      keep({ announcements: announcements.filter((each) => each.id !== id) });
      return { ok: true, value };
    },
  };
}

function fileDeeds(current: () => Notices, keep: Keep): FileDeeds {
  const deed = (
    id: string,
    next: (file: KeptFile, others: KeptFile[]) => KeptFile[],
  ): NoticeKept<KeptFile> => {
    const { files } = current();
    const before = files.find((each) => each.id === id);
    if (before === undefined) return refused('unknown-file');
    const others = files.filter((each) => each.id !== id);
    keep({ files: next(before, others) });
    return { ok: true, value: current().files.find((each) => each.id === id) ?? before };
  };
  return {
    addFile(file) {
      const { files } = current();
      if (files.length >= filesAtMost) return refused('too-many-files');
      keep({ files: [...files, file] });
      return { ok: true, value: file };
    },
    changeShowing: (id, { name, showing }) =>
      deed(id, (file, others) => {
        const place = current().files.indexOf(file);
        return others.toSpliced(place, 0, { ...file, name: name ?? file.name, showing });
      }),
    moveFile: (id, place) => deed(id, (file, others) => others.toSpliced(place, 0, file)),
    removeFile: (id) => deed(id, (_file, others) => others),
    dropFiles: (ids) => keep({ files: current().files.filter(({ id }: { id: FileId }) => !ids.has(id)) }),
  };
}

function refused(code: NoticeRefusal): { readonly ok: false; readonly code: NoticeRefusal } {
  return { ok: false, code };
}

function newId(): string {
  return randomBytes(12).toString('hex');
}

function readDocument(file: string) {
  const adapter = jsonFile(file);
  const low = new LowSync<unknown>(adapter, null);
  const isThere = existsSync(file);
  try {
    low.read();
  } catch (error) {
    if (error instanceof SyntaxError) throw new NoticesError(`${file}: is not JSON: ${error.message}.`);
    throw error;
  }
  const isLost = low.data === null && isThere;
  const lost = `${file} could not be read and there is no version before it; boards begin without announcements and pictures`;
  const warnings = isLost ? [...adapter.warnings, lost] : adapter.warnings;
  const document = low.data === null ? noNotices : accepted(low.data, file);
  return { document, low, warnings, isWhole: isThere && warnings.length === 0 };
}

function accepted(data: unknown, file: string): Notices {
  const version: unknown =
    typeof data === 'object' && data !== null && 'version' in data ? data.version : undefined;
  if (typeof version === 'number' && version > noticesVersion)
    throw new NoticesError(
      `${file}: version: ${version} is newer than this program, which knows ${noticesVersion}.`,
    );
  const parsed = noticesSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new NoticesError(`${file}: ${first?.path.join('.') || 'document'}: ${first?.message}.`);
}
