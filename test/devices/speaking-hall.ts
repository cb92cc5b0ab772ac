// The province's hall with the server's own loudspeakers, on a clock that a test moves: officers call, simulated loudspeakers
// take as long as the sound, and what was said where is kept. The words are scripted; the sound of words is tested elsewhere.
import type { DriverContext } from '../../hardware/driver-context.ts';
import { speakerSimulator } from '../../hardware/simulator/speaker-simulator.ts';
import type { Played, SoundToPlay, Speaker } from '../../hardware/speaker/speaker.ts';
import type { SpeakerSetup } from '../../protocol/device-setup.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { ZoneId } from '../../protocol/ids.ts';
import { type Notices, noNotices } from '../../protocol/notices.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { CallView } from '../../protocol/views/view-parts.ts';
import { type AnnouncementLog, memoryLog } from '../../server/devices/announcement-log.ts';
import type { CallSpeech } from '../../server/devices/call-speech.ts';
import { createLoudspeakers } from '../../server/devices/loudspeakers.ts';
import type { MemoryJournal } from '../../server/journal/memory-journal.ts';
import { sample } from '../setup/setup-folder.ts';
import { manualClock } from '../support/manual-clock.ts';
import { morning, openFloor } from '../support/memory-floor.ts';

export const onceMs = 4_000;
export const hurriedMs = 2_000;

export function speakerOf(id: string, zoneId: string | null = null, name = id): SpeakerSetup {
  return { ...{ id, name, zoneId }, address: 'simulator' } as SpeakerSetup;
}

/** Says a call's number and counter; hurried ones are shorter. A test may make a call wait or leave it without a voice. */
export type ScriptedSpeech = CallSpeech & {
  readonly made: string[];
  readonly voiceless: Set<string>;
  held: Promise<void> | null;
};
export function scriptedSpeech(): ScriptedSpeech {
  const sound = (transcript: string, durationMs: number): SoundToPlay => ({
    ...{ wav: new Uint8Array(44), durationMs, transcript },
  });
  const wordsOf = ({ number, counterNumber, recall }: CallView) =>
    `${recall ? 'again ' : ''}${number} > ${counterNumber}`;
  const speech: ScriptedSpeech = {
    ...{ made: [], voiceless: new Set<string>(), held: null },
    async of(call, hurried) {
      if (speech.held !== null) await speech.held;
      if (speech.voiceless.has(call.number)) return null;
      speech.made.push(`${call.number}${hurried ? ' hurried' : ''}`);
      return sound(wordsOf(call), hurried ? hurriedMs : onceMs);
    },
    words: (call) => [{ language: 'vi', text: wordsOf(call) }],
    trial: async () => sound('one two three', 1_000),
    status: () => ({ grade: 'good', reason: 'answered', heardAt: 0, since: 0 }),
    detail: () => null,
    apply: () => false,
  };
  return speech;
}

/** A card that plays or fails as a test says, and keeps what it was given. */
export function scriptedCard(outcome: () => Played): Speaker & { readonly given: string[] } {
  const given: string[] = [];
  return {
    given,
    async play({ transcript }) {
      given.push(transcript);
      return outcome();
    },
    stop() {},
  };
}

export function speakingHall(
  options: {
    speakers?: readonly SpeakerSetup[];
    setup?: Setup;
    speech?: ScriptedSpeech;
    log?: AnnouncementLog;
    cards?: Readonly<Record<string, Speaker>>;
    journal?: MemoryJournal;
    startsAt?: number;
    announcements?: Notices['announcements'];
  } = {},
) {
  const clock = manualClock(options.startsAt ?? morning);
  const speech = options.speech ?? scriptedSpeech();
  const log = options.log ?? memoryLog();
  const logged: string[] = [];
  const told: string[] = [];
  const said: { readonly speaker: string; readonly text: string; readonly at: number }[] = [];
  const muted: ZoneId[] = [];
  const notices = (): Notices => ({
    ...noNotices,
    ...{ mutedZones: muted, announcements: options.announcements ?? [] },
  });
  const opened = openFloor(clock, options.journal, {
    ...{ setup: options.setup ?? sample('soc-trang'), alwaysOpen: true, notices },
  });
  const { floor, journal, act, take } = opened;
  const context: DriverContext = {
    now: () => clock.now(),
    after: clock.after,
    random: () => 0.5,
    log: (_level, message, details) =>
      void logged.push(`${message} ${details?.how ?? details?.error ?? ''}`.trim()),
  };
  let writing = 0;
  const counted: AnnouncementLog = {
    ...log,
    async add(row) {
      writing += 1;
      await log.add(row).finally(() => {
        writing -= 1;
      });
    },
  };
  const openSpeaker = (setup: SpeakerSetup): Speaker => {
    if (!/^(simulator|alsa:)/.test(setup.address)) throw new RangeError(`no sound card ${setup.address}`);
    const card = options.cards?.[setup.id] ?? speakerSimulator(context, () => {});
    return {
      play(sound) {
        said.push({ speaker: setup.id, text: sound.transcript, at: clock.now() });
        return card.play(sound);
      },
      stop: () => card.stop(),
    };
  };
  const loudspeakers = createLoudspeakers({
    ...{ floor: () => floor, speech, openSpeaker, log: counted, context },
    atVolume: (sound, percent) =>
      percent === 100 ? sound : { ...sound, transcript: `${sound.transcript} at ${percent} %` },
    changed: (id, { grade, reason }: DeviceStatus) => void told.push(`${id} ${grade} ${reason}`),
  });
  loudspeakers.apply(options.speakers ?? [speakerOf('loa')]);
  floor.onChange(() => loudspeakers.listen());
  loudspeakers.listen();

  /** Everything that can happen without time passing has happened. */
  const settled = async () => {
    for (let quiet = 0; quiet < 4; quiet = writing === 0 ? quiet + 1 : 0)
      await new Promise<void>((resolve) => setImmediate(resolve));
  };
  const officer = (counter: string) =>
    ({ kind: 'staff', id: `canbo${counter}`, mayActAnywhere: false }) as never;
  const at = (counter: string, type: string, more: object = {}) => {
    const done = act({ type, counterId: `c${counter}`, ...more }, officer(counter));
    if (!done.ok) throw new Error(`${type} at ${counter} was refused: ${JSON.stringify(done)}`);
  };
  return {
    ...{ clock, floor, journal, speech, log, logged, told, said, muted, loudspeakers, settled, at },
    /** Somebody is called to this counter (`01` to `24`); whoever was there before did not come. Gives the number. */
    call(counter: string): string {
      const counterId = `c${counter}` as never;
      const state = () => floor.state.counters.get(counterId);
      if (state() === undefined || state()?.status === 'closed') at(counter, 'open-counter');
      else at(counter, 'mark-no-show');
      const taken = take({ serviceId: floor.rules.servicesOf.get(counterId)?.[0] });
      if (!taken.ok) throw new Error('no number was given');
      at(counter, 'call-ticket', { ticketId: taken.result.ticketId });
      return String(taken.result.number);
    },
    /** Time goes by, and at every step whatever is due happens whole. */
    async pass(ms: number, step = 500) {
      await settled();
      for (const until = clock.now() + ms; clock.now() < until; ) {
        clock.pass(Math.min(step, until - clock.now()));
        await settled();
      }
    },
    texts: (speaker = 'loa') => said.filter((each) => each.speaker === speaker).map(({ text }) => text),
    /** Which calls have been logged and how, oldest first. */
    hows: (speaker = 'loa') =>
      log
        .rows(speaker)
        .map(({ callSeq, how }) => `${callSeq} ${how}`)
        .reverse(),
  };
}
