// Former versions of the set-up document, in the folder `setup-history` beside it: each is kept in the order in which it
// was replaced, whatever its revision says, because an old one may be taken back into force. Nothing else is removed.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Setup } from '../../protocol/setup-schema.ts';
import { replaceSynced } from './json-file.ts';

const historyKept = 20;
const kept = /^(\d{6})-revision-\d+\.json$/;

/** Keeps the version that an edit replaces, and no more than the newest twenty. */
export function keepFormer(file: string, former: Setup): void {
  const folder = join(dirname(file), 'setup-history');
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(folder)
    .filter((name) => kept.test(name))
    .sort();
  const place = Number(kept.exec(names.at(-1) ?? '')?.[1] ?? 0) + 1;
  const name = `${String(place).padStart(6, '0')}-revision-${former.revision}.json`;
  replaceSynced(join(folder, name), `${JSON.stringify(former, null, 2)}\n`);
  for (const old of names.slice(0, -(historyKept - 1))) rmSync(join(folder, old), { force: true });
}
