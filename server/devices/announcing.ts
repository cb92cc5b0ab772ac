// Everything that is said in the hall: the sound of calls, the server's own loudspeakers with their log, and how voice and
// loudspeakers are. What screens say by themselves they fetch here.
import { join } from 'node:path';
import type { DriverContext } from '../../hardware/driver-context.ts';
import { type SpeakerSimulator, speakerSimulator } from '../../hardware/simulator/speaker-simulator.ts';
import { louder } from '../../hardware/speaker/sound.ts';
import { soundCard } from '../../hardware/speaker/sound-card.ts';
import type { SoundToPlay, Speaker } from '../../hardware/speaker/speaker.ts';
import { alsaDeviceOf } from '../../hardware/speaker/speaker-address.ts';
import { decodeWav, encodeWav } from '../../hardware/speaker/wav.ts';
import type { SpeakerSetup } from '../../protocol/device-setup.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { DeviceTest } from '../../protocol/endpoints/device-endpoints.ts';
import { officeEn } from '../../protocol/locales/en/office.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { officeVi } from '../../protocol/locales/vi/office.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { SimulatorsView } from '../../protocol/views/simulators-view.ts';
import type { CallView } from '../../protocol/views/view-parts.ts';
import type { Floor } from '../application/floor-port.ts';
import type { AnnouncementLog } from './announcement-log.ts';
import { type CallSpeech, createCallSpeech } from './call-speech.ts';
import { voiceId } from './device-list.ts';
import { createLoudspeakers, type Loudspeakers } from './loudspeakers.ts';

export type Announcing = {
  readonly speech: CallSpeech;
  readonly speakers: Loudspeakers;
  /** A call that is not long past; null for one that is not known. */
  callOf(callSeq: number): CallView | null;
  status(deviceId: string): DeviceStatus | null;
  voice(): { name: string; status: DeviceStatus; detail: string | null };
  /** Says one, two, three through a loudspeaker, or tries the voice alone; null for anything else. */
  test(deviceId: string): Promise<DeviceTest | null>;
  simulated(): SimulatorsView['speakers'];
  apply(): void;
  close(): Promise<void>;
};

const officeText = textPage(officeVi, officeEn);
const probeEveryMs = 60_000;

export function createAnnouncing(parts: {
  setup: () => Setup;
  floor: () => Floor;
  /** Where clip packs are. */
  dataDir: string | null;
  log: AnnouncementLog;
  context: DriverContext;
  statusChanged: (deviceId: string, status: DeviceStatus) => void;
  changed: () => void;
}): Announcing {
  const { setup, floor, dataDir, log, context, statusChanged, changed } = parts;
  const simulators = new Map<string, SpeakerSimulator>();
  const openSpeaker = ({ id, address }: SpeakerSetup): Speaker => {
    if (address !== 'simulator') return soundCard(alsaDeviceOf(address));
    const simulator = speakerSimulator(context, changed);
    simulators.set(id, simulator);
    return simulator;
  };
  const speech = createCallSpeech({
    ...{ setup, context },
    clipFolder: join(dataDir ?? '.', 'clips'),
    changed: (status) => statusChanged(voiceId, status),
  });
  const speakers = createLoudspeakers({
    ...{ floor, speech, openSpeaker, atVolume, log, context },
    changed: statusChanged,
  });
  let cancelProbe = () => {};
  /** Whether there is a voice is known before the first call needs it. */
  const probe = () => {
    speech.apply();
    void speech.trial();
    cancelProbe();
    cancelProbe = context.after(probeEveryMs, probe);
  };
  return {
    ...{ speech, speakers },
    callOf(callSeq) {
      const { state, rules } = floor();
      const call = state.calls.find((each) => each.callSeq === callSeq);
      const counter = call === undefined ? undefined : rules.counters.get(call.counterId);
      if (call === undefined || counter === undefined) return null;
      return { ...call, counterNumber: counter.number, zoneId: counter.zoneId };
    },
    status: (id) => (id === voiceId ? speech.status() : speakers.status(id)),
    voice: () => ({
      name: officeText(setup().languages[0] ?? 'vi', 'voiceName'),
      status: speech.status(),
      detail: speech.detail(),
    }),
    async test(deviceId) {
      const tried =
        deviceId === voiceId
          ? { reason: (await speech.trial()) === null ? ('no-voice' as const) : null }
          : await speakers.test(deviceId);
      if (tried === null) return null;
      return { state: tried.reason === null ? 'spoken' : 'failed', reason: tried.reason };
    },
    simulated: () =>
      setup().devices.speakers.flatMap(({ id, name }) => {
        const simulator = simulators.get(id);
        return simulator === undefined ? [] : [{ speakerId: id, name, said: [...simulator.said] }];
      }),
    apply() {
      if (speech.apply()) probe();
      speakers.apply(setup().devices.speakers);
    },
    close() {
      cancelProbe();
      return speakers.close();
    },
  };
}

/** Loudness is heard as the square of the level. */
function atVolume(sound: SoundToPlay, percent: number): SoundToPlay {
  if (percent >= 100) return sound;
  const share = percent / 100;
  return { ...sound, wav: encodeWav(louder(decodeWav(sound.wav), share * share)) };
}
