// How calls are spoken, as one form kept whole: what is said, by whom, how often and how loud. What is being edited outlives
// edits elsewhere on the page and one that somebody else overtook.
import { type FormEvent, useState } from 'react';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { SpeechSetup } from '../../protocol/speech-setup.ts';
import { language } from '../language.tsx';
import { DeviceField } from './device-fields.tsx';
import { type FormValues, devicesText as text } from './device-kinds.ts';
import { NumberInput } from './number-input.tsx';
import { PercentHours } from './percent-hours.tsx';
import { faultsOf, type Wrong } from './setup-faults.ts';
import { speechFields, speechOf, speechValues } from './speech-fields.ts';
import { speechSample } from './speech-sample.ts';
import type { SetupInHand } from './use-setup.ts';

type Loudness = Pick<SpeechSetup, 'volume' | 'zoneVolume'>;
type Draft = { readonly values: FormValues; readonly loudness: Loudness };
type Props = { readonly setup: Setup; readonly keep: SetupInHand['keep'] };
const keys = [...speechFields.map(({ key }) => key), 'volume', 'zoneVolume'];

export function SpeechForm({ setup, keep }: Props) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Wrong>({});
  const { volume, zoneVolume } = setup.speech;
  const { values, loudness } = draft ?? {
    values: speechValues(setup.speech),
    loudness: { volume, zoneVolume },
  };
  const speech = { ...speechOf(values, setup.speech), ...loudness };
  const edit = (part: Partial<Draft>) => {
    setSaid(null);
    setDraft({ values, loudness, ...part });
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const kept = await keep((whole) => ({ ...whole, speech }));
    setWrong(kept.ok ? {} : faultsOf(kept.problem, 'speech', keys));
    setSaid(kept.ok ? text(language, 'speechSaved') : null);
    if (kept.ok) setDraft(null);
  };
  return (
    <section id="speech" className="speech">
      <h2>{text(language, 'speech')}</h2>
      <p className="device-help">{text(language, 'speechHelp')}</p>
      <form onSubmit={(event) => void save(event)} noValidate>
        <div className="device-form">
          {speechFields.map((field) => (
            <DeviceField
              key={field.key}
              {...{ field, setup, value: values[field.key] ?? '', wrong: wrong[field.key] }}
              change={(value) => edit({ values: { ...values, [field.key]: value } })}
            />
          ))}
        </div>
        <Sample {...{ speech, setup }} />
        <Loud
          {...{ loudness, setup, wrong }}
          change={(part) => edit({ loudness: { ...loudness, ...part } })}
        />
        <div className="device-actions">
          <button type="submit" className="button button-primary">
            {text(language, 'save')}
          </button>
          {said !== null && <p role="status">{said}</p>}
          {wrong[''] !== undefined && (
            <p className="office-wrong" role="alert">
              {wrong['']}
            </p>
          )}
        </div>
      </form>
    </section>
  );
}

/** What the settings mean, before they are kept. */
function Sample({ speech, setup }: { speech: SpeechSetup; setup: Setup }) {
  return (
    <figure className="speech-sample">
      <figcaption>{text(language, 'speechSample')}</figcaption>
      <blockquote data-testid="speech-sample" aria-live="polite">
        {speechSample(speech, setup).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </blockquote>
    </figure>
  );
}

type LoudProps = {
  loudness: Loudness;
  setup: Setup;
  wrong: Wrong;
  change: (part: Partial<Loudness>) => void;
};
function Loud({ loudness: { volume, zoneVolume }, setup: { zones }, wrong, change }: LoudProps) {
  const fault = wrong.volume ?? wrong.zoneVolume;
  /** A zone that is as loud as the others needs no line. */
  const setZone = (zoneId: (typeof zones)[number]['id'], percent: number) => {
    const others = zoneVolume.filter((each) => each.zoneId !== zoneId);
    change({ zoneVolume: percent === 100 ? others : [...others, { zoneId, percent }] });
  };
  return (
    <div className="device-form speech-loud">
      <div>
        <h3>{text(language, 'volumeByHour')}</h3>
        <p className="device-help">{text(language, 'volumeByHourHelp')}</p>
        <PercentHours
          {...{ hours: volume, word: 'volume', least: 0, added: { from: '11:30', percent: 60 } }}
          change={(hours) => change({ volume: hours })}
        />
      </div>
      <div>
        <h3>{text(language, 'zoneVolume')}</h3>
        <ul className="speech-zones">
          {zones.map(({ id, name }) => (
            <li key={id} className="office-bar">
              <NumberInput
                label={centreText(name, language)}
                {...{ value: zoneVolume.find(({ zoneId }) => zoneId === id)?.percent ?? 100 }}
                {...{ min: 0, max: 100 }}
                change={(percent) => setZone(id, percent)}
              />
            </li>
          ))}
        </ul>
      </div>
      {fault !== undefined && (
        <p className="device-wrong" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
