// Holds the imports of one file against the table of rooms.
import path from 'node:path';
import { type Room, roomRules } from './room-rules.ts';
import type { Import, SourceFile } from './source-file.ts';

/** What is wrong with the imports of this file, one sentence each; tests and configuration may import everything. */
export function importFaults(file: SourceFile): string[] {
  if (file.path.startsWith('test/') || !file.path.includes('/')) return [];
  const room = roomOf(file.path);
  if (room === undefined) return [`${file.path} belongs to no room of test/architecture/room-rules.ts`];
  return file.imports.flatMap((each) => {
    const fault = faultOf(file.path, room, each);
    return fault === null ? [] : [`${file.path}:${each.line} ${fault}`];
  });
}

function roomOf(filePath: string): Room | undefined {
  return roomRules
    .filter(({ room }) => within(filePath, room))
    .reduce<Room | undefined>(
      (best, each) => (best !== undefined && best.room.length > each.room.length ? best : each),
      undefined,
    );
}

function within(filePath: string, room: string): boolean {
  return filePath === room || filePath.startsWith(`${room}/`);
}

function faultOf(from: string, room: Room, { specifier, typeOnly }: Import): string | null {
  if (specifier === null) return 'imports what nobody can read here: write the path out';
  if (specifier.startsWith('node:')) {
    const allowed = room.node ?? [];
    return allowed.includes('*') || allowed.includes(specifier)
      ? null
      : `imports ${specifier}: ${room.room} may not use the platform`;
  }
  if (!specifier.startsWith('.')) {
    const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
    return room.packages?.includes(name) === true
      ? null
      : `imports the package ${name}: not one of those of ${room.room}`;
  }
  const target = path.posix.join(path.posix.dirname(from), specifier.replace(/\?.*$/, ''));
  const goal = roomOf(target);
  if (goal?.room === room.room) return null;
  const listed = (list: readonly string[]) => list.some((each) => each === target || each === goal?.room);
  if (listed(room.rooms)) return null;
  if (listed(room.types ?? []))
    return typeOnly ? null : `imports values of ${target}: ${room.room} may use its types only`;
  return `imports ${target}: ${room.room} may not import ${goal?.room ?? 'from outside the rooms'}`;
}
