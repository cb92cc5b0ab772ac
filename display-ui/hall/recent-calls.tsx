// The calls before the one that is shown large, newest first.
import type { CallView } from '../../protocol/views/view-parts.ts';
import { displayText, type Languages, mainLanguage, Words } from '../parts/words.tsx';

export function RecentCalls({ calls, languages }: { calls: readonly CallView[]; languages: Languages }) {
  const language = mainLanguage(languages);
  return (
    <section className="recent" aria-label={displayText(language, 'recent')}>
      <h2 className="caption">
        <Words word="recent" languages={languages} />
      </h2>
      <ol data-testid="recent-calls">
        {calls.map((call) => (
          <li key={call.callSeq}>
            <strong>{call.number}</strong>
            <span>
              {displayText(language, 'counter')} <b>{call.counterNumber}</b>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
