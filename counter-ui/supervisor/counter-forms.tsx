// The forms of a counter's panel: open it for somebody, close it, its work profile for today, its zone.
import { type FormEvent, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { OperatorId, ProfileId, ZoneId } from '../../protocol/ids.ts';
import type { WatchedCounter } from '../../protocol/views/supervisor-view.ts';
import { useFloor } from './act.ts';
import { own, say } from './supervisor-text.ts';

type Props = { counter: WatchedCounter };

export function OpenForm({ counter: { id: counterId, profileId } }: Props) {
  const { view, act } = useFloor();
  const [asked, setChosen] = useState('');
  // Somebody who has sat down elsewhere since is free no more.
  const chosen = view.freeOperators.some(({ id }) => id === asked) ? asked : '';
  const services = view.profiles.find(({ id }) => id === profileId)?.serviceIds ?? [];
  const serves = (skills: readonly string[] | null) =>
    skills === null || services.some((id) => skills.includes(id));
  if (view.freeOperators.length === 0) return <p className="floor-note">{say('nobodyFree')}</p>;
  const open = (event: FormEvent) => {
    event.preventDefault();
    void act({ type: 'open-counter', counterId, operatorId: chosen as OperatorId });
  };
  return (
    <form className="panel-part" onSubmit={open}>
      <label>
        {say('openFor')}
        <select name="operator" value={chosen} required onChange={(event) => setChosen(event.target.value)}>
          <option value="">{say('chooseOfficer')}</option>
          {view.freeOperators.map(({ id, name, skills }) => (
            <option key={id} value={id} disabled={!serves(skills)}>
              {name}
              {serves(skills) ? '' : ` – ${say('noSkill')}`}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button button-primary" disabled={chosen === ''}>
        {say('doOpen')}
      </button>
    </form>
  );
}

export function CloseForm({ counter }: Props) {
  const { act } = useFloor();
  const [remaining, setRemaining] = useState<'wait' | 'send-home'>('wait');
  const { leftAlone: alone } = counter;
  const close = (event: FormEvent) => {
    event.preventDefault();
    void act({ type: 'close-counter', counterId: counter.id, ...(alone > 0 ? { remaining } : {}) });
  };
  if (counter.ticket !== null)
    return <p className="floor-note panel-part">{say('handFirst', { number: counter.ticket.number })}</p>;
  return (
    <form className="panel-part" onSubmit={close}>
      {alone > 0 && (
        <fieldset>
          <legend>{say('leftAlone', { count: alone })}</legend>
          {(['wait', 'send-home'] as const).map((each) => (
            <label key={each} className="panel-choice">
              <input
                type="radio"
                name="remaining"
                checked={remaining === each}
                onChange={() => setRemaining(each)}
              />
              {say(each === 'wait' ? 'leaveWaiting' : 'sendHome')}
            </label>
          ))}
        </fieldset>
      )}
      <button type="submit" className="button">
        {say('doClose')}
      </button>
    </form>
  );
}

export function ProfileForm({ counter: { id: counterId, profileId, ownProfile } }: Props) {
  const { view, act } = useFloor();
  const [chosen, setChosen] = useState<string | null>(null);
  const set = (to: ProfileId | null) => {
    setChosen(null);
    void act({ type: 'set-work-profile', counterId, profileId: to });
  };
  const value = chosen ?? profileId ?? '';
  return (
    <form
      className="panel-part"
      onSubmit={(event) => {
        event.preventDefault();
        set(value as ProfileId);
      }}
    >
      <label>
        {say('profile')}
        <select name="profile" value={value} onChange={(event) => setChosen(event.target.value)}>
          {view.profiles.map(({ id, name }) => (
            <option key={id} value={id}>
              {own(name)}
              {id === profileId && ownProfile ? ` (${say('ownProfile')})` : ''}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button" disabled={value === profileId}>
        {say('doProfile')}
      </button>
      {!ownProfile && (
        <button type="button" className="button" onClick={() => set(null)}>
          {say('backToOwn')}
        </button>
      )}
    </form>
  );
}

/** An edit of the set-up: refused where somebody else has changed it since. */
export function MoveForm({ counter: { id, zoneId } }: Props) {
  const { view, tell } = useFloor();
  const [chosen, setChosen] = useState<string>(zoneId);
  if (view.zones.length < 2) return null;
  const move = async (event: FormEvent) => {
    event.preventDefault();
    const body = { zoneId: chosen as ZoneId, revision: view.setupRevision };
    const asked = await ask<unknown>(`/api/v1/counters/${id}/zone`, { method: 'PUT', body });
    if (asked.ok) tell({ words: say('done'), isBad: false });
    else tell({ words: asked.problem.title || say('notReached'), isBad: true });
  };
  return (
    <form className="panel-part" onSubmit={(event) => void move(event)}>
      <label>
        {say('zone')}
        <select name="zone" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {view.zones.map((zone) => (
            <option key={zone.id} value={zone.id}>
              {own(zone.name)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button" disabled={chosen === zoneId}>
        {say('doMove')}
      </button>
      <small>{say('zoneHelp')}</small>
    </form>
  );
}
