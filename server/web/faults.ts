// The last stop of a fault: what went wrong becomes a problem with a stable code; what nobody foresaw is logged and told
// as such, without its insides.
import type { ErrorRequestHandler, Request } from 'express';
import type { Problem, ProblemCode } from '../../protocol/refusals.ts';
import { JournalUnavailable } from '../application/journal-port.ts';
import type { Log } from './doors.ts';
import { languageOf, ProblemError, problemOf, sendProblem } from './problems.ts';

export function faultHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    if (error instanceof ProblemError) return sendProblem(request, response, error.code, error.details);
    sendProblem(request, response, codeOf(error, log, request));
  };
}

export function asProblem(error: unknown, acceptLanguage: string | undefined, log: Log): Problem {
  const language = languageOf(acceptLanguage);
  if (error instanceof ProblemError) return problemOf(error.code, language, error.details);
  return problemOf(codeOf(error, log), language);
}

function codeOf(error: unknown, log: Log, request?: Request): ProblemCode {
  if (error instanceof JournalUnavailable) return 'journal-unavailable';
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.parse.failed' || error instanceof URIError) return 'malformed-json';
  if (type === 'entity.too.large') return 'body-too-large';
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return 'wrong-content-type';
  if (type === 'request.aborted' || type === 'request.size.invalid') return 'invalid-request';
  log('error', 'a request failed', {
    path: request?.path ?? 'socket',
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return 'internal-error';
}
