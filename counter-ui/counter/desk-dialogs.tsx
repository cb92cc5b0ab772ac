// What an action must still ask for: where to transfer, why to park, why to pause.

import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { CounterId, ServiceId } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import type { Dialog } from '../actions/operator-actions.ts';
import { language } from '../language.tsx';
import { counterText } from './counter-text.ts';
import type { Operator } from './use-operator.ts';

type Props = { view: CounterView; operator: Operator };

export function DeskDialog({ kind, ...props }: Props & { kind: Dialog }) {
  const number = props.view.ticket?.number ?? '';
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => dialog.current?.querySelector<HTMLElement>('select, input, button')?.focus(), []);
  const titles = {
    transfer: counterText(language, 'transferTitle', { number }),
    park: counterText(language, 'parkTitle', { number }),
    pause: counterText(language, 'pauseTitle'),
  };
  return (
    <div className="dialog-back">
      <div ref={dialog} className="dialog" role="dialog" aria-modal="true" aria-label={titles[kind]}>
        <h2>{titles[kind]}</h2>
        {kind === 'transfer' && <TransferForm {...props} />}
        {kind === 'park' && <ParkForm {...props} />}
        {kind === 'pause' && <PauseChoice {...props} />}
        <button type="button" className="button" onClick={props.operator.closeDialog}>
          {counterText(language, 'cancel')} <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  );
}

function TransferForm({ view, operator }: Props) {
  const { services, counters } = view.transferTargets;
  const [goal, setGoal] = useState('');
  const [keepPlace, setKeepPlace] = useState(true);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get('note') ?? '').trim();
    const [kind, id = ''] = goal.split(':');
    const to = kind === 'counter' ? { counterId: id as CounterId } : { serviceId: id as ServiceId };
    const ticketId = view.ticket?.id;
    void operator.send({
      type: 'transfer-ticket',
      counterId: view.counter.id,
      to,
      keepPlace,
      ...(ticketId === undefined ? {} : { ticketId }),
      ...(note === '' ? {} : { note }),
    });
  };
  return (
    <form onSubmit={submit}>
      <select
        name="goal"
        size={9}
        required
        value={goal}
        onChange={(event) => setGoal(event.target.value)}
        aria-label={counterText(language, 'toService')}
      >
        <optgroup label={counterText(language, 'toCounter')}>
          {counters.map((counter) => (
            <option
              key={counter.id}
              value={`counter:${counter.id}`}
            >{`${counterText(language, 'counter', { number: counter.number })} – ${centreText(counter.name, language)}`}</option>
          ))}
        </optgroup>
        <optgroup label={counterText(language, 'toService')}>
          {services
            .filter((service) => service.id !== view.ticket?.serviceId)
            .map((service) => (
              <option
                key={service.id}
                value={`service:${service.id}`}
              >{`${centreText(service.name, language)} – ${centreText(service.departmentName, language)} (${service.waiting})`}</option>
            ))}
        </optgroup>
      </select>
      <label className="dialog-check">
        <input type="checkbox" checked={keepPlace} onChange={(event) => setKeepPlace(event.target.checked)} />{' '}
        {counterText(language, 'keepPlace')}
      </label>
      <label>
        {counterText(language, 'note')}
        <input name="note" maxLength={300} />
      </label>
      <button type="submit" className="button button-primary" disabled={goal === ''}>
        {counterText(language, 'doTransfer')}
      </button>
    </form>
  );
}

function ParkForm({ view, operator }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    const ticketId = view.ticket?.id;
    if (reason !== '')
      void operator.send({
        type: 'park-ticket',
        counterId: view.counter.id,
        reason,
        ...(ticketId === undefined ? {} : { ticketId }),
      });
  };
  return (
    <form onSubmit={submit}>
      <label>
        {counterText(language, 'parkReason')}
        <input name="reason" maxLength={300} defaultValue={counterText(language, 'parkDefault')} required />
      </label>
      <button type="submit" className="button button-primary">
        {counterText(language, 'park')}
      </button>
    </form>
  );
}

function PauseChoice({ view, operator }: Props) {
  return (
    <div className="dialog-choices">
      {view.pauseReasons.map((reason) => (
        <button
          key={reason.id}
          type="button"
          className="button"
          onClick={() =>
            void operator.send({ type: 'pause-counter', counterId: view.counter.id, reason: reason.id })
          }
        >
          {centreText(reason.name, language)}
        </button>
      ))}
    </div>
  );
}
