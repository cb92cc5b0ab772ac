// Who asks a running centre over the wire, as a browser does: staff with their session, paired screens with their cookie, and
// anybody; and centres that are no demonstration, with screens that are paired from the beginning.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { ScreenKind } from '../../protocol/device-setup.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { Envelope } from '../../protocol/socket-names.ts';
import { hashPassword } from '../../server/setup/passwords.ts';
import { secretHash } from '../../server/web/identity.ts';
import { sample } from '../setup/setup-folder.ts';

export type Answered = {
  readonly status: number;
  /** The problem's code; null for an answer that is none. */
  readonly code: string | null;
  // What an answer has is what its test says.
  readonly body: Record<string, never> & { errors?: { path: string; message: string }[] };
  readonly headers: Headers;
  readonly bytes: Buffer;
};
export type Asker = {
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  /** `401 not-signed-in`, or the status alone. */
  refusal(method: string, path: string, body?: unknown): Promise<string>;
};

export function asker(url: string, cookie = ''): Asker {
  const ask: Asker['ask'] = async (method, path, body, headers = {}) => {
    const isFile = Buffer.isBuffer(body);
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined || isFile ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const parsed = isJson ? JSON.parse(bytes.toString()) : {};
    const code = response.ok ? null : (parsed.code ?? null);
    return { status: response.status, code, body: parsed, headers: response.headers, bytes };
  };
  return {
    ask,
    async refusal(method, path, body) {
      const { status, code } = await ask(method, path, body);
      return code === null ? String(status) : `${status} ${code}`;
    },
  };
}

/** A member of staff who has signed in. */
export async function signedIn(
  url: string,
  username: string,
  password = 'denluot',
): Promise<Asker & { cookie: string }> {
  const { headers, status } = await asker(url).ask('POST', '/api/v1/session', { username, password });
  if (status >= 300) throw new Error(`${username} could not sign in: ${status}`);
  const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { ...asker(url, cookie), cookie };
}

export const ownPassword = 'mat-khau-rieng';
export const screenCookie = (id: string, secret = `secret-of-${id}`) => `denluot_device=${id}~${secret}`;

/** The data folder of a centre; one that is no demonstration has passwords of its own and these screens. Who asked removes it. */
export async function centreFolder(
  change: (setup: Setup) => Setup,
  real: { readonly screens: Readonly<Record<string, ScreenKind>> } | null = null,
): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'denluot-asked-'));
  const setup = change(sample('soc-trang'));
  const password = real === null ? null : await hashPassword(ownPassword);
  const screens = Object.entries(real?.screens ?? {}).map(([id, kind]) => ({
    ...{ id, kind, name: id, tokenHash: secretHash(`secret-of-${id}`), counterId: null, zoneId: null },
    ...{ sound: true, arrows: {} },
  }));
  const document = {
    ...setup,
    staff: setup.staff.map((each) => ({ ...each, password: password ?? each.password })),
    devices: { ...setup.devices, screens },
  };
  writeFileSync(join(dataDir, 'centre.json'), JSON.stringify(document));
  return dataDir;
}

/** A calling officer: opens the counter and calls somebody for it. Gives the number. */
export async function callAt(
  url: string,
  counter: string,
  serviceId: string,
  password = 'denluot',
): Promise<string> {
  const officer = await signedIn(url, `canbo${counter}`, password);
  const send = async (path: string, body: unknown) => {
    const key = { 'idempotency-key': randomUUID() };
    const answer = await officer.ask('POST', path, body, key);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.code}`);
    return answer.body as unknown as { ticket: { number: string } };
  };
  await send('/api/v1/tickets', { serviceId });
  await send(`/api/v1/counters/c${counter}/open`, {});
  return (await send(`/api/v1/counters/c${counter}/call-next`, {})).ticket.number;
}

/** A screen at the live socket; it is gone at the test's end. */
export async function liveScreen(url: string, cookie = '') {
  const socket: Socket = io(url, {
    ...{ path: '/live', transports: ['websocket'], forceNew: true, reconnection: false },
    extraHeaders: cookie === '' ? {} : { cookie },
  });
  onTestFinished(() => void socket.disconnect());
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  const shown: Envelope[] = [];
  const versions: string[] = [];
  socket.on('view', (envelope: Envelope) => void shown.push(envelope));
  socket.on('heartbeat', ({ version }: { version: string }) => void versions.push(version));
  return {
    ...{ shown, versions },
    isConnected: () => socket.connected,
    /** `ok`, or why not. */
    async subscribe(subscription: object): Promise<string> {
      const answer = await socket.emitWithAck('subscribe', subscription);
      return answer.ok ? 'ok' : String(answer.problem.code);
    },
    report: (message: unknown): Promise<{ ok: boolean }> => socket.emitWithAck('report', message),
  };
}

/** Changes the set-up as a technician does: all of it, in the revision in force. */
export async function editSetup(technician: Asker, change: (setup: Setup) => unknown): Promise<Answered> {
  const { body } = await technician.ask('GET', '/api/v1/setup');
  return technician.ask('PUT', '/api/v1/setup', change(body as unknown as Setup));
}

export type People = Record<'supervisor' | 'technician' | 'guide' | 'officer' | 'anybody', Asker>;
/** One of each role of a sample centre, and somebody who has not signed in. */
export async function peopleOf(url: string): Promise<People> {
  return {
    supervisor: await signedIn(url, 'giamsat'),
    technician: await signedIn(url, 'quantri'),
    guide: await signedIn(url, 'huongdan'),
    officer: await signedIn(url, 'canbo01'),
    anybody: asker(url),
  };
}
