// What an outlet (a screen or a loudspeaker) says it has announced, and how: its own log, row by row.
import { z } from 'zod';
import { epochMsSchema } from './ids.ts';

/**
 * - `spoken`: said to its end. `shown`: shown large by a screen that does not speak.
 * - `too-late`: had waited too long for its turn; shown, not spoken. `muted`: its zone was muted.
 * - `no-voice`: no voice could say it. `blocked`: the browser holds the sound back. `failed`: the sound broke off.
 */
export const announcedHowSchema = z.enum([
  'spoken',
  'shown',
  'too-late',
  'muted',
  'no-voice',
  'blocked',
  'failed',
]);
export type AnnouncedHow = z.infer<typeof announcedHowSchema>;
export const announcedSchema = z.strictObject({
  callSeq: z.int().min(1),
  /** When it began, by the hall's clock. */
  at: epochMsSchema,
  number: z.string().max(12),
  counterNumber: z.string().max(3),
  recall: z.boolean(),
  how: announcedHowSchema,
});
export type Announced = z.infer<typeof announcedSchema>;

/** `off`: this screen does not speak. `blocked`: the browser waits for a touch. */
export const screenSoundSchema = z.enum(['off', 'ready', 'blocked']);
export type ScreenSound = z.infer<typeof screenSoundSchema>;
