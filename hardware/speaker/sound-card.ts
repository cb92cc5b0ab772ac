// A sound card of this machine, through ALSA's own player: a WAV in, and whether it was played. The player is a process of
// its own, so that a driver that hangs holds nobody else up. What is played when is decided elsewhere.
import { type ProgramEnd, type RunningProgram, runProgram } from './program-run.ts';
import type { Played, Speaker } from './speaker.ts';
import { deviceFault } from './speaker-address.ts';

/** What opening the card and draining it may take beyond the sound itself. */
const beyondMs = 5_000;
const outputAtMost = 65_536;
const noSuchCard = /no such device|unknown pcm|cannot (?:find|get) card|audio open error: no such/i;

/**
 * The card of this ALSA name; throws `RangeError` for a name that none can have. A sound is played after those that came
 * before it; `stop` ends what is played and what waits, and both are told that they have failed.
 */
export function soundCard(device: string, { program = 'aplay' } = {}): Speaker {
  const fault = deviceFault(device);
  if (fault !== null) throw new RangeError(fault);
  let before: Promise<unknown> = Promise.resolve();
  let player: RunningProgram | null = null;
  let stops = 0;
  const playNow = async (wav: Uint8Array, durationMs: number): Promise<Played> => {
    const bounds = { timeoutMs: durationMs + beyondMs, outputAtMost };
    player = runProgram(program, ['-q', '-D', device, '-'], wav, bounds);
    const end = await player.ended;
    player = null;
    return playedOf(end);
  };
  return {
    play({ wav, durationMs }) {
      const stopsBefore = stops;
      const played = before.then(() =>
        stops === stopsBefore ? playNow(wav, durationMs) : failed('sound-card-failed'),
      );
      before = played;
      return played;
    },
    stop() {
      stops += 1;
      player?.kill();
    },
  };
}

function playedOf(end: ProgramEnd): Played {
  if (end.how === 'not-found') return failed('no-sound-program');
  if (end.how !== 'exited') return failed('sound-card-failed');
  if (end.code === 0) return { state: 'played' };
  return failed(noSuchCard.test(end.complaint) ? 'no-sound-card' : 'sound-card-failed');
}

function failed(reason: Extract<Played, { state: 'failed' }>['reason']): Played {
  return { state: 'failed', reason };
}
