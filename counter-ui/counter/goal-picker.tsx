// Where somebody is sent on to: a field that looks it up, and the goals that are found, of which one is chosen.
import { language } from '../language.tsx';
import { ChoiceList } from './choice-list.tsx';
import { counterText } from './counter-text.ts';
import type { Goal } from './transfer-goals.ts';

export function GoalPicker(props: {
  readonly label: string;
  readonly typed: string;
  readonly type: (typed: string) => void;
  readonly found: readonly Goal[];
  readonly chosen: string | null;
  readonly choose: (id: string | null) => void;
  readonly take?: (id: string) => void;
  /** Whether a goal's line says how it stands there. */
  readonly withMore?: boolean;
}) {
  const { label, typed, type, found, chosen, choose, take, withMore } = props;
  return (
    <>
      <label className="dialog-field">
        {counterText(language, 'search')}
        <input
          data-first
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            type(event.target.value);
            choose(null);
          }}
        />
      </label>
      {found.length === 0 ? (
        <p className="dialog-none" role="status">
          {counterText(language, 'noGoal')}
        </p>
      ) : (
        <ChoiceList
          label={label}
          choices={found.map(({ id, own, name, more }) => ({
            ...{ id, beside: withMore ? more : undefined },
            words: (
              <>
                <b className="choice-own">{own}</b> {name}
              </>
            ),
          }))}
          chosen={chosen}
          choose={choose}
          {...(take === undefined ? {} : { take })}
        />
      )}
    </>
  );
}
