// What every counter of the zone is doing, as a grid that holds two dozen counters on one television.
import type { HallView } from '../../protocol/views/hall-view.ts';
import { displayText } from '../display-text.ts';
import { Caption } from './caption.tsx';

export function NowServing({ view }: { view: HallView }) {
  return (
    <section className="hall-serving" aria-label={displayText('vi', 'nowServing')}>
      <Caption name="nowServing" />
      <ul
        className={view.nowServing.length > 16 ? 'hall-counters hall-counters-many' : 'hall-counters'}
        data-testid="now-serving"
      >
        {view.nowServing.map((counter) => (
          <li
            key={counter.counterId}
            className={`hall-counter hall-counter-${counter.status} ${counter.ticketStatus === 'called' ? 'hall-counter-called' : ''}`}
            data-counter={counter.counterNumber}
          >
            <span className="hall-counter-number">{counter.counterNumber}</span>
            <span className="hall-counter-ticket">{counter.number ?? said(counter)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function said({ status }: HallView['nowServing'][number]) {
  const word = status === 'closed' ? 'closed' : status === 'paused' ? 'paused' : 'free';
  return <small>{status === 'paused' ? `Ⅱ ${displayText('vi', word)}` : displayText('vi', word)}</small>;
}
