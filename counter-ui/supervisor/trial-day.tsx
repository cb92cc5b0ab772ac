// Which recorded day is tried, and the press that tries it.
import { useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { PolicyName } from '../../protocol/dispatch-setup.ts';
import type { BusinessDay } from '../../protocol/ids.ts';
import { dayText, tell } from './policies-text.ts';
import type { TrialInHand } from './use-trial.ts';

export function TrialDay({ policies, trial }: { policies: readonly PolicyName[]; trial: TrialInHand }) {
  const [days, setDays] = useState<readonly BusinessDay[] | null>(null);
  const [chosen, setChosen] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    void ask<{ days: BusinessDay[] }>('/api/v1/replay').then((asked) => {
      if (!asked.ok) return setWrong(asked.problem.title || tell('notReached'));
      setDays(asked.body.days);
      setChosen(firstChoice(asked.body.days, new Date()));
    });
  }, []);
  if (days?.length === 0) return <p>{tell('noDays')}</p>;
  const cannot = chosen === '' || policies.length === 0 || trial.isTrying;
  return (
    <form
      className="trial-day"
      onSubmit={(event) => {
        event.preventDefault();
        if (!cannot) void trial.run(chosen, policies);
      }}
    >
      <label>
        {tell('day')}
        <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {days?.map((day) => (
            <option key={day} value={day}>
              {dayText(day)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button button-primary" disabled={cannot}>
        {tell('tryIt')}
      </button>
      <p role="status">{trial.isTrying ? tell('trying') : policies.length === 0 ? tell('chooseOne') : ''}</p>
      {(wrong ?? trial.wrong) !== null && <p role="alert">⚠ {wrong ?? trial.wrong}</p>}
    </form>
  );
}

/** The newest day that is over: today's waits are cut off where it stands. `days`: newest first. */
export function firstChoice(days: readonly BusinessDay[], now: Date): string {
  const today = new Intl.DateTimeFormat('en-CA').format(now);
  return days.find((day) => day < today) ?? days[0] ?? '';
}
