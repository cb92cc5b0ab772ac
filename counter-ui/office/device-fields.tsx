// One field of a device's form, with its label, its help and what is wrong with it.

import { centreText } from '../../protocol/locales/text-page.ts';
import { devicesVi } from '../../protocol/locales/vi/devices.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { language } from '../language.tsx';
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
  const common = { id, value, ...described } as const;
  return (
    <div className={field.kind === 'json' ? 'device-field device-field-wide' : 'device-field'}>
      <label htmlFor={id}>{text(language, field.label)}</label>
      {field.kind === 'text' && (
        <input {...common} maxLength={200} onChange={(event) => change(event.target.value)} />
      )}
      {field.kind === 'number' && (
        <input
          {...common}
          type="number"
          min={field.min}
          max={field.max}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {field.kind === 'json' && (
        <textarea {...common} rows={8} spellCheck={false} onChange={(event) => change(event.target.value)} />
      )}
      {choicesOf(field, setup) !== null && (
        <select {...common} onChange={(event) => change(event.target.value)}>
          {choicesOf(field, setup)?.map(([each, label]) => (
            <option key={each} value={each}>
              {label in devicesVi ? text(language, label as DevicesWord) : label}
            </option>
          ))}
        </select>
      )}
      {field.kind === 'text' && field.help !== undefined && (
        <small className="device-help">{text(language, field.help)}</small>
      )}
      {wrong !== undefined && (
        <small id={`${id}-wrong`} className="device-wrong" role="alert">
          {wrong}
        </small>
      )}
    </div>
  );
}

/** What a select offers; null for a field that is none. */
function choicesOf(field: Field, { counters, devices }: Setup): readonly Choice[] | null {
  const screens = (kind: string): Choice[] =>
    devices.screens.filter((screen) => screen.kind === kind).map(({ id, name }) => [id, name]);
  const atCounters = counters.map(
    ({ id, number, name }): Choice => [id, `${number} – ${centreText(name, language)}`],
  );
  switch (field.kind) {
    case 'choice':
      return field.choices;
    case 'machine':
      return [['', 'thisServer'], ...screens('agent')];
    case 'counter':
      return atCounters;
    case 'counter-or-none':
      return [['', 'noCounter'], ...atCounters];
    case 'kiosk':
    case 'kiosks':
      return [['', 'everyKiosk'], ...screens('kiosk')];
    default:
      return null;
  }
}
