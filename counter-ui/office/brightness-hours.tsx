// How bright the boards are from an hour on: a short table, kept whole.
import { useState } from 'react';
import type { BrightnessSetup } from '../../protocol/device-setup.ts';
import { language } from '../language.tsx';
import { devicesText as text } from './device-kinds.ts';
import type { SetupInHand } from './use-setup.ts';

const hoursAtMost = 12;

export function BrightnessHours({
  hours: kept,
  keepDevices,
}: {
  hours: BrightnessSetup;
  keepDevices: SetupInHand['keepDevices'];
}) {
  const [hours, setHours] = useState<BrightnessSetup>(kept);
  const [said, setSaid] = useState<string | null>(null);
  const change = (index: number, part: Partial<BrightnessSetup[number]>) =>
    setHours(hours.map((hour, at) => (at === index ? { ...hour, ...part } : hour)));
  const save = async () => {
    const asked = await keepDevices((devices) => ({ ...devices, brightness: hours }));
    setSaid(
      asked.ok
        ? text(language, 'saved')
        : (asked.problem.errors?.map(({ message }) => message).join('; ') ?? asked.problem.title),
    );
  };
  return (
    <section className="brightness">
      <h2>{text(language, 'brightness')}</h2>
      <p className="device-help">{text(language, 'brightnessHelp')}</p>
      <ul>
        {hours.map((hour, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an hour is what it stands for, and may be written twice on the way
          <li key={index} className="office-bar">
            <label>
              {text(language, 'time')}
              <input
                type="time"
                value={hour.from}
                onChange={(event) => change(index, { from: event.target.value })}
              />
            </label>
            <label>
              {text(language, 'percent')}
              <input
                type="number"
                min={5}
                max={100}
                value={hour.percent}
                onChange={(event) => change(index, { percent: Number(event.target.value) })}
              />
            </label>
            <button
              type="button"
              className="button"
              onClick={() => setHours(hours.filter((_, at) => at !== index))}
            >
              {text(language, 'remove')}
            </button>
          </li>
        ))}
      </ul>
      <div className="office-bar">
        <button
          type="button"
          className="button"
          disabled={hours.length >= hoursAtMost}
          onClick={() => setHours([...hours, { from: '17:30', percent: 40 }])}
        >
          {text(language, 'addHour')}
        </button>
        <button type="button" className="button button-primary" onClick={() => void save()}>
          {text(language, 'save')}
        </button>
        {said !== null && <p role="status">{said}</p>}
      </div>
    </section>
  );
}
