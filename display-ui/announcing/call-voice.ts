// The voice of a screen that speaks: fetches a call's sound from the server, plays it to its end through Web Audio, and
// falls back on a voice of the browser's own where the server has none. Everything is bounded in time; a sound that the
// browser holds back is said to be blocked, and waits for nobody.
import type { AnnouncedHow, ScreenSound } from '../../protocol/announced.ts';
import { ask } from '../../protocol/client/ask.ts';
import type { CallView } from '../../protocol/views/view-parts.ts';

export type CallVoice = {
  /** Fetches the sound of a call before its turn. */
  prepare(call: CallView): void;
  /** Whether it could be said now without the server. */
  isPrepared(call: CallView): boolean;
  /** Plays the call at this loudness (percent); resolves when it has ended. Never rejects. */
  say(call: CallView, hurried: boolean, percent: number): Promise<AnnouncedHow>;
  state(): ScreenSound;
  /** From within a touch or a key press: the browser then lets sound out. */
  unlock(): Promise<void>;
  close(): void;
};

const fetchWithinMs = 4_000;
const fetchEveryMs = 400;
const hurriedWithinMs = 1_000;
const preparedAtMost = 12;
const beyondMs = 2_000;
const ownVoiceWithinMs = 20_000;
const voicesWithinMs = 1_500;

type Fetched = AudioBuffer | 'no-voice' | null;

export function callVoice(): CallVoice {
  const audio = new AudioContext();
  const prepared = new Map<string, Promise<Fetched>>();
  const here = new Set<string>();

  const fetchOnce = async (callSeq: number, hurried: boolean): Promise<Fetched | 'again'> => {
    try {
      const response = await fetch(`/api/v1/calls/${callSeq}/sound?hurried=${hurried ? 'yes' : 'no'}`, {
        signal: AbortSignal.timeout(fetchWithinMs),
      });
      if (response.ok) return await audio.decodeAudioData(await response.arrayBuffer());
      if (response.status !== 503) return null;
      const { code } = (await response.json()) as { code?: string };
      return code === 'no-voice' ? 'no-voice' : 'again';
    } catch {
      return 'again';
    }
  };
  /** Again and again while the server is away, for a while. */
  const fetchSound = async (callSeq: number, hurried: boolean): Promise<Fetched> => {
    for (const until = performance.now() + fetchWithinMs; performance.now() < until; ) {
      const fetched = await fetchOnce(callSeq, hurried);
      if (fetched !== 'again') return fetched;
      await new Promise((resolve) => setTimeout(resolve, fetchEveryMs));
    }
    // The server was not reached: asked for anew until its turn comes.
    prepared.delete(`${callSeq} ${hurried}`);
    return null;
  };
  const soundOf = (callSeq: number, hurried: boolean): Promise<Fetched> => {
    const key = `${callSeq} ${hurried}`;
    const known = prepared.get(key) ?? fetchSound(callSeq, hurried);
    prepared.set(key, known);
    void known.then((sound) => sound !== null && prepared.has(key) && here.add(key));
    for (const oldest of prepared.keys()) {
      if (prepared.size <= preparedAtMost) break;
      prepared.delete(oldest);
      here.delete(oldest);
    }
    return known;
  };
  /** Said once, if that comes soon; else in full, as it was fetched before. */
  const hurriedOrFull = (callSeq: number): Promise<Fetched> => {
    const full = soundOf(callSeq, false);
    const soon = new Promise<Fetched>((resolve) => setTimeout(() => resolve(null), hurriedWithinMs));
    return Promise.race([soundOf(callSeq, true), soon]).then((sound) => sound ?? full);
  };
  const play = (sound: AudioBuffer, percent: number): Promise<AnnouncedHow> =>
    new Promise((resolve) => {
      const source = audio.createBufferSource();
      const gain = audio.createGain();
      // Loudness is heard as the square of the level.
      gain.gain.value = (percent / 100) ** 2;
      source.buffer = sound;
      source.connect(gain).connect(audio.destination);
      const timer = setTimeout(() => resolve('failed'), sound.duration * 1_000 + beyondMs);
      source.onended = () => {
        clearTimeout(timer);
        resolve('spoken');
      };
      source.start();
    });
  return {
    prepare(call) {
      void soundOf(call.callSeq, false);
    },
    isPrepared: ({ callSeq }) => here.has(`${callSeq} false`),
    async say(call, hurried, percent) {
      if (audio.state !== 'running') return 'blocked';
      const sound = await (hurried ? hurriedOrFull(call.callSeq) : soundOf(call.callSeq, false));
      for (const key of [`${call.callSeq} true`, `${call.callSeq} false`]) {
        prepared.delete(key);
        here.delete(key);
      }
      if (sound === null) return 'failed';
      return sound === 'no-voice' ? sayWithOwnVoice(call.callSeq, percent) : play(sound, percent);
    },
    state: () => (audio.state === 'running' ? 'ready' : 'blocked'),
    unlock: () => audio.resume(),
    close: () => void audio.close(),
  };
}

/** A browser finds its voices some time after the page has asked for them first. */
function voicesOfBrowser(): Promise<readonly SpeechSynthesisVoice[]> {
  if (!('speechSynthesis' in window)) return Promise.resolve([]);
  const voices = speechSynthesis.getVoices();
  if (voices.length > 0) return Promise.resolve(voices);
  return new Promise((resolve) => {
    const found = () => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener('voiceschanged', found, { once: true });
    setTimeout(found, voicesWithinMs);
  });
}

type Words = { words: { language: string; text: string }[] };

/** The last resort: a voice that the browser itself has for the language. */
async function sayWithOwnVoice(callSeq: number, percent: number): Promise<AnnouncedHow> {
  const voices = await voicesOfBrowser();
  const asked = await ask<Words>(`/api/v1/calls/${callSeq}/words`);
  if (!asked.ok) return 'failed';
  const sayable = asked.body.words.flatMap(({ language, text }) => {
    const voice = voices.find(({ lang }) => lang.toLowerCase().startsWith(language));
    return voice === undefined ? [] : [{ voice, text }];
  });
  if (sayable.length === 0) return 'no-voice';
  const said = sayable.map(
    ({ voice, text }) =>
      new Promise<boolean>((resolve) => {
        const utterance = new SpeechSynthesisUtterance(text);
        Object.assign(utterance, { voice, lang: voice.lang, volume: percent / 100, rate: 0.9 });
        utterance.onend = () => resolve(true);
        utterance.onerror = () => resolve(false);
        speechSynthesis.speak(utterance);
      }),
  );
  const inTime = new Promise<boolean[]>((resolve) => setTimeout(() => resolve([false]), ownVoiceWithinMs));
  const ended = await Promise.race([Promise.all(said), inTime]);
  if (ended.every(Boolean)) return 'spoken';
  speechSynthesis.cancel();
  return 'failed';
}
