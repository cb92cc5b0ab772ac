// The real server, killed at random moments: nothing that was acknowledged is lost, nothing is there twice, and a command
// repeated under its id gives one result.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { crashRounds } from './crash.ts';

test('twenty rounds of kill -9 under load', { timeout: 240_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'denluot-crash-'));
  try {
    const figures = await crashRounds(dataDir, 20, 'twenty rounds');
    expect(figures).toMatchObject({ rounds: 20, lost: 0, doubled: 0, changed: 0 });
    expect(figures.acknowledged).toBeGreaterThan(100);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
