// `npm run verify -- [--data DIR]`: says in one sentence whether the journal is whole. Ends with 0 where it is, 1 where
// a row is bad, 2 where there is no journal to read.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyJournal } from './verification.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: './data' } } });
const file = join(values.data, 'journal.sqlite');
if (!existsSync(file)) {
  console.error(`There is no journal at ${file}.`);
  process.exitCode = 2;
} else {
  const verified = verifyJournal(file);
  if (verified.ok)
    console.log(
      `${file}: ${verified.rows} rows, all as they were written; the last one's hash is ${verified.hash}.`,
    );
  else {
    console.error(
      `${file}: row ${verified.seq} is ${verified.fault}; everything before it is as it was written.`,
    );
    process.exitCode = 1;
  }
}
