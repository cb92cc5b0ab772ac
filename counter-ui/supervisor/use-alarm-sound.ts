// One short sound for each alarm that is new to this page, a double one for a help call, and the number of alarms in the
// window's title. A browser holds sound back until the page is touched; whether it is wanted is kept in this browser.
import { useEffect, useRef, useState } from 'react';

const key = 'denluot-alarm-sound';
const toneMs = 180;

export type AlarmSound = {
  readonly isOn: boolean;
  readonly toggle: () => void;
  /** How many times it has sounded since the page was opened. */
  readonly sounded: number;
};

/** `alarms`: what each alarm is known by, help calls beginning with `help`; null while nothing is known yet. */
export function useAlarmSound(alarms: readonly string[] | null): AlarmSound {
  const known = useRef<ReadonlySet<string> | null>(null);
  const [isOn, setOn] = useState(wasOn);
  const [sounded, setSounded] = useState(0);
  const all = alarms?.join('\n') ?? null;
  useEffect(() => {
    if (all === null) return;
    const now = all === '' ? [] : all.split('\n');
    const news = known.current === null ? [] : now.filter((each) => known.current?.has(each) === false);
    known.current = new Set(now);
    if (news.length === 0 || !isOn) return;
    sound(news.some((each) => each.startsWith('help')) ? 2 : 1);
    setSounded((count) => count + 1);
  }, [all, isOn]);
  return {
    ...{ isOn, sounded },
    toggle() {
      keep(!isOn);
      setOn(!isOn);
      if (!isOn) sound(1);
    },
  };
}

/** A browser that keeps nothing sounds. */
function wasOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

function keep(isOn: boolean): void {
  try {
    localStorage.setItem(key, isOn ? 'on' : 'off');
  } catch {
    // It holds until the page is closed.
  }
}

/** The window's title with so many alarms in front. */
export function useTitle(title: string, alarms: number): void {
  useEffect(() => {
    document.title = `${alarms > 0 ? `(${alarms}) ` : ''}${title} – Đến Lượt`;
  }, [title, alarms]);
}

function sound(times: number): void {
  try {
    const context = new AudioContext();
    for (let time = 0; time < times; time += 1) {
      const begins = context.currentTime + (time * 2 * toneMs) / 1_000;
      const tone = context.createOscillator();
      const loudness = context.createGain();
      tone.frequency.value = 880;
      loudness.gain.setValueAtTime(0.25, begins);
      loudness.gain.exponentialRampToValueAtTime(0.001, begins + toneMs / 1_000);
      tone.connect(loudness).connect(context.destination);
      tone.start(begins);
      tone.stop(begins + toneMs / 1_000);
    }
    setTimeout(() => void context.close(), times * 2 * toneMs + 500);
  } catch {
    // A machine without sound: the strip and the title say it.
  }
}
