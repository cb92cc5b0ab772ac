// What the socket at `/live` checks: the subscription to one view and the command with its id. A screen receives its
// view whole, again after each change and each reconnect; names and answers are in socket-names.ts.
import { z } from 'zod';
import { announcedSchema, screenSoundSchema } from './announced.ts';
import { type CommandType, commandSchemas } from './commands.ts';
import { commandIdSchema, counterIdSchema, deviceIdSchema, zoneIdSchema } from './ids.ts';

export const subscriptionSchema = z.discriminatedUnion('view', [
  z.strictObject({ view: z.literal('kiosk'), kioskId: deviceIdSchema.optional() }),
  z.strictObject({
    view: z.literal('hall'),
    zoneId: zoneIdSchema.optional(),
    screenId: deviceIdSchema.optional(),
  }),
  z.strictObject({ view: z.literal('status') }),
  z.strictObject({ view: z.literal('counter-board'), counterId: counterIdSchema }),
  z.strictObject({ view: z.literal('rating'), counterId: counterIdSchema }),
  z.strictObject({ view: z.literal('counter'), counterId: counterIdSchema }),
  z.strictObject({ view: z.literal('supervisor') }),
  z.strictObject({ view: z.literal('simulators') }),
]);
export type Subscription = z.infer<typeof subscriptionSchema>;

/** What a screen says of itself: on every change, and every half minute. */
export const screenReportSchema = z.strictObject({
  sound: screenSoundSchema,
  /** The announcements made since the last report, oldest first. */
  announced: z.array(announcedSchema).max(50),
});

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
