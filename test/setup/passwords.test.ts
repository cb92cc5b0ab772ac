// Who may sign in: hashes that are never alike, the samples' known word only in a demonstration, and nobody without one.
import { scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { setupSchema } from '../../protocol/setup-schema.ts';
import { demoAccounts, hashPassword, verifyPassword } from '../../server/setup/passwords.ts';
import { sample } from './setup-folder.ts';

describe('a hashed password', () => {
  it('is right for its own words only', async () => {
    const stored = await hashPassword('một mật khẩu dài');
    expect(await verifyPassword('một mật khẩu dài', stored, false)).toBe(true);
    expect(await verifyPassword('một mật khẩu dàj', stored, false)).toBe(false);
    expect(await verifyPassword('', stored, false)).toBe(false);
  });

  it('is kept with its parameters and a salt of its own', async () => {
    const [first, second] = [await hashPassword('the same words'), await hashPassword('the same words')];
    expect(first).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(first).not.toBe(second);
    const { staff } = sample();
    expect(setupSchema.shape.staff.safeParse([{ ...staff[0], password: first }]).success).toBe(true);
  });

  it('is right however the keyboard composes its letters', async () => {
    const stored = await hashPassword('Đến Lượt'.normalize('NFC'));
    expect(await verifyPassword('Đến Lượt'.normalize('NFD'), stored, false)).toBe(true);
  });

  it('is checked with the parameters that it was made with', async () => {
    const key = scryptSync('older', 'saltsaltsaltsalt', 32, { N: 1024 }).toString('base64url');
    const cheaper = `scrypt$1024$8$1$${Buffer.from('saltsaltsaltsalt').toString('base64url')}$${key}`;
    expect(await verifyPassword('older', cheaper, false)).toBe(true);
  });
});

describe('the samples’ known password', () => {
  it.each([
    ['denluot', true, true],
    ['denluot', false, false],
    ['demo', true, false],
    ['', true, false],
  ])('%j with demonstration %j is right: %j', async (password, allowed, right) => {
    expect(await verifyPassword(password, 'demo', allowed)).toBe(right);
  });

  it('is in force for every account of a sample', () => {
    const setup = sample();
    expect(demoAccounts(setup)).toEqual(setup.staff.map((each) => each.username));
    setup.staff[0]!.password = null;
    expect(demoAccounts(setup)).not.toContain('quantri');
  });
});

it.each([null, undefined])('an account with password %j never signs in', async (stored) => {
  for (const password of ['', 'denluot', 'null', 'undefined'])
    expect(await verifyPassword(password, stored, true)).toBe(false);
});
