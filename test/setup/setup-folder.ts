// A data folder of its own for each test, begun from a sample and removed afterwards, and samples as checked documents.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Setup, setupSchema } from '../../protocol/setup-schema.ts';
import { packageRoot } from '../../server/package-root.ts';
import { createFromSample } from '../../server/setup/setup-store.ts';

export type SampleName = 'soc-trang' | 'commune';

export function sample(name: SampleName = 'commune'): Setup {
  const file = join(packageRoot(), 'server', 'setup', 'samples', `${name}.json`);
  return setupSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'denluot-setup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The path of `centre.json` in a folder of its own, a copy of the sample. */
export function centreFile(name: SampleName = 'commune'): string {
  const file = join(emptyFolder(), 'centre.json');
  createFromSample(file, name);
  return file;
}

/** Every file below a folder with its text. */
export function everything(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Object.fromEntries(
    files.map((each) => [
      join(each.parentPath, each.name),
      readFileSync(join(each.parentPath, each.name), 'utf8'),
    ]),
  );
}

/** The document as it stands in the file, unchecked. */
export function onDisk(file: string): Setup {
  return JSON.parse(readFileSync(file, 'utf8')) as Setup;
}
