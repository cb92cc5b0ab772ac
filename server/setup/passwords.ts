// Passwords of staff: scrypt from OpenSSL through Node, off the main thread, with its parameters kept beside the hash so
// that they can be raised. "demo" stands for the samples' known password and counts only in a demonstration.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { Setup } from '../../protocol/setup-schema.ts';

/** The password of every account of the samples. */
const demoPassword = 'denluot';
const cost = { N: 2 ** 15, r: 8, p: 1 };
const hashBytes = 32;
/** Checked where there is no such account, so that the answer takes as long. */
const nobody = `scrypt$${cost.N}$${cost.r}$${cost.p}$AAAAAAAAAAAAAAAAAAAAAA$${'A'.repeat(43)}`;

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const maxmem = 256 * Number(options.N) * Number(options.r);
    scrypt(password.normalize('NFC'), salt, hashBytes, { ...options, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return `scrypt$${cost.N}$${cost.r}$${cost.p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/** Whether the password is the stored one; `stored` null or unknown takes as long and is never right. */
export async function verifyPassword(
  password: string,
  stored: string | null | undefined,
  demoAllowed: boolean,
): Promise<boolean> {
  if (stored === 'demo') return demoAllowed && password === demoPassword;
  const [, n, r, p, salt = '', hash = ''] = (stored ?? nobody).split('$');
  const key = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(n),
    r: Number(r),
    p: Number(p),
  });
  const wanted = Buffer.from(hash, 'base64url');
  return wanted.length === key.length && timingSafeEqual(wanted, key) && typeof stored === 'string';
}

/** Who may sign in with the samples' known password. */
export function demoAccounts(setup: Setup): string[] {
  return setup.staff.filter((each) => each.password === 'demo').map((each) => each.username);
}
