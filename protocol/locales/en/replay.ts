// A day played again from the journal.
import type { replayVi } from '../vi/replay.ts';

export const replayEn: Record<keyof typeof replayVi, string> = {
  title: 'Replay of a day',
  day: 'Day',
  noDays: 'The journal holds no day yet.',
  loading: 'Being put together…',
  play: 'Play',
  pause: 'Pause',
  speed: 'Speed',
  times: '×{speed}',
  time: 'Time',
  position: 'Time shown',
  previousMark: 'Alarm before',
  nextMark: 'Alarm after',
  marks: 'Alarms of the day ({count})',
  jumpTo: 'Go to {time}',
  rows: '{rows} rows of the journal, from {first} to {last}',
  todaysNames: 'Names of counters, zones, services and work profiles are those of the set-up in force.',
  past: 'This is {time} played again, not now',
};
