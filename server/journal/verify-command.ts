// `npm run verify -- [--data DIR]`: says in one sentence whether the journal is whole. Ends with 0 where it is, 1 where
// a row is bad, 2 where there is no journal to read.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyJournal } from './verification.ts';

export type VerifyAnswer = { readonly exitCode: 0 | 1 | 2; readonly sentence: string };

/** Does what the arguments of the command line ask. */
export function verifyCommand(args: readonly string[]): VerifyAnswer {
  let dataDir: string;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { data: { type: 'string', default: './data' } },
    });
    dataDir = values.data;
  } catch (error) {
    return unreadable(`${messageOf(error)}. Usage: npm run verify -- [--data DIR]`);
  }
  const file = join(dataDir, 'journal.sqlite');
  if (!existsSync(file)) return unreadable(`There is no journal at ${file}.`);
  try {
    return answerFor(file);
  } catch (error) {
    return unreadable(`${file} cannot be read as a journal: ${messageOf(error)}.`);
  }
}

function answerFor(file: string): VerifyAnswer {
  const verified = verifyJournal(file);
  if (!verified.ok) {
    const sentence = `${file}: row ${verified.seq} is ${verified.reason}; everything before it is as it was written.`;
    return { exitCode: 1, sentence };
  }
  const { rows, head } = verified;
  const sentence =
    rows === 0
      ? `${file}: no rows yet.`
      : `${file}: ${rows} rows, all as they were written; the last one's hash is ${head} (rows cut off after it would leave no trace: compare with an older note of it).`;
  return { exitCode: 0, sentence };
}

function unreadable(sentence: string): VerifyAnswer {
  return { exitCode: 2, sentence };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
