// Who waits for what, a few services at a time where there are many, and the numbers that were missed.

import { centreText } from '../../protocol/locales/text-page.ts';
import type { HallView } from '../../protocol/views/hall-view.ts';
import { pageOf, useTurn } from '../parts/use-turn.ts';
import { displayText, mainLanguage, Words } from '../parts/words.tsx';

const servicesAtOnce = 3;
const standsMs = 8_000;

export function WaitingByService({ view }: { view: HallView }) {
  const { waiting, languages } = view;
  const language = mainLanguage(languages);
  const shown = pageOf(waiting, servicesAtOnce, useTurn(standsMs));
  return (
    <section className="waiting" aria-label={displayText(language, 'waiting')} data-testid="waiting">
      <h2 className="caption">
        <Words word="waiting" languages={languages} />
      </h2>
      {shown.length === 0 ? (
        <p className="waiting-none">{displayText(language, 'nobodyWaiting')}</p>
      ) : (
        <ul>
          {shown.map(({ serviceId, prefix, name, waiting: count, estimate }) => (
            <li key={serviceId}>
              <span className="waiting-prefix">{prefix}</span>
              <strong>{count}</strong>
              <span className="waiting-text">
                <span className="waiting-name">{centreText(name, language)}</span>
                {estimate !== null && (
                  <span className="waiting-time">
                    {displayText(language, 'aboutMinutes', {
                      from: estimate.fromMinutes,
                      to: estimate.toMinutes,
                    })}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function Missed({ view: { missed, languages } }: { view: HallView }) {
  if (missed.length === 0) return null;
  return (
    <section className="missed" data-testid="missed">
      <h2 className="caption">
        <Words word="missed" languages={languages} />
      </h2>
      <p>{missed.map(({ number }) => number).join('  ')}</p>
    </section>
  );
}
