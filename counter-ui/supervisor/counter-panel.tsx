// One counter, and everything that a supervisor may change there.
import type { CounterId } from '../../protocol/ids.ts';
import type { WatchedCounter } from '../../protocol/views/supervisor-view.ts';
import { type Said, useFloor } from './act.ts';
import { CloseForm, MoveForm, OpenForm, ProfileForm } from './counter-forms.tsx';
import { LendForm } from './lend-form.tsx';
import { Panel } from './panel.tsx';
import { ShareBar } from './share-bar.tsx';
import { own, say } from './supervisor-text.ts';

export function CounterPanel({
  counterId,
  said,
  close,
}: {
  counterId: CounterId;
  said: Said | null;
  close: () => void;
}) {
  const { view, may, act } = useFloor();
  const counter = view.counters.find(({ id }) => id === counterId);
  if (counter === undefined) return null;
  const { number, name, status, helpSince, operator } = counter;
  return (
    <Panel
      title={`${say('counter', { number })} – ${own(name)}`}
      opener={`[data-counter="${counterId}"]`}
      {...{ said, close }}
    >
      <p>
        {say('officer')}: <strong>{operator?.name ?? say('nobody')}</strong> · {say(status)}
      </p>
      {!may('open-counter') && <p className="floor-note">{say('readOnly')}</p>}
      {helpSince !== null && may('end-help') && (
        <button
          type="button"
          className="button button-primary"
          onClick={() => void act({ type: 'end-help', counterId })}
        >
          {say('remedyHelp')}
        </button>
      )}
      {may('open-counter') && <CounterDeeds counter={counter} />}
      <WhoIsNext counter={counter} />
    </Panel>
  );
}

function CounterDeeds({ counter }: { counter: WatchedCounter }) {
  const { act } = useFloor();
  const { id: counterId, status } = counter;
  return (
    <>
      {status === 'closed' && <OpenForm counter={counter} />}
      {status === 'paused' && (
        <button
          type="button"
          className="button button-primary"
          onClick={() => void act({ type: 'resume-counter', counterId })}
        >
          {say('doResume')}
        </button>
      )}
      <ProfileForm counter={counter} />
      <LendForm counter={counter} />
      <MoveForm counter={counter} />
      {status !== 'closed' && <CloseForm counter={counter} />}
    </>
  );
}

const shownAtMost = 8;

function WhoIsNext({ counter: { serviceIds, waiting } }: { counter: WatchedCounter }) {
  const { view } = useFloor();
  const names = view.queues
    .filter(({ serviceId }) => serviceIds.includes(serviceId))
    .map(({ name }) => own(name));
  const tickets = view.waiting
    .filter(({ serviceId }) => serviceIds.includes(serviceId))
    .slice(0, shownAtMost);
  return (
    <section className="panel-part">
      <h3>{say('nextHere')}</h3>
      <p className="floor-note">
        {names.length === 0 ? say('drawsNothing') : say('draws', { services: names.join(', ') })}
      </p>
      <ol className="panel-waiting">
        {tickets.map(({ id, number, promise }) => (
          <li key={id}>
            <strong>{number}</strong> <ShareBar percent={promise.percent} />
          </li>
        ))}
      </ol>
      {waiting > tickets.length && (
        <p className="floor-note">{say('andMore', { count: waiting - tickets.length })}</p>
      )}
    </section>
  );
}
