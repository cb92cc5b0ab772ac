// How a device's condition is said, by every driver and on every screen. The grade comes from the last byte heard
// from the device, never from the last byte sent to it; what a technician should do is text in protocol/locales.
import { z } from 'zod';

/**
 * - `unknown`: nothing has been heard yet since the driver started.
 * - `good`: the device answered its last request as it should; of one that only ever speaks when it is touched (a pad, a
 *   scanner), that its link stands.
 * - `warning`: it works, but somebody should look soon (paper near end, answers slow).
 * - `bad`: it is reached but cannot do its work (paper out, cover open, refused frame).
 * - `absent`: it is not reached at all.
 */
export const deviceGradeSchema = z.enum(['unknown', 'good', 'warning', 'bad', 'absent']);
export type DeviceGrade = z.infer<typeof deviceGradeSchema>;

/** Stable reasons; each has a sentence and a remedy on the page `office` of protocol/locales. */
export const deviceReasonSchema = z.enum([
  'not-heard-yet',
  'answered',
  'plugged-in',
  'silent',
  'unreachable',
  'connection-lost',
  'not-plugged-in',
  'no-permission',
  'port-taken',
  'paper-near-end',
  'paper-out',
  'cover-open',
  'cutter-error',
  'offline',
  'device-error',
  'wrong-answer',
  'no-status-ability',
  'wrong-device',
  'agent-away',
  'agent-version',
  'agent-disk-full',
  'no-voice',
  'no-voice-program',
  'voice-silent',
  'voice-failed',
  'no-clip-pack',
  'clips-missing',
  'no-sound-program',
  'no-sound-card',
  'sound-card-failed',
  'played',
  'audio-blocked',
]);
export type DeviceReason = z.infer<typeof deviceReasonSchema>;

/** `heardAt`: epoch ms of the last byte heard, or null; `since`: epoch ms when this grade and reason began. */
export const deviceStatusSchema = z.object({
  grade: deviceGradeSchema,
  reason: deviceReasonSchema,
  heardAt: z.number().int().nullable(),
  since: z.number().int(),
});
export type DeviceStatus = z.infer<typeof deviceStatusSchema>;
