// The document on disk through power cuts and slips of the pen: what is read, what is kept, and what is said.
import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonFile } from '../../server/setup/json-file.ts';
import { emptyFolder, everything } from './setup-folder.ts';

const former = { name: 'former', list: [{ id: 1 }, { id: 2 }] };
const newest = { name: 'newest', list: [{ id: 1 }, { id: 2 }, { id: 3 }] };

/** A file written twice, so that its `.bak` holds the former document. */
function writtenTwice(): string {
  const file = join(emptyFolder(), 'centre.json');
  const adapter = jsonFile(file);
  adapter.write(former);
  adapter.write(newest);
  return file;
}

describe('a document that is whole', () => {
  it('is read back as it was written, with the one before it beside it', () => {
    const file = writtenTwice();
    const adapter = jsonFile(file);
    expect(adapter.read()).toEqual(newest);
    expect(adapter.warnings).toEqual([]);
    expect(JSON.parse(readFileSync(`${file}.bak`, 'utf8'))).toEqual(former);
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it('is for a person to read', () => {
    expect(readFileSync(writtenTwice(), 'utf8')).toBe(`${JSON.stringify(newest, null, 2)}\n`);
  });

  it('is its owner’s alone unless somebody gave it another mode', () => {
    const file = writtenTwice();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    rmSync(file);
    writeFileSync(file, JSON.stringify(former), { mode: 0o640 });
    jsonFile(file).write(newest);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('is read whatever its lay-out', () => {
    const file = writtenTwice();
    writeFileSync(file, JSON.stringify({ name: 'by hand' }));
    expect(jsonFile(file).read()).toEqual({ name: 'by hand' });
  });
});

describe('after a power cut', () => {
  const whole = `${JSON.stringify(newest, null, 2)}\n`;
  it.each<[string, (file: string) => void]>([
    ['missing', (file) => rmSync(file)],
    ['empty', (file) => truncateSync(file, 0)],
    ['all zeros', (file) => writeFileSync(file, Buffer.alloc(whole.length))],
    ['zeros at the end', (file) => writeFileSync(file, whole.slice(0, 20) + '\0'.repeat(20))],
  ])('a file that is %s is read from its .bak, and that is said', (_, cut) => {
    const file = writtenTwice();
    cut(file);
    const adapter = jsonFile(file);
    expect(adapter.read()).toEqual(former);
    expect(adapter.warnings).toHaveLength(1);
    expect(adapter.warnings[0]).toContain(`${file}.bak`);
  });

  it('a file cut off anywhere is read from its .bak', () => {
    const file = writtenTwice();
    for (let length = 0; length < whole.trimEnd().length; length++) {
      writeFileSync(file, whole.slice(0, length));
      expect(jsonFile(file).read(), `cut at ${length}`).toEqual(former);
    }
  });

  it('reading writes nothing, and the next edit keeps the torn file aside and the .bak as it was', () => {
    const file = writtenTwice();
    writeFileSync(file, whole.slice(0, 30));
    const before = everything(join(file, '..'));
    const adapter = jsonFile(file);
    adapter.read();
    expect(everything(join(file, '..'))).toEqual(before);
    adapter.write({ name: 'next' });
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(whole.slice(0, 30));
    expect(JSON.parse(readFileSync(`${file}.bak`, 'utf8'))).toEqual(former);
    expect(jsonFile(file).read()).toEqual({ name: 'next' });
  });

  it('nothing is read where neither file is whole', () => {
    const file = writtenTwice();
    rmSync(file);
    writeFileSync(`${file}.bak`, '{');
    expect(jsonFile(file).read()).toBeNull();
  });
});

it('does not pass over an edit by hand that has a slip in it', () => {
  const file = writtenTwice();
  writeFileSync(file, readFileSync(file, 'utf8').replace('"newest",', '"newest",,'));
  expect(() => jsonFile(file).read()).toThrow(SyntaxError);
});

it('knows when somebody else has changed the file', () => {
  const file = writtenTwice();
  const adapter = jsonFile(file);
  adapter.read();
  expect(adapter.changedOutside()).toBe(false);
  adapter.write(former);
  expect(adapter.changedOutside()).toBe(false);
  jsonFile(file).write(newest);
  expect(adapter.changedOutside()).toBe(true);
});
