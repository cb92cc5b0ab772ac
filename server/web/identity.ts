// Who is asking: a member of staff by a signed session cookie, a paired screen by its own cookie, or in a demonstration
// anybody on this machine as a kiosk, display or tablet. Sessions survive a restart; a signed-out one does not come back.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ScreenKind, ScreenSetup } from '../../protocol/device-setup.ts';
import type { DeviceId, OperatorId } from '../../protocol/ids.ts';
import type { Setup, StaffSetup } from '../../protocol/setup-schema.ts';
import { deviceCookie } from '../../protocol/socket-names.ts';

export const sessionCookie = 'denluot_session';
/** Half a day: a working day and no more, seconds. */
export const sessionSeconds = 12 * 3_600;
const signedOutKept = 10_000;

export type Identity = {
  readonly staff: StaffSetup | null;
  /** Signed in once, but for too long ago. */
  readonly expired: boolean;
  readonly screen: ScreenSetup | null;
  /** A demonstration's unpaired screen on this machine. */
  readonly demoScreen: boolean;
};
export type Identities = {
  of(headers: IncomingHttpHeaders, remoteAddress: string | undefined): Identity;
  /** The cookie's value for a new session. */
  signIn(username: OperatorId): string;
  signOut(headers: IncomingHttpHeaders): void;
};

export function createIdentities(parts: {
  secret: Buffer;
  demo: boolean;
  now: () => number;
  setup: () => Setup;
}): Identities {
  const signedOut = new Set<string>();
  const signature = (body: string) => createHmac('sha256', parts.secret).update(body).digest('base64url');
  const read = (token: string | undefined): { username: string; expiresAt: number } | null => {
    const [body = '', mark = ''] = (token ?? '').split('.');
    if (token === undefined || signedOut.has(token) || !same(mark, signature(body))) return null;
    const [username = '', expires = ''] = Buffer.from(body, 'base64url').toString().split('\n');
    return { username, expiresAt: Number(expires) };
  };
  return {
    of(headers, remoteAddress) {
      const cookies = cookiesOf(headers);
      const session = read(cookies.get(sessionCookie));
      const expired = session !== null && session.expiresAt <= parts.now();
      const account =
        session === null || expired
          ? undefined
          : parts.setup().staff.find((each) => each.username === session.username);
      const staff = account === undefined || account.password === null ? null : account;
      const screen = screenOf(parts.setup(), cookies.get(deviceCookie));
      return {
        staff,
        expired,
        screen,
        demoScreen: parts.demo && screen === null && isLoopback(remoteAddress),
      };
    },
    signIn(username) {
      const expiresAt = parts.now() + sessionSeconds * 1_000;
      const body = Buffer.from(
        [username, expiresAt, randomBytes(9).toString('base64url')].join('\n'),
      ).toString('base64url');
      return `${body}.${signature(body)}`;
    },
    signOut(headers) {
      const token = cookiesOf(headers).get(sessionCookie);
      if (token === undefined || read(token) === null) return;
      if (signedOut.size >= signedOutKept) signedOut.delete(signedOut.values().next().value ?? '');
      signedOut.add(token);
    },
  };
}

/** Whether this asker counts as a paired screen of one of these kinds. */
export function isScreen(identity: Identity, kinds: readonly ScreenKind[]): boolean {
  return identity.demoScreen || (identity.screen !== null && kinds.includes(identity.screen.kind));
}

export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function screenOf(setup: Setup, cookie: string | undefined): ScreenSetup | null {
  const [id = '', secret = ''] = (cookie ?? '').split('~');
  const screen = setup.devices.screens.find((each) => each.id === id);
  return screen !== undefined && same(secretHash(secret), screen.tokenHash) ? screen : null;
}

function cookiesOf(headers: IncomingHttpHeaders): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (headers.cookie ?? '').split(';')) {
    const [name = '', ...value] = part.trim().split('=');
    if (name !== '') cookies.set(name, value.join('='));
  }
  return cookies;
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

export function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}

/** The kiosk that asks, whose printer is the nearest; null for anybody else. */
export function kioskOf({ screen }: Identity): DeviceId | null {
  return screen?.kind === 'kiosk' ? screen.id : null;
}
