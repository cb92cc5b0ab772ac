// What the web room asks of the notices: the document of what boards show besides calls, its deeds, and the bytes of
// pictures and videos. server/notices opens this door without knowing it; app.ts joins the two.
import type { Readable } from 'node:stream';
import type { FileId, ZoneId } from '../../protocol/ids.ts';
import type {
  Announcement,
  AnnouncementDraft,
  DossierFigures,
  KeptFile,
  Notices,
  Showing,
} from '../../protocol/notices.ts';

export type NoticeKept<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly code: 'unknown-announcement' | 'too-many-announcements' | 'unknown-file' | 'too-many-files';
    };
export type FileTaken =
  | {
      readonly ok: true;
      readonly file: { readonly id: FileId } & Pick<KeptFile, 'kind' | 'contentType' | 'bytes'>;
    }
  | {
      readonly ok: false;
      /** `upload-broken`: the sender went away before the end. */
      readonly code: 'file-too-large' | 'wrong-file-type' | 'no-room-for-files' | 'upload-broken';
    };
export interface NoticeDoor {
  current(): Notices;
  /** Writes a new announcement (`id` null) or another text of one. Every deed has kept when it answers. */
  write(draft: AnnouncementDraft, id: string | null, by: string, at: number): NoticeKept<Announcement>;
  withdraw(id: string): NoticeKept<Announcement>;
  /** Puts a stream's bytes on disk, out of anybody's sight until `addFile`; the stream is not destroyed. */
  takeFile(stream: Readable, maxBytes: number): Promise<FileTaken>;
  addFile(file: KeptFile): NoticeKept<KeptFile>;
  changeShowing(
    id: string,
    change: { readonly name?: string | undefined; readonly showing: Showing },
  ): NoticeKept<KeptFile>;
  moveFile(id: string, place: number): NoticeKept<KeptFile>;
  removeFile(id: string): NoticeKept<KeptFile>;
  /** Removes the bytes of a file that the document does not name. */
  discardFile(id: string): Promise<void>;
  /** A file that the document names, as it lies on disk; null where there is none. */
  openFile(
    id: string,
  ): { readonly folder: string; readonly name: string; readonly contentType: string } | null;
  /** False: it was so already and nothing was written. */
  mute(zoneId: ZoneId, muted: boolean, known: readonly ZoneId[]): boolean;
  setDossiers(figures: DossierFigures | null): void;
  /** Takes the document back to what `current` said before. */
  restore(before: Notices): void;
}
