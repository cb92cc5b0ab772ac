// A percentage from an hour on: a short table to be edited, for the brightness of boards and the volume of calls. Whoever
// shows it keeps it.
import { language } from '../language.tsx';
import { type DevicesWord, devicesText as text } from './device-kinds.ts';
import { NumberInput } from './number-input.tsx';

const hoursAtMost = 12;
export type PercentHour = { readonly from: string; readonly percent: number };
type Hours = readonly PercentHour[];

export function PercentHours<H extends PercentHour>({
  hours,
  word,
  least,
  added,
  change,
}: {
  hours: readonly H[];
  /** What the percentage is of. */
  word: DevicesWord;
  least: number;
  added: H;
  change: (hours: H[]) => void;
}) {
  const edit = (index: number, part: Partial<Hours[number]>) =>
    change(hours.map((hour, at) => (at === index ? { ...hour, ...part } : hour)));
  return (
    <>
      <ul className="percent-hours">
        {hours.map(({ from, percent }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an hour is what it stands for, and may be written twice on the way
          <li key={index} className="office-bar">
            <label>
              {text(language, 'time')}
              <input
                type="time"
                value={from}
                onChange={(event) => edit(index, { from: event.target.value })}
              />
            </label>
            <NumberInput
              {...{ label: text(language, word), value: percent, min: least, max: 100 }}
              change={(value) => edit(index, { percent: value })}
            />
            <button
              type="button"
              className="button"
              onClick={() => change(hours.filter((_, at) => at !== index))}
            >
              {text(language, 'remove')}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button"
        disabled={hours.length >= hoursAtMost}
        onClick={() => change([...hours, added])}
      >
        {text(language, 'addHour')}
      </button>
    </>
  );
}
