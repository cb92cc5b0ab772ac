// Where the project's own folder is, from sources and from the compiled server alike: samples and pages lie there.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package `denluot` above this file; throws where the file was moved out of it. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (folder !== dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'denluot')
      return folder;
    folder = dirname(folder);
  }
  throw new Error('the package denluot was not found above the running program');
}
