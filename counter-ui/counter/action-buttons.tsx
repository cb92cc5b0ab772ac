// The officer's actions as buttons, each with its key beside its words; the same objects that the keys take.
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { operatorActions } from '../actions/action-table.ts';
import { isAllowed, mainActions, type OperatorAction } from '../actions/operator-actions.ts';
import { language } from '../language.tsx';
import { counterText } from './counter-text.ts';
import type { Operator } from './use-operator.ts';

type Props = { readonly view: CounterView; readonly operator: Operator; readonly linkLost: boolean };

/** In fixed places, so that a hand finds them without looking. */
const inTheGrid = ['recall', 'no-show', 'park', 'transfer', 'number', 'ending', 'continue', 'undo'];

export function MainButtons(props: Props) {
  const { view, operator } = props;
  const [main, beside] = mainActions(view, operator.moment);
  return (
    <div className="desk-main-buttons">
      {main !== undefined && <ActionButton action={main} look="button-primary desk-primary" {...props} />}
      {beside !== undefined && <ActionButton action={beside} look="desk-beside" {...props} />}
    </div>
  );
}

export function GridButtons(props: Props) {
  const suggests = props.view.ticket?.suggestNoShow === true;
  return (
    <div className="desk-grid">
      {inTheGrid
        .flatMap((id) => operatorActions.filter((action) => action.id === id))
        .map((action) => (
          <ActionButton
            key={action.id}
            action={action}
            look={suggests && action.id === 'no-show' ? 'button-suggested' : ''}
            {...props}
          />
        ))}
    </div>
  );
}

/** What concerns the counter itself, as far as it is allowed now. */
export function CounterButtons(props: Props) {
  const { view, operator } = props;
  const main = mainActions(view, operator.moment);
  return operatorActions
    .filter(
      (action) =>
        action.rank === 'counter' && !main.includes(action) && isAllowed(action, view, operator.moment),
    )
    .map((action) => (
      <ActionButton
        key={action.id}
        action={action}
        look={action.id === 'end-help' ? 'button-help' : 'button-plain'}
        {...props}
      />
    ));
}

export function ActionButton({
  action,
  look,
  view,
  operator,
  linkLost,
}: Props & { action: OperatorAction; look: string }) {
  const { moment, busy } = operator;
  const isOwn = busy !== null && commandsOf(action, view, operator).includes(busy);
  const [key] = action.keys;
  return (
    <button
      type="button"
      className={`button ${look}`}
      disabled={busy !== null || !isAllowed(action, view, moment)}
      aria-busy={isOwn}
      data-action={action.id}
      {...(key === undefined ? {} : { 'aria-keyshortcuts': key.hint })}
      onClick={(event) => {
        // A mouse leaves no focus behind: the next Space is the counter's again.
        if (event.detail > 0) event.currentTarget.blur();
        operator.take(action);
      }}
    >
      <span className="button-words">
        {isOwn && linkLost
          ? counterText(language, 'waitsForServer')
          : counterText(language, action.label(view, moment))}
      </span>
      {key !== undefined && (
        <span className="button-keys" aria-hidden="true">
          <kbd>{key.hint}</kbd>
          {action.pad !== null && <kbd className="pad-key">{action.pad.hint}</kbd>}
        </span>
      )}
    </button>
  );
}

function commandsOf(action: OperatorAction, view: CounterView, { moment }: Operator): readonly string[] {
  const does = action.does(view, moment);
  if ('ask' in does) return [];
  return 'steps' in does ? does.steps.map(({ type }) => type) : [does.type];
}
