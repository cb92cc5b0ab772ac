// How satisfied people were today, always with how many of those served have answered.
import type { StatusView } from '../../protocol/views/status-view.ts';
import { count, percent, statusText } from './status-text.ts';

export function Satisfaction({ view: { today, languages } }: { view: StatusView }) {
  const { finished, rated, satisfied } = today;
  return (
    <section className="satisfaction" data-testid="satisfaction">
      <h2>{statusText(languages, 'satisfaction')}</h2>
      {rated === 0 ? (
        <p>{statusText(languages, 'noRatings')}</p>
      ) : (
        <>
          <p className="satisfaction-share">
            <strong>{percent(languages, satisfied, rated)}</strong> {statusText(languages, 'satisfied')}
          </p>
          <p>
            {statusText(languages, 'ofRated', {
              rated: count(languages, rated),
              finished: count(languages, finished),
            })}
          </p>
        </>
      )}
    </section>
  );
}
