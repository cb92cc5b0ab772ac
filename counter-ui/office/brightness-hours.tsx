// How bright the boards are from an hour on, kept whole. What is being edited here outlives edits elsewhere on the page.
import { useState } from 'react';
import type { BrightnessSetup } from '../../protocol/device-setup.ts';
import { language } from '../language.tsx';
import { devicesText as text } from './device-kinds.ts';
import { PercentHours } from './percent-hours.tsx';
import { faultsOf } from './setup-faults.ts';
import type { SetupInHand } from './use-setup.ts';

export function BrightnessHours({
  hours: kept,
  keepDevices,
}: {
  hours: BrightnessSetup;
  keepDevices: SetupInHand['keepDevices'];
}) {
  const [edited, setEdited] = useState<BrightnessSetup | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const hours = edited ?? kept;
  const save = async () => {
    const asked = await keepDevices((devices) => ({ ...devices, brightness: hours }));
    if (asked.ok) setEdited(null);
    setSaid(asked.ok ? text(language, 'saved') : Object.values(faultsOf(asked.problem, '', [])).join('; '));
  };
  return (
    <section className="brightness">
      <h2>{text(language, 'brightness')}</h2>
      <p className="device-help">{text(language, 'brightnessHelp')}</p>
      <PercentHours
        {...{ hours, word: 'percent', least: 5, added: { from: '17:30', percent: 40 }, change: setEdited }}
      />
      <div className="office-bar">
        <button type="button" className="button button-primary" onClick={() => void save()}>
          {text(language, 'save')}
        </button>
        {said !== null && <p role="status">{said}</p>}
      </div>
    </section>
  );
}
