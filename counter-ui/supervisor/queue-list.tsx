// Queues by department: who waits and how long against what was promised, which counters draw from it, and whether numbers
// are given.
import { useEffect, useState } from 'react';
import type { WatchedQueue } from '../../protocol/views/supervisor-view.ts';
import { useFloor } from './act.ts';
import { isOutOfHours, queuesByDepartment } from './floor-looks.ts';
import { ShareBar } from './share-bar.tsx';
import { minutesText, own, say } from './supervisor-text.ts';

export function QueueList() {
  const { view } = useFloor();
  const [isWhole, setWhole] = useState(false);
  const departments = queuesByDepartment(view, !isWhole);
  return (
    <section className="floor-queues" aria-labelledby="floor-queues" data-testid="queues">
      <header>
        <h2 id="floor-queues" className="floor-title">
          {say('queues')}
        </h2>
        <button
          type="button"
          className="button button-small"
          aria-pressed={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {say(isWhole ? 'busyQueues' : 'allQueues')}
        </button>
        <WholeIntake />
      </header>
      {isOutOfHours(view) && <p className="floor-note">{say('outOfHours')}</p>}
      {departments.length === 0 && <p className="floor-quiet">✓ {say('nobodyWaits')}</p>}
      {departments.map(({ departmentId, name, waiting, queues }) => (
        <section key={departmentId} aria-label={own(name)}>
          <h3>
            {own(name)} <span className="queue-sum">{say('waitingCount', { count: waiting })}</span>
          </h3>
          <ul>
            {queues.map((queue) => (
              <QueueLine key={queue.serviceId} queue={queue} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

const sureForMs = 4_000;

/** Stopping for all wants two presses. */
function WholeIntake() {
  const { view, may, act, show } = useFloor();
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (!isAsked) return;
    const timer = setTimeout(() => setAsked(false), sureForMs);
    return () => clearTimeout(timer);
  }, [isAsked]);
  if (show === null || !may('set-intake')) return null;
  const set = (open: boolean) => void act({ type: 'set-intake', serviceId: null, open });
  return view.intakeStopped ? (
    <button type="button" className="button button-small button-primary" onClick={() => set(true)}>
      {say('beginAll')}
    </button>
  ) : (
    <button
      type="button"
      className={isAsked ? 'button button-small button-sure' : 'button button-small'}
      onClick={() => {
        if (isAsked) set(false);
        setAsked(!isAsked);
      }}
    >
      {say(isAsked ? 'stopAllSure' : 'stopAll')}
    </button>
  );
}

function QueueLine({ queue }: { queue: WatchedQueue }) {
  const { view } = useFloor();
  const { serviceId, prefix, name, waiting, longestWaitMs, overPromise, worstPercent } = queue;
  const { openCounters, estimate, intakeOpen } = queue;
  const isStopped = !intakeOpen && !isOutOfHours(view);
  const minutes = (seconds: number) => Math.round(seconds / 60);
  return (
    <li className="queue" data-service={serviceId} data-waiting={waiting}>
      <p className="queue-name">
        {prefix !== '' && <strong>{prefix}</strong>} {own(name)}
      </p>
      <p className="queue-count">{say('waitingCount', { count: waiting })}</p>
      {waiting > 0 && (
        <div className="queue-share">
          <ShareBar percent={worstPercent} />
        </div>
      )}
      <p className="queue-facts">
        {waiting > 0 && <span>{say('longest', { time: minutesText(longestWaitMs) })}</span>}
        {overPromise > 0 && <strong className="is-bad">{say('overPromise', { count: overPromise })}</strong>}
        {openCounters > 0 ? (
          <span>{say('openCounters', { count: openCounters })}</span>
        ) : (
          <strong className={waiting > 0 ? 'is-bad' : ''}>{say('noOpenCounter')}</strong>
        )}
        {estimate !== null && (
          <span>
            {say('estimate', { low: minutes(estimate.lowSeconds), high: minutes(estimate.highSeconds) })}
          </span>
        )}
        {isStopped && <strong className="is-warn">{say('stopped')}</strong>}
      </p>
      <QueueIntake queue={queue} isStopped={isStopped} />
    </li>
  );
}

function QueueIntake({ queue, isStopped }: { queue: WatchedQueue; isStopped: boolean }) {
  const { view, may, act, show } = useFloor();
  if (show === null || !may('set-intake') || view.intakeStopped) return null;
  const service = own(queue.name);
  return (
    <button
      type="button"
      className="button button-small"
      aria-label={say(isStopped ? 'beginIntakeOf' : 'stopIntakeOf', { service })}
      onClick={() => void act({ type: 'set-intake', serviceId: queue.serviceId, open: isStopped })}
    >
      {say(isStopped ? 'beginIntake' : 'stopIntake')}
    </button>
  );
}
