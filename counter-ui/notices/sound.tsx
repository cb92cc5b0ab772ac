// Which zones' calls are spoken: muted and unmuted at once, as it is for everybody.
import { useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import { useLiveView } from '../../protocol/client/use-live-view.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import { language } from '../language.tsx';
import { type Centre, noticesText as text } from './use-centre.ts';

export function ZoneSound({ centre }: { centre: Centre }) {
  const { body } = useLiveView<'supervisor'>({ view: 'supervisor' });
  const [wrong, setWrong] = useState<string | null>(null);
  const muted = new Set<string>(body?.mutedZones ?? []);
  const mute = async (zoneId: string, isMuted: boolean) => {
    const asked = await ask(`/api/v1/zones/${zoneId}/sound`, { method: 'PUT', body: { muted: isMuted } });
    setWrong(asked.ok ? null : asked.problem.title);
  };
  return (
    <section className="zone-sound">
      <p>{text(language, 'muteHelp')}</p>
      {wrong !== null && (
        <p className="office-wrong" role="alert">
          {wrong}
        </p>
      )}
      <ul>
        {centre.zones.map(({ id, name }) => (
          <li key={id} data-zone={id}>
            <strong>{centreText(name, language)}</strong>
            <span>{muted.has(id) ? `✕ ${text(language, 'muted')}` : `✓ ${text(language, 'speaking')}`}</span>
            <button
              type="button"
              className={muted.has(id) ? 'button button-primary' : 'button'}
              onClick={() => void mute(id, !muted.has(id))}
            >
              {text(language, muted.has(id) ? 'unmute' : 'mute')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
