// How a centre's calls are spoken: in which languages and words, how often, how loud, and for how long a call is worth
// announcing. The words themselves are protocol/speech; the voices are hardware/speaker.
import { z } from 'zod';
import { zoneIdSchema } from './ids.ts';
import { speechLanguages } from './speech/utterance.ts';
import { timeOfDaySchema } from './time-of-day.ts';

export const speechSchema = z.strictObject({
  /** Said one after another, in this order. */
  languages: z.array(z.enum(speechLanguages)).min(1).max(2).default(['vi']),
  numbers: z.enum(['digits', 'value']).default('digits'),
  region: z.enum(['north', 'south']).default('north'),
  /** What is said of the place after the counter. */
  sayPlace: z.enum(['none', 'floor', 'zone']).default('none'),
  /** How often a call is said; once while several wait behind it. */
  times: z.int().min(1).max(3).default(2),
  chime: z.boolean().default(true),
  /** Asked in this order. A screen's own voice is the last resort of a screen. */
  voices: z
    .array(z.enum(['clips', 'espeak-ng']))
    .min(1)
    .max(2)
    .default(['clips', 'espeak-ng']),
  wordsPerMinute: z.int().min(80).max(260).default(140),
  /** How loud from an hour on, percent; the last one before now applies, without any 100. */
  volume: z
    .array(z.strictObject({ from: timeOfDaySchema, percent: z.int().min(0).max(100) }))
    .max(12)
    .default([]),
  /** How loud the calls of a zone are beside the others, percent. */
  zoneVolume: z
    .array(z.strictObject({ zoneId: zoneIdSchema, percent: z.int().min(0).max(100) }))
    .max(30)
    .default([]),
  /** A call older than this when a board or a loudspeaker hears of it goes to the list only. */
  announcedForSeconds: z.int().min(10).max(600).default(60),
  /** A call that has waited longer for its turn is shown, but not spoken. */
  spokenForSeconds: z.int().min(10).max(1_800).default(180),
});
export type SpeechSetup = z.infer<typeof speechSchema>;

export const defaultSpeech: SpeechSetup = speechSchema.parse({});
