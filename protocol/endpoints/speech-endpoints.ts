// What is said in the hall: the sound of a call for screens that speak, its words for a screen's own voice, and what each
// screen and loudspeaker has announced.
import { z } from 'zod';
import { announcedSchema } from '../announced.ts';
import { deviceIdSchema } from '../ids.ts';
import { speechLanguages } from '../speech/utterance.ts';
import type { Endpoint } from './endpoint.ts';

const callSeq = z.object({ callSeq: z.coerce.number().int().min(1) });
const speaking = { devices: ['hall', 'media'], staff: ['supervisor', 'technician', 'guide'] } as const;

export const speechEndpoints = {
  'call-sound': {
    method: 'get',
    path: '/api/v1/calls/{callSeq}/sound',
    summary: 'A call as it is announced: chime and words, said once or as often as the centre wants, as WAV',
    access: speaking,
    params: callSeq,
    query: z.object({ hurried: z.enum(['yes', 'no']).default('no') }),
    success: 200,
    answer: 'audio/wav',
    problems: ['unknown-call', 'no-voice'],
  },
  'call-words': {
    method: 'get',
    path: '/api/v1/calls/{callSeq}/words',
    summary: 'What is said of a call, for a voice of the screen itself',
    access: speaking,
    params: callSeq,
    success: 200,
    answer: z.object({ words: z.array(z.object({ language: z.enum(speechLanguages), text: z.string() })) }),
    problems: ['unknown-call'],
  },
  announced: {
    method: 'get',
    path: '/api/v1/devices/{deviceId}/announced',
    summary: 'Which calls a screen or a loudspeaker has announced and how, newest first',
    access: { staff: ['supervisor', 'technician', 'guide'] },
    params: z.object({ deviceId: deviceIdSchema }),
    success: 200,
    answer: z.object({ announced: z.array(announcedSchema) }),
    problems: [],
  },
} as const satisfies Record<string, Endpoint>;
