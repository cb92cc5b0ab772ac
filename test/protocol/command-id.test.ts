// Ids that a screen chooses: of the form the contract takes, long enough to be nobody else's, and never the same twice.
import { expect, it } from 'vitest';
import { newCommandId } from '../../protocol/client/command-id.ts';
import { commandIdSchema } from '../../protocol/ids.ts';

it('is 96 random bits in the form of the contract', () => {
  const id = newCommandId();
  expect(id).toMatch(/^c[0-9a-f]{24}$/);
  expect(commandIdSchema.parse(id)).toBe(id);
});

it('is another each time', () => {
  const ids = Array.from({ length: 5_000 }, newCommandId);
  expect(new Set(ids).size).toBe(ids.length);
});

it('leaves no digit out', () => {
  const ids = Array.from({ length: 500 }, () => newCommandId().slice(1));
  for (let place = 0; place < 24; place += 1)
    expect(new Set(ids.map((id) => id[place])).size, `digit ${place}`).toBe(16);
});
