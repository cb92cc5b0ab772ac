// Every command that changes the floor, as the data that a client or a timer hands in. Who may send which is decided
// by server/web (access); whether the floor allows it is decided by one file per command in server/domain.
import { z } from 'zod';
import {
  counterIdSchema,
  epochMsSchema,
  languageSchema,
  operatorIdSchema,
  priorityClassIdSchema,
  profileIdSchema,
  ratingFormIdSchema,
  serviceIdSchema,
  ticketIdSchema,
} from './ids.ts';

const note = z.string().trim().min(1).max(300);
/** The ticket the screen showed when the key was pressed; a press meant for another ticket is refused. */
const shownTicket = { ticketId: ticketIdSchema.optional() };
const atCounter = { counterId: counterIdSchema };
const minutes = z.int().min(1).max(480);
/** What came of a service, as it is finished. */
const ending = { outcome: z.string().min(1).max(40).optional(), note: note.optional() };

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
    /** The booked time of whoever has an appointment. */
    appointmentAt: epochMsSchema.optional(),
    /** The code of a dossier, kept as it stands on the slip. */
    dossierCode: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9./-]{4,40}$/, 'must be 4-40 letters, digits, dots, strokes or hyphens')
      .optional(),
  }),
  'cancel-ticket': z.strictObject({ type: z.literal('cancel-ticket'), ticketId: ticketIdSchema }),
  'open-counter': z.strictObject({
    type: z.literal('open-counter'),
    ...atCounter,
    /** A supervisor may open it for somebody else. */
    operatorId: operatorIdSchema.optional(),
  }),
  /** Sits down at a counter that somebody else has left open. */
  'take-over-counter': z.strictObject({ type: z.literal('take-over-counter'), ...atCounter }),
  'close-counter': z.strictObject({
    type: z.literal('close-counter'),
    ...atCounter,
    /** What becomes of those whom no other open counter serves: they wait on, or are sent home with a record. */
    remaining: z.enum(['wait', 'send-home']).optional(),
  }),
  'pause-counter': z.strictObject({
    type: z.literal('pause-counter'),
    ...atCounter,
    reason: z.string().min(1).max(64),
    /** For how long it is meant to last. */
    forMinutes: minutes.optional(),
  }),
  'resume-counter': z.strictObject({ type: z.literal('resume-counter'), ...atCounter }),
  'call-next': z.strictObject({
    type: z.literal('call-next'),
    ...atCounter,
    /** Finish the ticket being served in the same step; without it a ticket in hand refuses the call. */
    finishPresent: ticketIdSchema.optional(),
    ...ending,
  }),
  'call-ticket': z.strictObject({ type: z.literal('call-ticket'), ...atCounter, ticketId: ticketIdSchema }),
  'recall-ticket': z.strictObject({ type: z.literal('recall-ticket'), ...atCounter, ...shownTicket }),
  'start-service': z.strictObject({ type: z.literal('start-service'), ...atCounter, ...shownTicket }),
  'finish-service': z.strictObject({
    type: z.literal('finish-service'),
    ...atCounter,
    ...shownTicket,
    ...ending,
  }),
  /** Another service for the same person, at once and here. */
  'continue-service': z.strictObject({
    type: z.literal('continue-service'),
    ...atCounter,
    ...shownTicket,
    serviceId: serviceIdSchema,
  }),
  /** Takes back the last step at this counter, where nobody was called by it. */
  'undo-step': z.strictObject({ type: z.literal('undo-step'), ...atCounter }),
  /** A silent alarm to the supervisor and the guide desk. */
  'call-help': z.strictObject({ type: z.literal('call-help'), ...atCounter }),
  'end-help': z.strictObject({ type: z.literal('end-help'), ...atCounter }),
  'mark-no-show': z.strictObject({ type: z.literal('mark-no-show'), ...atCounter, ...shownTicket }),
  'park-ticket': z.strictObject({
    type: z.literal('park-ticket'),
    ...atCounter,
    ...shownTicket,
    reason: note,
    /** After so long it comes back by itself and is next here. */
    forMinutes: minutes.optional(),
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
    /** A service, a counter, or whoever sits at one. */
    to: z.union([
      z.strictObject({ serviceId: serviceIdSchema }),
      z.strictObject({ counterId: counterIdSchema }),
      z.strictObject({ operatorId: operatorIdSchema }),
    ]),
    keepPlace: z.boolean().default(false),
    journey: z.array(serviceIdSchema).max(8).optional(),
    note: note.optional(),
  }),
  /** Somebody who was absent has come back. */
  'return-ticket': z.strictObject({ type: z.literal('return-ticket'), ticketId: ticketIdSchema }),
  'set-priority': z.strictObject({
    type: z.literal('set-priority'),
    ticketId: ticketIdSchema,
    priorityClass: priorityClassIdSchema.nullable(),
  }),
  /** Sends somebody who waits to another queue. */
  'move-ticket': z.strictObject({
    type: z.literal('move-ticket'),
    ticketId: ticketIdSchema,
    serviceId: serviceIdSchema,
    keepPlace: z.boolean().default(true),
  }),
  /** For today; null: the profile of the set-up again. */
  'set-work-profile': z.strictObject({
    type: z.literal('set-work-profile'),
    ...atCounter,
    profileId: profileIdSchema.nullable(),
  }),
  /** The counter helps a service out besides its own. */
  'lend-counter': z.strictObject({
    type: z.literal('lend-counter'),
    ...atCounter,
    serviceId: serviceIdSchema,
    /** Only while somebody there has waited longer; null: always. */
    whileWaitOverMinutes: minutes.nullable().default(null),
    /** Until then; null: for the rest of the day. */
    until: epochMsSchema.nullable().default(null),
  }),
  'end-lending': z.strictObject({
    type: z.literal('end-lending'),
    ...atCounter,
    serviceId: serviceIdSchema,
  }),
  /** Stops or begins giving numbers, for one service or (null) for all. */
  'set-intake': z.strictObject({
    type: z.literal('set-intake'),
    serviceId: serviceIdSchema.nullable(),
    open: z.boolean(),
  }),
  /** The time of a parked ticket has come. Given by the clock. */
  'resume-due-ticket': z.strictObject({ type: z.literal('resume-due-ticket'), ticketId: ticketIdSchema }),
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

/** The steps at a counter that may be taken back. */
export const undoableSteps = ['start', 'finish', 'no-show', 'park', 'transfer'] as const;
export type UndoableStep = (typeof undoableSteps)[number];

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
  'take-over': 'take-over-counter',
  close: 'close-counter',
  pause: 'pause-counter',
  resume: 'resume-counter',
  'call-next': 'call-next',
  call: 'call-ticket',
  recall: 'recall-ticket',
  start: 'start-service',
  finish: 'finish-service',
  continue: 'continue-service',
  undo: 'undo-step',
  'call-help': 'call-help',
  'end-help': 'end-help',
  'no-show': 'mark-no-show',
  park: 'park-ticket',
  'resume-ticket': 'resume-ticket',
  transfer: 'transfer-ticket',
} as const satisfies Record<string, CommandType>;
export type CounterAction = keyof typeof counterActions;
export const counterActionNames = Object.keys(counterActions) as CounterAction[];
