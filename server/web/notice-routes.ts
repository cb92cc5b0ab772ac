// What staff change on boards: announcements, pictures and videos, mutes, the figures of dossiers. Here is who asks and what
// must fit the set-up; keeping is the notices' affair, and that a change is also journalled is notice-deeds.ts's.
import type { Request } from 'express';
import type { Actor } from '../../protocol/commands.ts';
import { readDossiers } from '../../protocol/dossier-csv.ts';
import { noticeEndpoints } from '../../protocol/endpoints/notice-endpoints.ts';
import { filesAtMost, type KeptFile, showingSchema } from '../../protocol/notices.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { editor } from './command-access.ts';
import type { WebParts } from './doors.ts';
import { type DeedParts, journalled, kept, refused } from './notice-deeds.ts';
import { ProblemError } from './problems.ts';
import type { RouteMaker } from './route.ts';

export type NoticeParts = DeedParts & Pick<WebParts, 'setup' | 'clock'>;

const megabyte = 1_048_576;

export function noticeRoutes(route: RouteMaker, parts: NoticeParts): void {
  announcementRoutes(route, parts);
  keptFileRoutes(route, parts);
  dossierRoutes(route, parts);
  const { notices, setup } = parts;
  route('zone-sound', ({ params: { zoneId }, body: { muted }, identity }) => {
    const by = editor(identity);
    const known = setup.current().zones.map(({ id }) => id);
    if (!known.includes(zoneId)) throw new ProblemError('not-found');
    const deed = muted ? 'kept' : 'removed';
    journalled(parts, by, () => ({
      value: undefined,
      change: notices.mute(zoneId, muted, known) ? { what: 'mute', deed, id: zoneId } : null,
    }));
    return undefined;
  });
}

/** Whether this request brings a file as its body, which no parser of JSON is to touch. What it says it is, is looked at then. */
export function bringsFile(request: Pick<Request, 'method' | 'path'>): boolean {
  const { path, method } = noticeEndpoints['add-file'];
  return request.method.toLowerCase() === method && request.path === path;
}

function saysFile(request: Pick<Request, 'is'>): boolean {
  return typeof request.is([...noticeEndpoints['add-file'].takes]) === 'string';
}

function announcementRoutes(route: RouteMaker, parts: NoticeParts): void {
  const { notices, setup, clock } = parts;
  route('announcements', () => ({ announcements: notices.current().announcements }));
  route('announce', ({ body, identity }) => {
    const by = editor(identity);
    wantZone(setup.current(), body.zoneId, 'zoneId');
    const name = identity.staff?.name ?? by.id;
    return kept(parts, by, 'announcement', () => notices.write(body, null, name, clock.now()));
  });
  route('change-announcement', ({ params, body, identity }) => {
    const by = editor(identity);
    wantZone(setup.current(), body.zoneId, 'zoneId');
    const name = identity.staff?.name ?? by.id;
    return kept(parts, by, 'announcement', () =>
      notices.write(body, params.announcementId, name, clock.now()),
    );
  });
  route('withdraw-announcement', ({ params, identity }) => {
    kept(parts, editor(identity), 'announcement', () => notices.withdraw(params.announcementId), 'removed');
    return undefined;
  });
}

function keptFileRoutes(route: RouteMaker, parts: NoticeParts): void {
  const { notices, setup } = parts;
  route('files', () => ({
    files: notices.current().files,
    megabytesAtMost: setup.current().limits.fileMegabytes,
  }));
  route('add-file', ({ query, request, identity }) => addFile(parts, request, query.name, editor(identity)));
  route('change-file', ({ params, body, identity }) => {
    const by = editor(identity);
    wantZone(setup.current(), body.showing.zoneId, 'showing.zoneId');
    return kept(parts, by, 'file', () => notices.changeShowing(params.fileId, body));
  });
  route('move-file', ({ params, body, identity }) => {
    kept(parts, editor(identity), 'file', () => notices.moveFile(params.fileId, body.place));
    return undefined;
  });
  route('remove-file', async ({ params: { fileId }, identity }) => {
    const by = editor(identity);
    if (filesNamedBy(setup.current()).has(fileId)) throw new ProblemError('file-in-use');
    kept(parts, by, 'file', () => notices.removeFile(fileId), 'removed');
    await notices.discardFile(fileId);
    return undefined;
  });
}

/** The files that a set-up names: as the logo, or as an officer's photo. */
export function filesNamedBy({ centre, staff }: Setup): ReadonlySet<string> {
  const named = [centre.look.logo, ...staff.map(({ photo }) => photo)];
  return new Set(named.filter((id) => id !== null));
}

async function addFile(parts: NoticeParts, request: Request, name: string, by: Actor): Promise<KeptFile> {
  const { notices, setup, clock } = parts;
  if (!saysFile(request)) throw new ProblemError('wrong-file-type');
  if (notices.current().files.length >= filesAtMost) throw refused('too-many-files');
  const limit = setup.current().limits.fileMegabytes;
  const tooLarge = () => new ProblemError('file-too-large', { params: { limit } });
  if (Number(request.headers['content-length'] ?? 0) > limit * megabyte) throw tooLarge();
  const taken = await notices.takeFile(request, limit * megabyte);
  if (!taken.ok) {
    if (taken.code === 'file-too-large') throw tooLarge();
    if (taken.code !== 'upload-broken') throw new ProblemError(taken.code);
    throw new ProblemError('invalid-request', { errors: [{ path: 'body', message: 'broke off' }] });
  }
  const file = { ...taken.file, name, keptAt: clock.now(), showing: showingSchema.parse({}) };
  try {
    return kept(parts, by, 'file', () => notices.addFile(file));
  } catch (error) {
    await notices.discardFile(file.id);
    throw error;
  }
}

function dossierRoutes(route: RouteMaker, parts: NoticeParts): void {
  const { notices, setup, clock } = parts;
  route('dossiers', () => ({ dossiers: notices.current().dossiers }));
  route('put-dossiers', ({ body: { from, to, csv }, identity }) => {
    const by = editor(identity);
    const read = readDossiers(csv, setup.current().departments);
    if (!read.ok) {
      const errors = read.faults.map(({ row, column, message }) => ({
        path: ['csv', ...(row === 0 ? [] : [row]), ...(column === '' ? [] : [column])].join('.'),
        message,
      }));
      throw new ProblemError('invalid-figures', { errors });
    }
    const importedBy = identity.staff?.name ?? by.id;
    const dossiers = { from, to, importedAt: clock.now(), importedBy, rows: read.rows };
    return journalled(parts, by, () => {
      notices.setDossiers(dossiers);
      return { value: { dossiers }, change: { what: 'dossiers', deed: 'kept', id: `${from}..${to}` } };
    });
  });
  route('remove-dossiers', ({ identity }) => {
    const by = editor(identity);
    const before = notices.current().dossiers;
    if (before === null) return undefined;
    return journalled(parts, by, () => {
      notices.setDossiers(null);
      const id = `${before.from}..${before.to}`;
      return { value: undefined, change: { what: 'dossiers', deed: 'removed', id } };
    });
  });
}

function wantZone({ zones }: Setup, zoneId: string | null, path: string): void {
  if (zoneId === null || zones.some(({ id }) => id === zoneId)) return;
  throw new ProblemError('invalid-request', { errors: [{ path, message: 'no such zone' }] });
}
