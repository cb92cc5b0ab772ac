// What every counter of the zone is doing, as a grid that holds two dozen counters on one television.
import type { HallView } from '../../protocol/views/hall-view.ts';
import { displayText, type Languages, mainLanguage, Words } from '../parts/words.tsx';

export function NowServing({ view }: { view: HallView }) {
  const { nowServing, languages } = view;
  return (
    <section className="serving" aria-label={displayText(mainLanguage(languages), 'nowServing')}>
      <h2 className="caption">
        <Words word="nowServing" languages={languages} />
      </h2>
      <ul className={`counters counters-${columnsFor(nowServing.length)}`} data-testid="now-serving">
        {nowServing.map((counter) => (
          <li
            key={counter.counterId}
            className={`serving-counter serving-${counter.status} ${counter.ticketStatus === 'called' ? 'serving-called' : ''}`}
            data-counter={counter.counterNumber}
          >
            <span className="serving-number">{counter.counterNumber}</span>
            <span className="serving-ticket">
              {counter.number ?? <small>{stateOf(counter, languages)}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Columns in which so many counters are still large. */
function columnsFor(counters: number): number {
  if (counters <= 6) return 1;
  return counters <= 16 ? 2 : 3;
}

function stateOf({ status }: HallView['nowServing'][number], languages: Languages): string {
  const language = mainLanguage(languages);
  if (status === 'closed') return displayText(language, 'closed');
  return status === 'paused' ? `Ⅱ ${displayText(language, 'paused')}` : displayText(language, 'free');
}
