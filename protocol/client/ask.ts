// Requests of a screen over HTTP: JSON in and out, problems as values, a command id where the request is a command.
import type { Problem } from '../refusals.ts';
import { newCommandId } from './command-id.ts';

export type Asked<T> =
  | { readonly ok: true; readonly body: T }
  | { readonly ok: false; readonly problem: Problem };
type Request = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly commandId?: string;
  /** How long the answer may take, ms. */
  readonly withinMs?: number;
};

const answerWithinMs = 6_000;
const notReached: Problem = { type: 'about:blank', title: '', status: 0, code: 'not-reached' };

/** Fetches `path`; a lost link, no answer in time, or an answer that is not this server's is `not-reached`, status 0. */
export async function ask<T>(
  path: string,
  { method = 'GET', body, commandId, withinMs = answerWithinMs }: Request = {},
): Promise<Asked<T>> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': document.documentElement.lang || 'vi',
  };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (commandId !== undefined) headers['idempotency-key'] = commandId;
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), withinMs);
  try {
    const response = await fetch(path, {
      method,
      headers,
      signal: giveUp.signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text === '' ? null : JSON.parse(text);
    if (response.ok) return { ok: true, body: answer as T };
    return { ok: false, problem: isProblem(answer) ? answer : notReached };
  } catch {
    return { ok: false, problem: notReached };
  } finally {
    clearTimeout(timer);
  }
}

function isProblem(answer: unknown): answer is Problem {
  return (
    typeof answer === 'object' && answer !== null && typeof (answer as Partial<Problem>).code === 'string'
  );
}

/** A command over HTTP, tried again with the same id while the server is not reached. */
export async function askCommand<T>(path: string, body: unknown, tries = 4): Promise<Asked<T>> {
  const commandId = newCommandId();
  let answer: Asked<T> = await ask<T>(path, { method: 'POST', body, commandId });
  for (let attempt = 1; attempt < tries && !answer.ok && answer.problem.status === 0; attempt += 1) {
    await new Promise((resume) => setTimeout(resume, 400 * attempt));
    answer = await ask<T>(path, { method: 'POST', body, commandId });
  }
  return answer;
}
