// What boards show besides calls, as the rest of the house sees it: the document and the files' bytes joined and brought
// together at start. Files that no entry names are removed, entries whose file is gone are dropped, and both are said;
// after a loss of the document nothing is removed.
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Notices } from '../../protocol/notices.ts';
import type { SetupFault } from '../../protocol/setup-consistency.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { type FolderBounds, type OpenedFile, openKeptFiles, type Taken } from './kept-files.ts';
import { type NoticeStore, openNoticeStore } from './notice-store.ts';

export type OpenedNotices = Omit<NoticeStore, 'dropFiles' | 'isWhole'> & {
  /** Puts a stream's bytes on disk; the document does not know them yet. */
  takeFile(stream: Readable, maxBytes: number): Promise<Taken>;
  /** A file that the document names, as it lies on disk. */
  openFile(id: string): OpenedFile | null;
  /** Removes the bytes of a file that the document does not name any more; what cannot be removed goes at the next start. */
  discardFile(id: string): Promise<void>;
};

/** Opens `notices.json` and `files/` in the data folder; throws `NoticesError` with one sentence. */
export function openNotices(dataDir: string, bounds: Partial<FolderBounds> = {}): OpenedNotices {
  const { dropFiles, isWhole, ...store } = openNoticeStore(join(dataDir, 'notices.json'));
  const folder = join(dataDir, 'files');
  const files = openKeptFiles(folder, bounds);
  const isNamed = (id: string) => store.current().files.some((each) => each.id === id);
  const known = new Map<string, string>(store.current().files.map(({ id, name }) => [id, name]));
  const { missing, strays } = files.reconcile(new Set(known.keys()), isWhole);
  if (missing.length > 0) dropFiles(new Set(missing));
  return {
    ...store,
    warnings: [
      ...store.warnings,
      ...missing.map(
        (id) => `${folder}: the file of "${known.get(id)}" (${id}) is gone; its entry was dropped`,
      ),
      ...(strays.length === 0
        ? []
        : [
            `${folder}: ${strays.length} files without an entry ${isWhole ? 'were removed' : 'were left where they are'}`,
          ]),
    ],
    takeFile: (stream, maxBytes) => files.take(stream, { maxBytes }),
    openFile: (id) => (isNamed(id) ? files.open(id) : null),
    async discardFile(id) {
      if (isNamed(id)) return;
      await files.remove(id).catch(() => undefined);
    },
  };
}

/** Pictures that a set-up names and that are not kept here: as the logo, or as an officer's photo. */
export function pictureFaults({ centre, staff }: Setup, { files }: Notices): SetupFault[] {
  const kept = new Set<string>(files.filter(({ kind }) => kind === 'picture').map(({ id }) => id));
  const named = [
    { path: 'centre.look.logo', id: centre.look.logo },
    ...staff.map(({ photo }, index) => ({ path: `staff.${index}.photo`, id: photo })),
  ];
  return named.flatMap(({ path, id }) =>
    id === null || kept.has(id) ? [] : [{ path, message: `no picture "${id}" is kept here` }],
  );
}
