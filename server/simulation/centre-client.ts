// A client of the real API, as screens and integrators use it: sign in, commands with ids, problems as values.
import { randomBytes } from 'node:crypto';

export type Answer<T> =
  | { readonly ok: true; readonly body: T }
  | { readonly ok: false; readonly status: number; readonly code: string };
export type CentreClient = {
  get<T>(path: string): Promise<Answer<T>>;
  /** Sends a command once under a fresh id, or under the one given. */
  command<T>(path: string, body: unknown, id?: string): Promise<Answer<T>>;
  post<T>(path: string, body: unknown): Promise<Answer<T>>;
  put<T>(path: string, body: unknown): Promise<Answer<T>>;
  /** A client with the cookie of this member of staff; null where sign-in is refused. */
  signedIn(username: string, password: string): Promise<CentreClient | null>;
};

export function centreClient(base: string, cookie = ''): CentreClient {
  const send = async <T>(
    method: string,
    path: string,
    body?: unknown,
    commandId?: string,
  ): Promise<Answer<T> & { cookie: string }> => {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (cookie !== '') headers.cookie = cookie;
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (commandId !== undefined) headers['idempotency-key'] = commandId;
    const response = await fetch(base + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const given = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const text = await response.text();
    const answer = (text === '' ? null : JSON.parse(text)) as T & { code?: string };
    if (response.ok) return { ok: true, body: answer, cookie: given };
    return { ok: false, status: response.status, code: answer.code ?? 'unknown', cookie: given };
  };
  return {
    get: (path) => send('GET', path),
    command: (path, body, id = randomBytes(12).toString('hex')) => send('POST', path, body, id),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    async signedIn(username, password) {
      const answer = await send('POST', '/api/v1/session', { username, password });
      return answer.ok ? centreClient(base, answer.cookie) : null;
    },
  };
}
