// Each kind of damage that somebody with the file in hand could do: verification names the first bad row. And the one it
// cannot see.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DatabaseSync } from '../../server/journal/sqlite.ts';
import { verifyJournal } from '../../server/journal/verification.ts';
import { verifyCommand } from '../../server/journal/verify-command.ts';
import { clock } from '../support/domain-clock.ts';
import {
  called,
  dayStarted,
  finished,
  issued,
  opened as openedCounter,
  rated,
} from '../support/domain-facts.ts';
import { append, journalFile, opened, temporaryFolder } from './journal-files.ts';

/** A closed journal of eight rows. */
function writtenJournal(): { file: string; head: string } {
  const file = journalFile();
  const journal = opened(file);
  journal.append(append([dayStarted(), openedCounter('c01'), issued('A001'), issued('A002')]));
  journal.append(append([called('A001', 'c01')], { at: clock('08:05') }));
  journal.append(append([finished('A001', 'c01'), rated('A001', 'c01', 'dis_time')], { at: clock('08:09') }));
  journal.append(append([issued('A003')], { at: clock('08:10') }));
  const head = journal.rowsAfter(7, 1)[0]?.hash ?? '';
  journal.close();
  return { file, head };
}

function damage(file: string, ...statements: string[]): void {
  const db = new DatabaseSync(file);
  for (const statement of statements) db.exec(statement);
  db.close();
}

test('a journal as it was written: its rows and its last hash', () => {
  const { file, head } = writtenJournal();
  expect(verifyJournal(file)).toEqual({ ok: true, rows: 8, head });
});

test('an empty journal is whole', () => {
  const file = journalFile();
  opened(file).close();
  expect(verifyJournal(file)).toEqual({ ok: true, rows: 0, head: '0'.repeat(64) });
});

describe('an altered row is named', () => {
  test.each([
    ['payload', "payload = replace(payload, 'dis_time', 'sat_service')"],
    ['payload by a space', "payload = payload || ' '"],
    ['time', 'at = at + 1'],
    ['business day', "business_day = '2026-11-22'"],
    ['type', "type = 'ticket-recalled'"],
    ['schema version', 'schema_version = 2'],
    ['actor', "actor = 'staff:canbo02'"],
    ['command', "command_id = 'another'"],
    ['hash', "hash = replace(hash, substr(hash, 1, 1), 'x')"],
  ])('%s', (_, change) => {
    const { file } = writtenJournal();
    damage(file, `UPDATE events SET ${change} WHERE seq = 7`);
    expect(verifyJournal(file)).toEqual({ ok: false, seq: 7, reason: 'altered' });
  });
});

describe('what else can be done to a file', () => {
  test('a row taken out', () => {
    const { file } = writtenJournal();
    damage(file, 'DELETE FROM events WHERE seq = 3');
    expect(verifyJournal(file)).toEqual({ ok: false, seq: 3, reason: 'missing' });
  });

  test('the first row taken out', () => {
    const { file } = writtenJournal();
    damage(file, 'DELETE FROM events WHERE seq = 1');
    expect(verifyJournal(file)).toEqual({ ok: false, seq: 1, reason: 'missing' });
  });

  test('a row taken out and the rest moved up', () => {
    const { file } = writtenJournal();
    damage(file, 'DELETE FROM events WHERE seq = 3');
    for (let seq = 4; seq <= 8; seq += 1)
      damage(file, `UPDATE events SET seq = ${seq - 1} WHERE seq = ${seq}`);
    expect(verifyJournal(file)).toEqual({ ok: false, seq: 3, reason: 'altered' });
  });

  test('two rows put in each other’s place', () => {
    const { file } = writtenJournal();
    damage(
      file,
      'UPDATE events SET seq = 100 WHERE seq = 3',
      'UPDATE events SET seq = 3 WHERE seq = 4',
      'UPDATE events SET seq = 4 WHERE seq = 100',
    );
    expect(verifyJournal(file)).toEqual({ ok: false, seq: 3, reason: 'altered' });
  });

  test('a row put in before the first', () => {
    const { file } = writtenJournal();
    damage(
      file,
      'INSERT INTO events SELECT 0, at, business_day, type, 1, payload, actor, command_id, hash FROM events WHERE seq = 1',
    );
    expect(verifyJournal(file)).toEqual({ ok: false, seq: 0, reason: 'altered' });
  });

  test('the first of several damaged rows is named', () => {
    const { file } = writtenJournal();
    damage(file, "UPDATE events SET actor = 'x' WHERE seq IN (2, 5)", 'DELETE FROM events WHERE seq = 7');
    expect(verifyJournal(file)).toEqual({ ok: false, seq: 2, reason: 'altered' });
  });

  test('rows cut off at the end leave no trace but the count and the last hash', () => {
    const { file, head } = writtenJournal();
    damage(file, 'DELETE FROM events WHERE seq > 6');
    const verified = verifyJournal(file);
    expect(verified).toMatchObject({ ok: true, rows: 6 });
    expect(verified).not.toMatchObject({ head });
  });
});

test('any change of one character in any payload is found at its row', () => {
  const { file } = writtenJournal();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), (seq, place) => {
      const db = new DatabaseSync(file);
      const payload = String(db.prepare('SELECT payload FROM events WHERE seq = ?').get(seq)?.payload);
      const at = place % payload.length;
      const changed = `${payload.slice(0, at)}${payload[at] === 'q' ? 'Q' : 'q'}${payload.slice(at + 1)}`;
      const write = db.prepare('UPDATE events SET payload = ? WHERE seq = ?');
      write.run(changed, seq);
      expect(verifyJournal(file)).toEqual({ ok: false, seq, reason: 'altered' });
      write.run(payload, seq);
      db.close();
    }),
    { numRuns: 40 },
  );
});

test('a journal that a running server holds open can be verified beside it', () => {
  const file = journalFile();
  const journal = opened(file);
  journal.append(append([dayStarted()]));
  expect(verifyJournal(file)).toMatchObject({ ok: true, rows: 1 });
  journal.append(append([issued('A001')]));
  expect(verifyJournal(file)).toMatchObject({ ok: true, rows: 2 });
});

describe('npm run verify', () => {
  const inFolder = () => {
    const { file } = writtenJournal();
    return { file, folder: dirname(file) };
  };

  test('says in one sentence that all is whole', () => {
    const { folder } = inFolder();
    const { exitCode, sentence } = verifyCommand(['--data', folder]);
    expect(exitCode).toBe(0);
    expect(sentence).toMatch(/journal\.sqlite: 8 rows, all as they were written; .* [0-9a-f]{64} /);
    expect(sentence).not.toContain('\n');
  });

  test('names the bad row and ends with 1', () => {
    const { file, folder } = inFolder();
    damage(file, "UPDATE events SET actor = 'x' WHERE seq = 4");
    const { exitCode, sentence } = verifyCommand(['--data', folder]);
    expect(exitCode).toBe(1);
    expect(sentence).toContain('row 4 is altered');
  });

  test('ends with 2 where there is nothing to read, or something else', () => {
    const folder = temporaryFolder();
    expect(verifyCommand(['--data', folder])).toMatchObject({ exitCode: 2 });
    writeFileSync(join(folder, 'journal.sqlite'), 'no database at all, only words '.repeat(100));
    expect(verifyCommand(['--data', folder])).toMatchObject({
      exitCode: 2,
      sentence: expect.stringContaining('cannot be read as a journal'),
    });
    expect(verifyCommand(['--no-such-option'])).toMatchObject({
      exitCode: 2,
      sentence: expect.stringContaining('Usage: npm run verify'),
    });
  });
});
