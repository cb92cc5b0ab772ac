// Lending a counter: which service it helps, while who has waited how long, until when; and what it is lent to now.
import { type FormEvent, useState } from 'react';
import type { ServiceId } from '../../protocol/ids.ts';
import type { WatchedCounter } from '../../protocol/views/supervisor-view.ts';
import { epochOf, fieldOf } from '../notices/local-time.ts';
import { useFloor } from './act.ts';
import { own, say, timeText } from './supervisor-text.ts';

export function LendForm({ counter }: { counter: WatchedCounter }) {
  const { view, now, act } = useFloor();
  const { id: counterId, serviceIds, operator } = counter;
  const [serviceId, setServiceId] = useState('');
  const mayServe = (id: ServiceId) => operator === null || (operator.skills?.includes(id) ?? true);
  const others = view.queues.filter((each) => !serviceIds.includes(each.serviceId));
  const lend = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const over = String(form.get('over') ?? '');
    const time = String(form.get('until') ?? '');
    const isDone = await act({
      ...{ type: 'lend-counter', counterId, serviceId: serviceId as ServiceId },
      whileWaitOverMinutes: over === '' ? null : Number(over),
      until: epochOf(`${fieldOf(now, view.timeZone).slice(0, 10)}T${time}`, view.timeZone),
    });
    if (isDone) setServiceId('');
  };
  return (
    <section className="panel-part">
      <h3>{say('lend')}</h3>
      <Lendings counter={counter} />
      <form className="panel-fields" onSubmit={(event) => void lend(event)}>
        <label>
          {say('lendTo')}
          <select
            name="service"
            value={serviceId}
            required
            onChange={(event) => setServiceId(event.target.value)}
          >
            <option value="">{say('chooseService')}</option>
            {others.map(({ serviceId: id, name, departmentName, waiting }) => (
              <option key={id} value={id} disabled={!mayServe(id)}>
                {own(name)} – {own(departmentName)} ({waiting})
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('lendWhen')}
          <input type="number" name="over" min={1} max={480} inputMode="numeric" />
        </label>
        <label>
          {say('lendUntil')}
          <input type="time" name="until" />
          <small>{say('lendUntilHelp')}</small>
        </label>
        <button type="submit" className="button" disabled={serviceId === ''}>
          {say('doLend')}
        </button>
      </form>
    </section>
  );
}

function Lendings({ counter: { id: counterId, lendings } }: { counter: WatchedCounter }) {
  const { view, act } = useFloor();
  if (lendings.length === 0) return null;
  return (
    <ul className="panel-lendings" data-testid="lendings">
      {lendings.map(({ serviceId, whileWaitOverMinutes: minutes, until }) => {
        const name = view.queues.find((each) => each.serviceId === serviceId)?.name ?? { vi: serviceId };
        const terms = [
          ...(minutes === null ? [] : [say('lentOver', { minutes })]),
          ...(until === null ? [] : [say('lentUntil', { time: timeText(until, view.timeZone) })]),
        ];
        return (
          <li key={serviceId}>
            <span>
              <strong>{own(name)}</strong> – {terms.length === 0 ? say('lentAlways') : terms.join(', ')}
            </span>
            <button
              type="button"
              className="button button-small"
              onClick={() => void act({ type: 'end-lending', counterId, serviceId })}
            >
              {say('endLending', { service: own(name) })}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
