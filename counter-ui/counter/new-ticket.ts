// Somebody comes while the officer is idle: a soft sound, made here, and a notice on the desktop. Only where nobody is in
// hand and nobody was waiting before, so that it is never heard in the middle of the work.
import { useEffect, useRef } from 'react';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { language } from '../language.tsx';
import type { CounterSettings } from './counter-settings.ts';
import { counterText } from './counter-text.ts';

type Seen = Pick<CounterView, 'waitingTotal'> & {
  readonly ticket: object | null;
  readonly counter: { readonly status: string };
};

/** Whether the second of two views in a row tells an idle officer of somebody new. Pure. */
export function isNewTicket(before: Seen | null, now: Seen): boolean {
  return (
    before !== null &&
    before.waitingTotal === 0 &&
    before.ticket === null &&
    before.counter.status === 'open' &&
    now.waitingTotal > 0 &&
    now.ticket === null &&
    now.counter.status === 'open'
  );
}

export function useNewTicketNotice(view: CounterView | null, { sound, notices }: CounterSettings): void {
  const before = useRef<CounterView | null>(null);
  useEffect(() => {
    const isNew = view !== null && isNewTicket(before.current, view);
    before.current = view;
    if (!isNew) return;
    if (sound) playSoftly();
    if (notices) notify(view);
  }, [view, sound, notices]);
}

let audio: AudioContext | null = null;

/** Two quiet notes, a third apart. */
function playSoftly(): void {
  try {
    audio ??= new AudioContext();
    const { currentTime, destination } = audio;
    const notes = [
      { hertz: 659.3, after: 0 },
      { hertz: 523.3, after: 0.18 },
    ];
    for (const { hertz, after } of notes) {
      const tone = audio.createOscillator();
      const loudness = audio.createGain();
      const begins = currentTime + after;
      tone.frequency.value = hertz;
      loudness.gain.setValueAtTime(0, begins);
      loudness.gain.linearRampToValueAtTime(0.12, begins + 0.02);
      loudness.gain.exponentialRampToValueAtTime(0.0005, begins + 0.5);
      tone.connect(loudness).connect(destination);
      tone.start(begins);
      tone.stop(begins + 0.55);
    }
    void audio.resume();
  } catch {
    // A machine without sound.
  }
}

function notify({ waiting, counter }: CounterView): void {
  if (!mayNotify()) return;
  const notice = new Notification(
    counterText(language, 'noticeTitle', { number: waiting[0]?.number ?? '' }),
    { body: counterText(language, 'noticeBody', { counter: counter.number }), tag: `denluot-${counter.id}` },
  );
  notice.onclick = () => window.focus();
}

export function mayNotify(): boolean {
  return typeof Notification !== 'undefined' && Notification.permission === 'granted';
}

/** Asks the person; true where notices may be shown. */
export async function askToNotify(): Promise<boolean> {
  if (typeof Notification === 'undefined') return false;
  return (await Notification.requestPermission()) === 'granted';
}
