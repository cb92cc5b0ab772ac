// What the server and an agent say to each other over one link: the server names the devices, hands over papers and board
// contents; the agent tells how its devices are and what was pressed and scanned. Times travel as ages, never as times of
// day, so that an agent's wrong clock is of no consequence.
import { z } from 'zod';
import { boardSchema, keypadSchema, printerSchema, scannerSchema } from '../../protocol/device-setup.ts';
import { deviceGradeSchema, deviceReasonSchema } from '../../protocol/device-status.ts';
import { foundDeviceSchema } from '../../protocol/found-device.ts';
import { padKeySchema } from '../../protocol/keypad-setup.ts';
import type { TicketDocument } from '../printer/ticket-document.ts';

/** Raised with every change of what is said; both sides must have the same. */
export const agentContract = 1;

const jobId = z.string().regex(/^[A-Za-z0-9-]{1,80}$/);
export const printOutcomeSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('printed'), paperMm: z.number().exactOptional() }),
  z.object({ state: z.literal('unconfirmed'), reason: deviceReasonSchema }),
  z.object({ state: z.literal('failed'), reason: deviceReasonSchema, mayHavePrinted: z.boolean() }),
]);
export const agentJobSchema = z.object({
  jobId,
  printerId: z.string(),
  /** Drawn by the agent as it is; what cannot be drawn is a failed job. */
  document: z.custom<TicketDocument>((value) => typeof value === 'object' && value !== null),
});
export type AgentJob = z.infer<typeof agentJobSchema>;
/** `unknown`: never arrived; `kept`: on the agent's disk, not yet at an end. */
export const jobStandSchema = z.union([z.enum(['unknown', 'kept']), printOutcomeSchema]);

/** What the server asks, each with its answer. */
export const serverAsks = {
  devices: {
    body: z.object({
      printers: z.array(printerSchema).readonly(),
      boards: z.array(boardSchema).readonly(),
      keypads: z.array(keypadSchema).readonly(),
      scanners: z.array(scannerSchema).readonly(),
    }),
    answer: z.object({}),
  },
  /** After each new link: how these jobs stand. Others that have not begun are dropped. */
  jobs: {
    body: z.object({ wanted: z.array(jobId).max(500) }),
    answer: z.object({ stands: z.record(z.string(), jobStandSchema) }),
  },
  /** Kept: the paper is on the agent's disk and is printed whatever becomes of the link. */
  print: {
    body: agentJobSchema,
    answer: z.union([
      z.object({ kept: z.literal(true) }),
      z.object({ kept: z.literal(false), reason: deviceReasonSchema }),
    ]),
  },
  find: { body: z.object({}), answer: z.object({ found: z.array(foundDeviceSchema).max(500) }) },
} as const;
export type ServerAsk = keyof typeof serverAsks;

/** What the server tells without waiting for an answer. */
export const serverTells = {
  show: z.object({
    boardId: z.string(),
    content: z.discriminatedUnion('state', [
      z.object({ state: z.literal('number'), text: z.string().max(20), call: z.int() }),
      z.object({ state: z.literal('message'), text: z.string().max(20) }),
      z.object({ state: z.literal('paused') }),
      z.object({ state: z.literal('blank') }),
    ]),
  }),
  dim: z.object({ percent: z.number() }),
  light: z.object({ keypadId: z.string(), times: z.union([z.literal(1), z.literal(3)]) }),
  /** The versions do not go together; the link is ended after this. */
  refused: z.object({ contract: z.int(), version: z.string() }),
} as const;
export type ServerTell = keyof typeof serverTells;

/** What the agent tells; an outcome is kept on its disk until it has been answered. */
export const agentTells = {
  status: z.object({
    deviceId: z.string(),
    grade: deviceGradeSchema,
    reason: deviceReasonSchema,
    heardAgoMs: z.number().min(0).nullable(),
    sinceAgoMs: z.number().min(0),
  }),
  pressed: z.object({ keypadId: z.string(), key: padKeySchema }),
  scanned: z.object({ scannerId: z.string(), text: z.string().max(4_096) }),
  sending: z.object({ jobId }),
  outcome: z.object({ jobId, outcome: printOutcomeSchema }),
} as const;
export type AgentTell = keyof typeof agentTells;
export type AgentTellBody<T extends AgentTell> = z.infer<(typeof agentTells)[T]>;
