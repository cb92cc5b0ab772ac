// What an action must still ask for: where to transfer, why to park, why to pause.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { CounterId, ServiceId } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import type { Dialog } from '../actions/operator-actions.ts';
import { counterText } from './counter-text.ts';
import type { Operator } from './use-operator.ts';

type Props = { view: CounterView; operator: Operator };

export function DeskDialog({ kind, ...props }: Props & { kind: Dialog }) {
  const number = props.view.ticket?.number ?? '';
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => dialog.current?.querySelector<HTMLElement>('select, input, button')?.focus(), []);
  const titles = {
    transfer: counterText('vi', 'transferTitle', { number }),
    park: counterText('vi', 'parkTitle', { number }),
    pause: counterText('vi', 'pauseTitle'),
  };
  return (
    <div className="dialog-back">
      <div ref={dialog} className="dialog" role="dialog" aria-modal="true" aria-label={titles[kind]}>
        <h2>{titles[kind]}</h2>
        {kind === 'transfer' && <TransferForm {...props} />}
        {kind === 'park' && <ParkForm {...props} />}
        {kind === 'pause' && <PauseChoice {...props} />}
        <button type="button" className="button" onClick={props.operator.closeDialog}>
          {counterText('vi', 'cancel')} <kbd>Esc</kbd>
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
        aria-label={counterText('vi', 'toService')}
      >
        <optgroup label={counterText('vi', 'toCounter')}>
          {counters.map((counter) => (
            <option
              key={counter.id}
              value={`counter:${counter.id}`}
            >{`${counterText('vi', 'counter', { number: counter.number })} – ${centreText(counter.name, 'vi')}`}</option>
          ))}
        </optgroup>
        <optgroup label={counterText('vi', 'toService')}>
          {services
            .filter((service) => service.id !== view.ticket?.serviceId)
            .map((service) => (
              <option
                key={service.id}
                value={`service:${service.id}`}
              >{`${centreText(service.name, 'vi')} – ${centreText(service.departmentName, 'vi')} (${service.waiting})`}</option>
            ))}
        </optgroup>
      </select>
      <label className="dialog-check">
        <input type="checkbox" checked={keepPlace} onChange={(event) => setKeepPlace(event.target.checked)} />{' '}
        {counterText('vi', 'keepPlace')}
      </label>
      <label>
        {counterText('vi', 'note')}
        <input name="note" maxLength={300} />
      </label>
      <button type="submit" className="button button-primary" disabled={goal === ''}>
        {counterText('vi', 'doTransfer')}
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
        {counterText('vi', 'parkReason')}
        <input name="reason" maxLength={300} defaultValue={counterText('vi', 'parkDefault')} required />
      </label>
      <button type="submit" className="button button-primary">
        {counterText('vi', 'park')}
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
          {centreText(reason.name, 'vi')}
        </button>
      ))}
    </div>
  );
}
