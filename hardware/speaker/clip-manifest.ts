// The manifest.json of a folder of recorded pieces: what language they are in, how they are joined, which file is which
// piece. Reading the recordings is clip-recording.ts.
import { join } from 'node:path';
import { z } from 'zod';
import { speechLanguages } from '../../protocol/speech/utterance.ts';
import { boundedFile } from './clip-recording.ts';
import { VoiceFailure } from './voice.ts';

const bytesAtMost = 500_000;
const clipsAtMost = 1_000;

const clipName = z.string().regex(/^[a-z0-9-]{1,100}$/, 'must be the name of a piece, such as den-quay-so');
const fileName = z
  .string()
  .regex(/^(?!\.)[^/\\\p{Cc}]{1,150}\.wav$/iu, 'must be the name of a WAV file in the folder');
const manifestSchema = z.strictObject({
  version: z.literal(1),
  language: z.enum(speechLanguages),
  name: z.string().min(1).max(120),
  licence: z.string().max(400).optional(),
  /** Silence between two pieces of a phrase, and between two phrases. */
  gapMs: z.number().min(0).max(1_000).default(40),
  phrasePauseMs: z.number().min(0).max(3_000).default(220),
  /** The file of a piece, where it is not the piece's name and ".wav". */
  clips: z
    .record(clipName, fileName)
    .refine((clips) => Object.keys(clips).length <= clipsAtMost, `must be at most ${clipsAtMost} clips`)
    .default({}),
});
export type ClipManifest = z.infer<typeof manifestSchema>;

export function manifestFile(folder: string): string {
  return join(folder, 'manifest.json');
}

/** The manifest of a folder; rejects with `VoiceFailure` "no-clip-pack" and a sentence for what is none. */
export async function readManifest(folder: string): Promise<ClipManifest> {
  const file = manifestFile(folder);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await boundedFile(file, bytesAtMost));
    return manifestSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new VoiceFailure('no-clip-pack', `${file}: ${faultOf(error)}`);
  }
}

/** The file of a piece, within the folder; null for what is no name of a piece. */
export function clipFile({ clips }: ClipManifest, clip: string): string | null {
  if (!clipName.safeParse(clip).success) return null;
  return (Object.hasOwn(clips, clip) ? clips[clip] : undefined) ?? `${clip}.wav`;
}

function faultOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error).replace(/\s+/g, ' ');
  return error instanceof Error ? error.message : String(error);
}
