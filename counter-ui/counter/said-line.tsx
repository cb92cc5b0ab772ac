// One line under the buttons: why something was refused, that the server is not answering, or that the last step may still be
// taken back, with the seconds that are left.
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { language } from '../language.tsx';
import { counterText } from './counter-text.ts';
import type { Operator } from './use-operator.ts';

type Props = {
  readonly view: CounterView;
  readonly operator: Operator;
  readonly linkLost: boolean;
};

export function SaidLine({ view, operator, linkLost }: Props) {
  const { undo } = view;
  // The hall's time is told every second: the first look may be one behind.
  const secondsLeft = undo === null ? 0 : Math.min(10, Math.ceil((undo.until - operator.moment.at) / 1_000));
  return (
    <div className="desk-said">
      <p className="desk-message" role="status" data-testid="message">
        {operator.message ?? (linkLost && operator.busy !== null ? counterText(language, 'linkLost') : '')}
      </p>
      {undo !== null && secondsLeft > 0 && (
        <p className="desk-undo" data-testid="undo">
          {counterText(language, `undo-${undo.step}`, { number: undo.number })}{' '}
          <span className="desk-undo-left">
            {counterText(language, 'undoLeft', { seconds: secondsLeft })}
          </span>{' '}
          <kbd>Z</kbd>
          <span
            className="desk-undo-bar"
            aria-hidden="true"
            style={{ inlineSize: `${Math.min(100, secondsLeft * 10)}%` }}
          />
        </p>
      )}
    </div>
  );
}
