// What may be said at a centre, read out of its set-up file: only what a voice needs is looked at, so that a file of
// another version, or one that is half written, still tells which pieces must be recorded.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { SpeechLanguage } from '../../protocol/speech/utterance.ts';
import { speechSchema } from '../../protocol/speech-setup.ts';
import type { SpokenCentre } from './clips-needed.ts';

const { numbers, region, sayPlace } = speechSchema.shape;
const centreSchema = z.object({
  series: z.array(
    z.object({
      prefix: z.string().max(4),
      digits: z.int().min(1).max(9),
      from: z.int().min(0).default(1),
      to: z.int().min(0).max(99_999),
    }),
  ),
  counters: z.array(z.object({ number: z.string().min(1).max(9) })),
  zones: z
    .array(
      z.object({
        id: z.string(),
        name: z.record(z.string(), z.string()),
        floor: z.string().nullable().default(null),
      }),
    )
    .default([]),
  priorityClasses: z.array(z.unknown()).default([]),
  speech: z.object({ numbers, region, sayPlace }).prefault({}),
});

/** Reads a centre.json; `style` goes before what the file says. Throws where it is no such file. */
export function readSpokenCentre(
  file: string,
  language: SpeechLanguage,
  style: Partial<SpokenCentre['style']> = {},
): SpokenCentre {
  const read = centreSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new RangeError(`${file}: ${z.prettifyError(read.error)}`);
  const { series, counters, zones, priorityClasses, speech } = read.data;
  const floors = speech.sayPlace === 'floor' ? zones.flatMap(({ floor }) => floor ?? []) : [];
  const named = zones.flatMap(({ id, name }) => {
    const words = name[language] ?? name.vi;
    return words === undefined ? [] : [{ id, name: words }];
  });
  return {
    series,
    counterNumbers: counters.map(({ number }) => number),
    floors: [...new Set(floors)],
    zones: speech.sayPlace === 'zone' ? named : [],
    style: { numbers: speech.numbers, region: speech.region, ...style },
    hasPriority: priorityClasses.length > 0,
  };
}
