// Pairs a new screen, or a machine that lends its devices, by the code it shows. Of which kind it is the server knows; it is
// said, and its own form (device-form.tsx) then asks what fits that kind.
import { type FormEvent, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { ScreenKind } from '../../protocol/device-setup.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { language } from '../language.tsx';
import { devicesText, kindText } from './device-kinds.ts';
import { officeText as text } from './office-header.tsx';

type Props = { readonly setup: Setup; readonly paired: () => void };

export function PairForm({ setup: { counters, zones }, paired }: Props) {
  const [said, setSaid] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const told = new FormData(form);
    const [counterId, zoneId] = [String(told.get('counterId')), String(told.get('zoneId'))];
    const body = {
      code: String(told.get('code')).replace(/\s/g, ''),
      name: String(told.get('name')),
      ...(counterId === '' ? {} : { counterId }),
      ...(zoneId === '' ? {} : { zoneId }),
    };
    const asked = await ask<{ kind: ScreenKind }>('/api/v1/devices/pair/approve', { method: 'POST', body });
    if (!asked.ok) return setSaid(asked.problem.title);
    setSaid(devicesText(language, 'pairedAs', { kind: kindText(language, asked.body.kind) }));
    form.reset();
    paired();
  };
  return (
    <form
      className="office-bar pair-form"
      onSubmit={(event) => void submit(event)}
      aria-label={text(language, 'pairTitle')}
    >
      <label>
        {text(language, 'code')}
        <input
          {...{ name: 'code', inputMode: 'numeric', pattern: '[0-9 ]{6,7}', required: true }}
          title={text(language, 'pairHelp')}
        />
      </label>
      <label>
        {text(language, 'name')}
        <input name="name" maxLength={80} required />
      </label>
      <label>
        {text(language, 'atCounter')}
        <select name="counterId">
          <option value="">{devicesText(language, 'no')}</option>
          {counters.map(({ id, number, name }) => (
            <option key={id} value={id}>{`${number} – ${centreText(name, language)}`}</option>
          ))}
        </select>
      </label>
      <label>
        {devicesText(language, 'zone')}
        <select name="zoneId">
          <option value="">{devicesText(language, 'wholeCentre')}</option>
          {zones.map(({ id, name }) => (
            <option key={id} value={id}>
              {centreText(name, language)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button button-primary">
        {text(language, 'pair')}
      </button>
      {said !== null && <p role="status">{said}</p>}
      <p className="device-help">
        {devicesText(language, 'pairAgentHelp')} {devicesText(language, 'pairPlaceHelp')}
      </p>
    </form>
  );
}
