// One field of a form, with its label, its help and what is wrong with it; what a select offers comes from the set-up.

import { centreText } from '../../protocol/locales/text-page.ts';
import { devicesVi } from '../../protocol/locales/vi/devices.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { language } from '../language.tsx';
import { ArrowsField } from './arrows-field.tsx';
import { type Choice, type DevicesWord, type Field, devicesText as text } from './device-kinds.ts';

type Props = {
  readonly field: Field;
  readonly value: string;
  readonly wrong: string | undefined;
  readonly setup: Setup;
  readonly change: (value: string) => void;
};

export function DeviceField({ field, value, wrong, setup, change }: Props) {
  const id = `device-${field.key}`;
  const described = wrong === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-wrong` };
  const isWide = field.kind === 'json' || field.kind === 'arrows';
  return (
    <div className={isWide ? 'device-field device-field-wide' : 'device-field'}>
      {field.kind === 'arrows' ? (
        <strong className="device-label">{text(language, field.label)}</strong>
      ) : (
        <label htmlFor={id}>{text(language, field.label)}</label>
      )}
      {field.help !== undefined && isWide && <Help word={field.help} />}
      {field.kind === 'arrows' ? (
        <ArrowsField {...{ value, setup, change }} />
      ) : (
        <Control {...{ field, setup, change }} common={{ id, value, ...described }} />
      )}
      {field.help !== undefined && !isWide && <Help word={field.help} />}
      {wrong !== undefined && (
        <small id={`${id}-wrong`} className="device-wrong" role="alert">
          {wrong}
        </small>
      )}
    </div>
  );
}

function Help({ word }: { word: DevicesWord }) {
  return <small className="device-help">{text(language, word)}</small>;
}

type ControlProps = Pick<Props, 'field' | 'setup' | 'change'> & {
  readonly common: { readonly id: string; readonly value: string };
};
function Control({ field, setup, change, common }: ControlProps) {
  const onChange = (event: { target: { value: string } }) => change(event.target.value);
  if (field.kind === 'text') return <input {...common} maxLength={200} onChange={onChange} />;
  if (field.kind === 'json') return <textarea {...common} rows={8} spellCheck={false} onChange={onChange} />;
  if (field.kind === 'number')
    return <input {...common} type="number" min={field.min} max={field.max} onChange={onChange} />;
  return (
    <select {...common} onChange={onChange}>
      {choicesOf(field, setup).map(([each, label]) => (
        <option key={each} value={each}>
          {label in devicesVi ? text(language, label as DevicesWord) : label}
        </option>
      ))}
    </select>
  );
}

/** What a select offers. */
function choicesOf(field: Field, { counters, zones, devices }: Setup): readonly Choice[] {
  const screens = (kind: string): Choice[] =>
    devices.screens.filter((screen) => screen.kind === kind).map(({ id, name }) => [id, name]);
  const atCounters = counters.map(
    ({ id, number, name }): Choice => [id, `${number} – ${centreText(name, language)}`],
  );
  switch (field.kind) {
    case 'choice':
      return field.choices;
    case 'yes-no':
      return [
        ['true', 'yes'],
        ['false', 'no'],
      ];
    case 'machine':
      return [['', 'thisServer'], ...screens('agent')];
    case 'counter':
      return atCounters;
    case 'counter-or-none':
      return [['', field.none], ...atCounters];
    case 'zone':
      return [['', 'wholeCentre'], ...zones.map(({ id, name }): Choice => [id, centreText(name, language)])];
    case 'kiosk':
    case 'kiosks':
      return [['', 'everyKiosk'], ...screens('kiosk')];
    default:
      return [];
  }
}
