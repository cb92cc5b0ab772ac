// `npm run voice -- pieces | check FOLDER | say NUMBER`: lists the pieces that must be recorded for a centre, checks a
// folder of recordings before it is used, and says one call aloud, so that a voice is heard before a citizen hears it.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { callUtterance } from '../../protocol/speech/call-speech.ts';
import { speechLanguages, transcriptOf } from '../../protocol/speech/utterance.ts';
import { speechSchema } from '../../protocol/speech-setup.ts';
import { openClipPack } from './clip-pack.ts';
import { clipPackVoice } from './clip-voice.ts';
import { clipsNeeded } from './clips-needed.ts';
import { espeakVoice } from './espeak.ts';
import { gapSentences, packGaps } from './pack-gaps.ts';
import { durationMs } from './sound.ts';
import { soundCard } from './sound-card.ts';
import { alsaDeviceOf } from './speaker-address.ts';
import { readSpokenCentre } from './spoken-centre.ts';
import { type Voice, VoiceFailure } from './voice.ts';
import { encodeWav } from './wav.ts';

const usage = `npm run voice -- pieces --centre FILE [--language vi|en] [--csv]
npm run voice -- check FOLDER --centre FILE
npm run voice -- say NUMBER --counter NUMBER [--language vi|en] [--recall] [--priority]
                 [--engine espeak-ng | --engine clips --pack FOLDER] [--out FILE.wav | --device alsa:default]
FILE is the centre.json of a data folder. What it says of numbers and region may be tried otherwise:
[--numbers digits|value] [--region north|south]; and how fast espeak-ng speaks: [--speed 140].`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    centre: { type: 'string' },
    language: { type: 'string', default: 'vi' },
    numbers: { type: 'string' },
    region: { type: 'string' },
    csv: { type: 'boolean', default: false },
    counter: { type: 'string' },
    recall: { type: 'boolean', default: false },
    priority: { type: 'boolean', default: false },
    engine: { type: 'string', default: 'espeak-ng' },
    pack: { type: 'string' },
    speed: { type: 'string', default: '140' },
    out: { type: 'string' },
    device: { type: 'string', default: 'alsa:default' },
  },
});
const { numbers, region, wordsPerMinute } = speechSchema.shape;
const optionsSchema = z.object({
  language: z.enum(speechLanguages),
  style: z.object({ numbers: numbers.unwrap().exactOptional(), region: region.unwrap().exactOptional() }),
  engine: z.enum(['espeak-ng', 'clips']),
  speed: z.coerce.number().pipe(wordsPerMinute.unwrap()),
});
type Options = z.infer<typeof optionsSchema>;

function pieces(file: string, { language, style }: Options): void {
  const needed = clipsNeeded(language, readSpokenCentre(file, language, style));
  if (values.csv) {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    // The mark by which a spreadsheet knows that the letters are UTF-8.
    console.log('\uFEFFclip,file,text');
    for (const { clip, text } of needed) console.log([clip, `${clip}.wav`, text].map(quoted).join(','));
    return;
  }
  const width = Math.max(...needed.map(({ clip }) => clip.length));
  for (const { clip, text } of needed) console.log(`${`${clip}.wav`.padEnd(width + 6)}${text}`);
  console.log(`${needed.length} pieces.`);
}

async function check(folder: string, file: string, { style }: Options): Promise<void> {
  const pack = await openClipPack(folder);
  const { language, name } = pack.manifest;
  const needed = clipsNeeded(language, readSpokenCentre(file, language, style));
  const gaps = await packGaps(pack, needed);
  for (const { clip, text, fault } of gaps) console.log(`${clip} ("${text}") ${gapSentences[fault]}.`);
  console.log(`${name}: ${needed.length - gaps.length} of ${needed.length} pieces are good.`);
  process.exitCode = gaps.length === 0 ? 0 : 1;
}

function voiceOf({ engine, speed, style }: Options): Voice {
  if (engine === 'espeak-ng') return espeakVoice({ wordsPerMinute: speed, region: style.region ?? 'north' });
  if (values.pack === undefined) throw new RangeError('The clips are in a folder: --pack FOLDER.');
  return clipPackVoice(values.pack);
}

async function say(number: string, counterNumber: string, options: Options): Promise<void> {
  const { recall, priority } = values;
  const call = { number, counterNumber, recall, priority, floor: null, zone: null };
  const utterance = callUtterance(options.language, call, {
    numbers: 'digits',
    region: 'north',
    ...options.style,
  });
  const device = alsaDeviceOf(values.device);
  const sound = await voiceOf(options).say(utterance);
  const wav = encodeWav(sound);
  console.log(transcriptOf(utterance));
  if (values.out !== undefined) return writeFileSync(values.out, wav);
  const played = await soundCard(device).play({
    ...{ wav, durationMs: durationMs(sound), transcript: transcriptOf(utterance) },
  });
  if (played.state === 'played') return;
  console.error(`Not played: ${played.reason}.`);
  process.exitCode = 1;
}

const [what, subject = ''] = positionals;
const { centre, counter, language, engine, speed } = values;
try {
  const style = {
    ...(values.numbers && { numbers: values.numbers }),
    ...(values.region && { region: values.region }),
  };
  const read = optionsSchema.safeParse({ language, engine, speed, style });
  if (!read.success) throw new RangeError(z.prettifyError(read.error));
  if (what === 'pieces' && centre !== undefined) pieces(centre, read.data);
  else if (what === 'check' && subject !== '' && centre !== undefined)
    await check(subject, centre, read.data);
  else if (what === 'say' && subject !== '' && counter !== undefined) await say(subject, counter, read.data);
  else {
    console.error(usage);
    process.exitCode = 2;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof VoiceFailure ? 1 : 2;
}
