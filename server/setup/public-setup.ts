// The set-up document as a technician's browser sees it: secrets are shown as the word "kept" and come back as such, so
// that an edit neither shows nor loses them. A new password is written as `new:` and the words, and hashed on keeping.
import type { Setup } from '../../protocol/setup-schema.ts';
import { hashPassword } from './passwords.ts';

export const keptSecret = 'kept';
const newPassword = 'new:';

export function withoutSecrets(setup: Setup): unknown {
  return {
    ...setup,
    staff: setup.staff.map((each) => ({ ...each, password: each.password === null ? null : keptSecret })),
    devices: {
      ...setup.devices,
      screens: setup.devices.screens.map((each) => ({ ...each, tokenHash: keptSecret })),
    },
  };
}

/**
 * Puts the secrets in force back where the edit says "kept", by username and by screen id; hashes new passwords. What
 * cannot be kept (an account of another name, fewer than eight characters) stays as written, which the schema refuses.
 */
export async function withKeptSecrets(edited: unknown, current: Setup): Promise<unknown> {
  if (typeof edited !== 'object' || edited === null) return edited;
  const { staff, devices } = edited as { staff?: unknown; devices?: { screens?: unknown } };
  const passwords = new Map<unknown, unknown>(current.staff.map((each) => [each.username, each.password]));
  const tokens = new Map<unknown, unknown>(current.devices.screens.map((each) => [each.id, each.tokenHash]));
  return {
    ...edited,
    ...(Array.isArray(staff)
      ? { staff: await Promise.all(staff.map((each: unknown) => withPassword(each, passwords))) }
      : {}),
    ...(Array.isArray(devices?.screens)
      ? { devices: { ...devices, screens: devices.screens.map((each: unknown) => withToken(each, tokens)) } }
      : {}),
  };
}

async function withPassword(account: unknown, passwords: ReadonlyMap<unknown, unknown>): Promise<unknown> {
  if (typeof account !== 'object' || account === null || !('password' in account) || !('username' in account))
    return account;
  if (account.password === keptSecret)
    return passwords.has(account.username)
      ? { ...account, password: passwords.get(account.username) }
      : account;
  if (typeof account.password !== 'string' || !account.password.startsWith(newPassword)) return account;
  const words = account.password.slice(newPassword.length);
  return words.length < 8 ? account : { ...account, password: await hashPassword(words) };
}

function withToken(screen: unknown, tokens: ReadonlyMap<unknown, unknown>): unknown {
  if (typeof screen !== 'object' || screen === null || !('tokenHash' in screen) || !('id' in screen))
    return screen;
  return screen.tokenHash === keptSecret && tokens.has(screen.id)
    ? { ...screen, tokenHash: tokens.get(screen.id) }
    : screen;
}
