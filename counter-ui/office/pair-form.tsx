// Pairs a new screen, or a machine that lends its devices, by the code it shows.
import { type FormEvent, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import { language } from '../language.tsx';
import { devicesText } from './device-kinds.ts';
import { officeText as text } from './office-header.tsx';

export function PairForm() {
  const [said, setSaid] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const counterId = String(form.get('counterId')).trim();
    const body = {
      code: String(form.get('code')).replace(/\s/g, ''),
      name: String(form.get('name')),
      ...(counterId === '' ? {} : { counterId }),
    };
    const asked = await ask('/api/v1/devices/pair/approve', { method: 'POST', body });
    setSaid(asked.ok ? text(language, 'paired') : asked.problem.title);
  };
  return (
    <form
      className="office-bar"
      onSubmit={(event) => void submit(event)}
      aria-label={text(language, 'pairTitle')}
    >
      <label>
        {text(language, 'code')}
        <input
          name="code"
          inputMode="numeric"
          pattern="[0-9 ]{6,7}"
          required
          title={text(language, 'pairHelp')}
        />
      </label>
      <label>
        {text(language, 'name')}
        <input name="name" maxLength={80} required />
      </label>
      <label>
        {text(language, 'atCounter')}
        <input name="counterId" placeholder="c01" />
      </label>
      <button type="submit" className="button button-primary">
        {text(language, 'pair')}
      </button>
      <p className="device-help">{devicesText(language, 'pairAgentHelp')}</p>
      {said !== null && <p role="status">{said}</p>}
    </form>
  );
}
