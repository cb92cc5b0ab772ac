// Why the floor, or the door before it, says no. Codes are stable; the sentence for each is in protocol/locales on
// the page `problem`. A refusal is a value of the domain; a problem is anything the contract answers as problem+json.
import { z } from 'zod';

/** Refusals of the floor, each with the HTTP status that carries it. */
export const refusalStatus = {
  'unknown-service': 404,
  'unknown-counter': 404,
  'unknown-ticket': 404,
  'unknown-priority-class': 404,
  'unknown-rating-form': 404,
  'unknown-work-profile': 404,
  'unknown-operator': 404,
  'intake-closed': 409,
  'intake-stopped': 409,
  'service-not-offered': 409,
  'daily-limit-reached': 409,
  'series-exhausted': 409,
  'too-many-waiting': 409,
  'not-your-counter': 403,
  'counter-not-open': 409,
  'counter-already-open': 409,
  'counter-paused': 409,
  'counter-not-paused': 409,
  'operator-at-another-counter': 409,
  'operator-not-at-a-counter': 409,
  'operator-without-skill': 409,
  'unknown-outcome': 409,
  'nothing-to-undo': 409,
  'too-late-to-undo': 409,
  'no-help-called': 409,
  'not-absent': 409,
  'too-many-returns': 409,
  'not-due': 409,
  'not-lent': 409,
  'lending-already-over': 409,
  'unknown-pause-reason': 409,
  'nobody-waiting': 409,
  'ticket-in-hand': 409,
  'no-ticket-in-hand': 409,
  'not-in-hand': 409,
  'not-waiting': 409,
  'not-parked': 409,
  'not-called': 409,
  'not-serving': 409,
  'already-ended': 409,
  'reserved-for-another-counter': 409,
  'transfer-to-itself': 409,
  'too-many-recalls': 409,
  'nothing-to-rate': 409,
  'already-rated': 409,
  'form-not-in-force': 409,
  'invalid-answers': 400,
  'day-already-started': 409,
} as const;
export type RefusalCode = keyof typeof refusalStatus;
export type RefusalParams = Readonly<Record<string, string | number>>;
export type Refusal = { readonly code: RefusalCode; readonly params: RefusalParams };

/** Faults of the request or of the server that are not refusals of the floor. */
export const problemStatus = {
  'malformed-json': 400,
  'invalid-request': 400,
  'missing-command-id': 400,
  'format-not-offered': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'session-expired': 401,
  'device-not-paired': 401,
  'not-allowed': 403,
  'wrong-origin': 403,
  'not-found': 404,
  'unknown-report': 404,
  'unknown-pairing-code': 404,
  'unknown-call': 404,
  'unknown-announcement': 404,
  'unknown-file': 404,
  'unknown-zone': 404,
  'unknown-day': 404,
  'method-not-allowed': 405,
  'pairing-not-approved': 409,
  'command-id-reused': 409,
  'setup-changed-meanwhile': 409,
  'too-many-announcements': 409,
  'too-many-files': 409,
  'file-in-use': 409,
  'no-room-for-files': 409,
  'body-too-large': 413,
  'file-too-large': 413,
  'wrong-content-type': 415,
  'wrong-file-type': 415,
  'invalid-figures': 422,
  'invalid-setup': 422,
  'trial-too-large': 422,
  'too-many-requests': 429,
  'no-voice': 503,
  'trial-too-long': 503,
  'journal-unavailable': 503,
  'internal-error': 500,
} as const;
export type ProblemCode = keyof typeof problemStatus | RefusalCode;

/** RFC 9457 problem details; `code` is stable, `title` is one sentence in the asker's language. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Where in the request the fault is, for `invalid-request` and `invalid-setup`: dotted path and sentence. */
  errors: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .max(50)
    .optional(),
});
export type Problem = z.infer<typeof problemSchema>;
