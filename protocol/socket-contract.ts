// The socket at `/live`: a screen subscribes to one view and receives it whole, again after each change and after each
// reconnect; commands travel over the same socket with an acknowledgement and the same table of types as HTTP.
import { z } from 'zod';
import { type Command, type CommandType, commandSchemas } from './commands.ts';
import { commandIdSchema, counterIdSchema, deviceIdSchema, zoneIdSchema } from './ids.ts';
import type { Problem } from './refusals.ts';
import type {
  CounterBoardView,
  CounterView,
  HallView,
  KioskView,
  RatingView,
  SimulatorsView,
  SupervisorView,
} from './views.ts';

export const livePath = '/live';

export type ViewBodies = {
  kiosk: KioskView;
  hall: HallView;
  'counter-board': CounterBoardView;
  rating: RatingView;
  counter: CounterView;
  supervisor: SupervisorView;
  simulators: SimulatorsView;
};
export type ViewName = keyof ViewBodies;

export const subscriptionSchema = z.discriminatedUnion('view', [
  z.strictObject({ view: z.literal('kiosk'), kioskId: deviceIdSchema.optional() }),
  z.strictObject({ view: z.literal('hall'), zoneId: zoneIdSchema.optional() }),
  z.strictObject({ view: z.literal('counter-board'), counterId: counterIdSchema }),
  z.strictObject({ view: z.literal('rating'), counterId: counterIdSchema }),
  z.strictObject({ view: z.literal('counter'), counterId: counterIdSchema }),
  z.strictObject({ view: z.literal('supervisor') }),
  z.strictObject({ view: z.literal('simulators') }),
]);
export type Subscription = z.infer<typeof subscriptionSchema>;

/** `seq`: the journal's newest row in this view; `sentAt`: the server's clock, epoch ms, by which a screen runs its own. */
export type Envelope<V extends ViewName = ViewName> = {
  view: V;
  seq: number;
  sentAt: number;
  body: ViewBodies[V];
};

export const socketCommandSchema = z.strictObject({
  id: commandIdSchema,
  command: z.discriminatedUnion(
    'type',
    Object.values(commandSchemas) as unknown as [
      (typeof commandSchemas)['issue-ticket'],
      ...(typeof commandSchemas)[CommandType][],
    ],
  ),
});
export type SocketCommand = { id: string; command: Command };
export type CommandAnswer = { ok: true; answer: unknown } | { ok: false; problem: Problem };
export type SubscribeAnswer = { ok: true } | { ok: false; problem: Problem };

/** A heartbeat with the newest `seq` goes out at least this often; a screen that hears nothing for 2.5 × says so. */
export const heartbeatMs = 1_000;
export const outOfDateAfterMs = 2_500;

export type ClientToServer = {
  subscribe: (subscription: Subscription, answer: (result: SubscribeAnswer) => void) => void;
  command: (command: SocketCommand, answer: (result: CommandAnswer) => void) => void;
};
export type ServerToClient = {
  view: (envelope: Envelope) => void;
  heartbeat: (beat: { seq: number; sentAt: number; version: string }) => void;
};
