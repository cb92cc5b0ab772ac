// Who waits for which department, and for how long the first of them has.
import { centreText } from '../../protocol/locales/text-page.ts';
import type { StatusView } from '../../protocol/views/status-view.ts';
import { pageOf, useTurn } from '../parts/use-turn.ts';
import { mainLanguage } from '../parts/words.tsx';
import { pageMs, statusText } from './status-text.ts';

const rowsAtOnce = 5;

export function WaitingByDepartment({ view: { waiting, languages } }: { view: StatusView }) {
  const turn = useTurn(pageMs);
  return (
    <section className="queues" data-testid="queues">
      <h2>{statusText(languages, 'waiting')}</h2>
      {waiting.length === 0 && <p>{statusText(languages, 'nobodyWaiting')}</p>}
      <ul>
        {pageOf(waiting, rowsAtOnce, turn).map((each) => (
          <li key={each.departmentId}>
            <span className="queues-name">
              {centreText(each.name, mainLanguage(languages))}
              {each.longestWaitMinutes > 0 && (
                <small className="queues-longest">
                  {statusText(languages, 'longest', { minutes: each.longestWaitMinutes })}
                </small>
              )}
            </span>
            <strong>{each.waiting}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
