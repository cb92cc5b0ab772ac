// The voice of espeak-ng, a program of its own: the words go in by its standard input, a WAV comes out. It is slow or
// missing on some machines, so it is bounded in time, in bytes and in number; each failure has its word.
import { type Utterance, wordsToRead } from '../../protocol/speech/utterance.ts';
import { type ProgramEnd, runProgram } from './program-run.ts';
import { durationMs, type Sound } from './sound.ts';
import { asSpoken } from './spoken-sound.ts';
import { type Voice, VoiceFailure } from './voice.ts';
import { decodeWav } from './wav.ts';

const atOnce = 2;
const waitingAtMost = 64;
/** About three minutes of speech. */
const outputAtMost = 8_000_000;

export type EspeakOptions = {
  readonly program?: string;
  readonly wordsPerMinute: number;
  readonly region: 'north' | 'south';
  readonly timeoutMs?: number;
};

/** The voice of this machine's espeak-ng. Each utterance has `timeoutMs` from when it is asked for; a crash is tried once more. */
export function espeakVoice(options: EspeakOptions): Voice {
  const { program = 'espeak-ng', wordsPerMinute, region, timeoutMs = 4_000 } = options;
  const waiting: (() => void)[] = [];
  let running = 0;
  // Whoever is ahead has an earlier end, so a turn always comes before one's own time is over.
  const turn = () =>
    new Promise<void>((resolve) => {
      if (running >= atOnce) return void waiting.push(resolve);
      running += 1;
      resolve();
    });
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  return {
    kind: 'espeak-ng',
    async say(utterance) {
      if (waiting.length >= waitingAtMost)
        throw new VoiceFailure('voice-silent', 'Too much is waiting to be spoken.');
      const end = performance.now() + timeoutMs;
      await turn();
      try {
        const voice = { vi: region === 'south' ? 'vi-vn-x-south' : 'vi', en: 'en' }[utterance.language];
        const args = ['-v', voice, '-s', String(wordsPerMinute), '-b', '1', '--stdin', '--stdout'];
        const run = () => {
          const bounds = { timeoutMs: Math.max(0, end - performance.now()), outputAtMost };
          return runProgram(program, args, textOf(utterance), bounds).ended;
        };
        const first = await run();
        const crashed = first.how === 'exited' && first.code !== 0;
        return soundOf(crashed ? await run() : first, program);
      } finally {
        leave();
      }
    },
  };
}

/** Brackets would be read as phonemes, and control characters as commands. */
function textOf(utterance: Utterance): Uint8Array {
  const words = wordsToRead(utterance).replace(/[\p{Cc}\p{Cf}\p{Cs}[\](){}<>]/gu, ' ');
  return new TextEncoder().encode(words);
}

function soundOf(end: ProgramEnd, program: string): Sound {
  if (end.how === 'not-found')
    throw new VoiceFailure('no-voice-program', `${program} is not installed here.`);
  if (end.how === 'timed-out')
    throw new VoiceFailure('voice-silent', `${program} has given no sound in time.`);
  if (end.how !== 'exited') throw new VoiceFailure('voice-failed', `${program} was given up: ${end.how}.`);
  if (end.code !== 0) {
    const complaint = end.complaint.split('\n', 1)[0] ?? '';
    throw new VoiceFailure('voice-failed', `${program} ended with ${end.code ?? 'a signal'}: ${complaint}`);
  }
  const sound = asSpoken(decoded(end.output, program));
  if (durationMs(sound) === 0) throw new VoiceFailure('voice-failed', `${program} gave silence.`);
  return sound;
}

function decoded(output: Uint8Array, program: string): Sound {
  try {
    return decodeWav(output);
  } catch (error) {
    throw new VoiceFailure('voice-failed', `${program} gave no sound: ${String(error)}`);
  }
}
