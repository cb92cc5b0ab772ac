// Refusals and faults on their way out: problem+json (RFC 9457) with a stable code and a sentence in the asker's language.
import type { Request, Response } from 'express';
import type { Language } from '../../protocol/ids.ts';
import { problemEn } from '../../protocol/locales/en/problem.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { problemVi } from '../../protocol/locales/vi/problem.ts';
import {
  type Problem,
  type ProblemCode,
  problemStatus,
  type RefusalParams,
  refusalStatus,
} from '../../protocol/refusals.ts';

const text = textPage(problemVi, problemEn);
const statuses: Record<ProblemCode, number> = { ...problemStatus, ...refusalStatus };
type Details = {
  readonly params?: RefusalParams;
  readonly errors?: { path: string; message: string }[];
  readonly retryAfterSeconds?: number;
};

/** Thrown by a handler to end a request with a problem. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: Details;
  constructor(code: ProblemCode, details: Details = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export function problemOf(
  code: ProblemCode,
  language: Language,
  { params = {}, errors }: Details = {},
): Problem {
  return {
    type: `urn:denluot:problem:${code}`,
    title: text(language, code, params),
    status: statuses[code],
    code,
    ...(Object.keys(params).length > 0 ? { params: { ...params } } : {}),
    ...(errors === undefined ? {} : { errors: errors.slice(0, 50) }),
  };
}

export function languageOf(header: string | undefined): Language {
  return /^\s*en\b/i.test(header ?? '') ? 'en' : 'vi';
}

export function sendProblem(
  request: Request,
  response: Response,
  code: ProblemCode,
  details: Details = {},
): void {
  if (details.retryAfterSeconds !== undefined)
    response.setHeader('retry-after', String(details.retryAfterSeconds));
  const problem = problemOf(code, languageOf(request.headers['accept-language']), details);
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
