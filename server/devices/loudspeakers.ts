// The server's own loudspeakers: each announces the calls of its zone one after another, strictly in order, every fresh one
// once to its last word; one that a restart breaks off is said again. What has waited too long, is muted or has no voice is passed over, and that is logged.
import { type DriverContext, type StatusKeeper, statusKeeper } from '../../hardware/driver-context.ts';
import type { SoundToPlay, Speaker } from '../../hardware/speaker/speaker.ts';
import type { AnnouncedHow } from '../../protocol/announced.ts';
import { type Announcing, advance, beginSequence, type CallSequence } from '../../protocol/call-sequence.ts';
import type { SpeakerSetup } from '../../protocol/device-setup.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { Floor } from '../application/floor-port.ts';
import type { AnnouncementLog } from './announcement-log.ts';
import type { CallSpeech } from './call-speech.ts';

export type Loudspeakers = {
  apply(speakers: readonly SpeakerSetup[]): void;
  /** Hears what has been called since. */
  listen(): void;
  /** Plays a trial sound; null where there is none of this id. */
  test(speakerId: string): Promise<{ reason: DeviceStatus['reason'] | null } | null>;
  status(speakerId: string): DeviceStatus | null;
  /** Ends what is said; it is said again after a restart that is quick enough. */
  close(): Promise<void>;
};
type Running = {
  readonly setup: SpeakerSetup;
  readonly speaker: Speaker;
  readonly status: StatusKeeper;
  sequence: CallSequence | null;
  /** Resolves when the announcement that is under way has ended; null between two. */
  announcement: Promise<void> | null;
};

export function createLoudspeakers(parts: {
  floor: () => Floor;
  speech: CallSpeech;
  /** Throws `RangeError` for an address that is none. */
  openSpeaker: (setup: SpeakerSetup) => Speaker;
  /** At a volume in percent. */
  atVolume: (sound: SoundToPlay, percent: number) => SoundToPlay;
  log: AnnouncementLog;
  context: DriverContext;
  changed: (speakerId: string, status: DeviceStatus) => void;
}): Loudspeakers {
  const { floor, speech, log, context } = parts;
  const running = new Map<string, Running>();
  /** The newest call that all have heard of: nothing is looked at before there is another. */
  let heardSeq: number | null = null;

  const heardBy = ({ setup }: Running) =>
    floor().view<'hall'>({ view: 'hall', ...(setup.zoneId === null ? {} : { zoneId: setup.zoneId }) });
  const play = async (one: Running, sound: SoundToPlay): Promise<boolean> => {
    const played = await one.speaker.play(sound);
    if (played.state === 'played') one.status.heard('good', 'played');
    else one.status.known('bad', played.reason);
    return played.state === 'played';
  };
  const say = async (one: Running, { call, spoken, hurried }: Announcing): Promise<AnnouncedHow> => {
    if (!spoken) return 'too-late';
    const percent = heardBy(one)?.sound.percents[call.zoneId] ?? 0;
    if (percent === 0) return 'muted';
    const sound = await speech.of(call, hurried);
    if (sound === null) return 'no-voice';
    // It was taken away, or the server ends, while the sound was made.
    if (running.get(one.setup.id) !== one) return 'failed';
    return (await play(one, parts.atVolume(sound, percent))) ? 'spoken' : 'failed';
  };
  const announce = async (one: Running, announcing: Announcing): Promise<void> => {
    const { callSeq, number, counterNumber, recall } = announcing.call;
    const transcript = speech
      .words(announcing.call)
      .map(({ text }) => text)
      .join(' ');
    const row = {
      ...{ outletId: one.setup.id, callSeq, at: floor().now(), number, counterNumber, recall, transcript },
    };
    const keep = (how: AnnouncedHow | null) =>
      log
        .add({ ...row, how })
        .catch((error: unknown) =>
          context.log('error', 'an announcement could not be logged', { error: String(error) }),
        );
    // On disk before the first sound; what has no end after a restart was broken off.
    await keep(null);
    const how = await say(one, announcing);
    if (running.get(one.setup.id) !== one) return;
    await keep(how);
    if (how !== 'spoken' && how !== 'muted')
      context.log('warn', 'a call was not spoken', { speaker: one.setup.id, callSeq, how });
  };
  const step = (one: Running): void => {
    if (running.get(one.setup.id) !== one) return;
    const heard = heardBy(one);
    if (heard === null) return;
    // Nothing is shown here: whoever has been spoken of makes room at once.
    const moment = { hallTime: floor().now(), steadyMs: Number.POSITIVE_INFINITY };
    const before = one.sequence ?? beginSequence(log.announced(one.setup.id), heard, moment);
    // What is called while one is said takes its place at once, so that none is lost in a long burst.
    one.sequence = advance(before, heard, moment, heard.sound, one.announcement !== null);
    const { current } = one.sequence;
    if (one.announcement !== null || current === null || current === before.current) return;
    one.announcement = announce(one, current).finally(() => {
      one.announcement = null;
      step(one);
    });
  };
  const open = (setup: SpeakerSetup): void => {
    try {
      const speaker = parts.openSpeaker(setup);
      const status = statusKeeper(context, (now) => {
        if (running.get(setup.id)?.status === status) parts.changed(setup.id, now);
      });
      running.set(setup.id, { setup, speaker, status, sequence: null, announcement: null });
    } catch (error) {
      context.log('error', 'a loudspeaker is left out', { device: setup.id, error: String(error) });
    }
  };
  return {
    apply(speakers) {
      heardSeq = null;
      const wanted = new Map(speakers.map((setup) => [setup.id as string, JSON.stringify(setup)]));
      for (const [id, { setup, speaker }] of running) {
        if (wanted.get(id) === JSON.stringify(setup)) continue;
        running.delete(id);
        speaker.stop();
      }
      for (const setup of speakers) if (!running.has(setup.id)) open(setup);
    },
    listen() {
      const { callSeq } = floor().state;
      if (callSeq === heardSeq) return;
      heardSeq = callSeq;
      for (const one of running.values()) step(one);
    },
    async test(speakerId) {
      const one = running.get(speakerId);
      if (one === undefined) return null;
      const sound = await speech.trial();
      if (sound === null) return { reason: 'no-voice' };
      return (await play(one, sound)) ? { reason: null } : { reason: one.status.current().reason };
    },
    status: (speakerId) => running.get(speakerId)?.status.current() ?? null,
    async close() {
      const underway = [...running.values()].map(({ announcement }) => announcement);
      for (const { speaker } of running.values()) speaker.stop();
      running.clear();
      await Promise.all(underway);
    },
  };
}
