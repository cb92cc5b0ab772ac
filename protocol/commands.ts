// Every command that changes the floor, as the data that a client or a timer hands in. Who may send which is decided
// by server/web (access); whether the floor allows it is decided by one file per command in server/domain.
import { z } from 'zod';
import {
  counterIdSchema,
  languageSchema,
  operatorIdSchema,
  priorityClassIdSchema,
  ratingFormIdSchema,
  serviceIdSchema,
  ticketIdSchema,
} from './ids.ts';

const note = z.string().trim().min(1).max(300);
/** The ticket the screen showed when the key was pressed; a press meant for another ticket is refused. */
const shownTicket = { ticketId: ticketIdSchema.optional() };
const atCounter = { counterId: counterIdSchema };

/** One press answers each question: question id -> chosen choice id. */
export const ratingAnswersSchema = z
  .record(z.string().min(1).max(64), z.string().min(1).max(64))
  .refine((answers) => Object.keys(answers).length <= 20, 'at most 20 answers');

export const commandSchemas = {
  'issue-ticket': z.strictObject({
    type: z.literal('issue-ticket'),
    serviceId: serviceIdSchema,
    priorityClass: priorityClassIdSchema.optional(),
    language: languageSchema.optional(),
    /** Services to be done after this one, in order, on the same ticket. */
    journey: z.array(serviceIdSchema).max(8).optional(),
  }),
  'cancel-ticket': z.strictObject({ type: z.literal('cancel-ticket'), ticketId: ticketIdSchema }),
  'open-counter': z.strictObject({ type: z.literal('open-counter'), ...atCounter }),
  'close-counter': z.strictObject({ type: z.literal('close-counter'), ...atCounter }),
  'pause-counter': z.strictObject({
    type: z.literal('pause-counter'),
    ...atCounter,
    reason: z.string().min(1).max(64),
  }),
  'resume-counter': z.strictObject({ type: z.literal('resume-counter'), ...atCounter }),
  'call-next': z.strictObject({
    type: z.literal('call-next'),
    ...atCounter,
    /** Finish the ticket being served in the same step; without it a ticket in hand refuses the call. */
    finishPresent: ticketIdSchema.optional(),
  }),
  'call-ticket': z.strictObject({ type: z.literal('call-ticket'), ...atCounter, ticketId: ticketIdSchema }),
  'recall-ticket': z.strictObject({ type: z.literal('recall-ticket'), ...atCounter, ...shownTicket }),
  'start-service': z.strictObject({ type: z.literal('start-service'), ...atCounter, ...shownTicket }),
  'finish-service': z.strictObject({ type: z.literal('finish-service'), ...atCounter, ...shownTicket }),
  'mark-no-show': z.strictObject({ type: z.literal('mark-no-show'), ...atCounter, ...shownTicket }),
  'park-ticket': z.strictObject({
    type: z.literal('park-ticket'),
    ...atCounter,
    ...shownTicket,
    reason: note,
  }),
  'resume-ticket': z.strictObject({
    type: z.literal('resume-ticket'),
    ...atCounter,
    ticketId: ticketIdSchema,
  }),
  'transfer-ticket': z.strictObject({
    type: z.literal('transfer-ticket'),
    ...atCounter,
    ...shownTicket,
    /** Exactly one of the two is given. */
    to: z.union([
      z.strictObject({ serviceId: serviceIdSchema }),
      z.strictObject({ counterId: counterIdSchema }),
    ]),
    keepPlace: z.boolean().default(false),
    journey: z.array(serviceIdSchema).max(8).optional(),
    note: note.optional(),
  }),
  'submit-rating': z.strictObject({
    type: z.literal('submit-rating'),
    ...atCounter,
    ...shownTicket,
    formId: ratingFormIdSchema,
    answers: ratingAnswersSchema,
    comment: z.string().trim().min(1).max(1000).optional(),
  }),
  'start-business-day': z.strictObject({ type: z.literal('start-business-day') }),
} as const;

export type CommandType = keyof typeof commandSchemas;
export type CommandOf<T extends CommandType> = z.infer<(typeof commandSchemas)[T]>;
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];

/** Who gave a command. A device's name is its identity; the system gives timed commands. */
export const actorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), id: operatorIdSchema, mayActAnywhere: z.boolean() }),
  z.strictObject({
    kind: z.literal('device'),
    id: z.string().min(1).max(64),
    /** The counter at which a pad or a scanner stands: it acts for the officer there. */
    counterId: counterIdSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('citizen'), id: z.literal('ticket-link') }),
  z.strictObject({ kind: z.literal('system'), id: z.literal('clock') }),
]);
export type Actor = z.infer<typeof actorSchema>;

/** The operator's actions as they are named in the contract, and the command each one gives. */
export const counterActions = {
  open: 'open-counter',
  close: 'close-counter',
  pause: 'pause-counter',
  resume: 'resume-counter',
  'call-next': 'call-next',
  call: 'call-ticket',
  recall: 'recall-ticket',
  start: 'start-service',
  finish: 'finish-service',
  'no-show': 'mark-no-show',
  park: 'park-ticket',
  'resume-ticket': 'resume-ticket',
  transfer: 'transfer-ticket',
} as const satisfies Record<string, CommandType>;
export type CounterAction = keyof typeof counterActions;
export const counterActionNames = Object.keys(counterActions) as CounterAction[];
