// The call that is announced now, or the one before it standing quietly: number, counter, where that lies, and whether it is
// a recall or a priority number, each by a word and not by colour alone.
import type { Announcing } from '../../protocol/call-sequence.ts';
import type { HallView } from '../../protocol/views/hall-view.ts';
import type { CallView } from '../../protocol/views/view-parts.ts';
import { PointingArrow } from '../parts/arrow.tsx';
import { CentreWords, Words } from '../parts/words.tsx';

export function NewestCall({
  view,
  call,
  announcing,
}: {
  view: HallView;
  call: CallView | null;
  announcing: Announcing | null;
}) {
  const { languages } = view;
  return (
    <section
      className="newest"
      aria-live="polite"
      data-testid="newest-call"
      data-call-seq={call?.callSeq ?? ''}
    >
      {call === null ? (
        <p className="newest-welcome">
          <Words word="welcome" languages={languages} />
        </p>
      ) : (
        <div key={call.callSeq} className={announcing === null ? 'call' : 'call call-new'}>
          <p className="call-caption">
            <Words word="ticket" languages={languages} />
            {call.recall && (
              <span className="call-mark">
                ↻ <Words word="recall" languages={languages.slice(0, 1)} />
              </span>
            )}
            {call.priority && (
              <span className="call-mark">
                ★ <Words word="priority" languages={languages.slice(0, 1)} />
              </span>
            )}
          </p>
          <p
            className={`call-number call-number-${Math.min(6, call.number.length)}`}
            data-testid="newest-number"
          >
            {call.number}
          </p>
          <CallPlace view={view} call={call} />
        </div>
      )}
    </section>
  );
}

function CallPlace({ view, call }: { view: HallView; call: CallView }) {
  const { languages } = view;
  const counter = view.nowServing.find(({ counterId }) => counterId === call.counterId);
  const zone = view.zones.length > 1 ? view.zones.find(({ id }) => id === call.zoneId) : undefined;
  return (
    <div className="call-place">
      <p className="call-to">
        <Words word="toCounter" languages={languages} />
      </p>
      <p className="call-counter">
        {counter?.arrow != null && <PointingArrow arrow={counter.arrow} />}
        <strong data-testid="newest-counter">{call.counterNumber}</strong>
      </p>
      {zone !== undefined && (
        <p className="call-zone">
          <CentreWords text={zone.name} languages={languages} />
        </p>
      )}
    </div>
  );
}
