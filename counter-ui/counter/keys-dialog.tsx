// Every key of the screen on one page, made from the table of actions itself.
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { operatorActions } from '../actions/action-table.ts';
import type { CounterText } from '../actions/operator-actions.ts';
import { language } from '../language.tsx';
import { counterText } from './counter-text.ts';
import { DialogFrame } from './dialog-frame.tsx';
import type { Operator } from './use-operator.ts';

/** Keys that are no action of the floor. */
const others: readonly (readonly [CounterText, string, string])[] = [
  ['keysDigits', '0 … 9', ''],
  ['keysCompact', 'V', ''],
  ['keysSettings', 'I', ''],
  ['keysHelp', '? F1', '8'],
  ['keysCopy', 'Y', ''],
];
const inDialogs: readonly (readonly [CounterText, string, string])[] = [
  ['keysChoose', '1–9 ↑ ↓', '1–9 + −'],
  ['keysDo', 'Enter', 'Enter'],
  ['keysLeave', 'Esc', '.'],
];

export function KeysDialog({ view, operator }: { view: CounterView; operator: Operator }) {
  const rows = operatorActions.flatMap((action) => {
    const hint = action.keys.map((key) => key.hint).join(' · ');
    return action.keys.length === 0
      ? []
      : [[counterText(language, action.label(view, operator.moment)), hint, action.pad?.hint ?? ''] as const];
  });
  return (
    <DialogFrame
      title={counterText(language, 'keysTitle')}
      close={operator.closeDialog}
      onEnter={operator.closeDialog}
      onKey={(code) => {
        if (code !== 'F1' && code !== 'Numpad8' && code !== 'Slash') return false;
        operator.closeDialog();
        return true;
      }}
      wide
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where the window is low, and must be reached by keys */}
      <section className="keys" data-first tabIndex={0} aria-label={counterText(language, 'keysTitle')}>
        <KeyTable title={counterText(language, 'keysOfWork')} rows={rows} />
        <KeyTable
          title={counterText(language, 'keysOfScreen')}
          rows={others.map(([words, key, pad]) => [counterText(language, words), key, pad])}
        />
        <KeyTable
          title={counterText(language, 'keysOfDialogs')}
          rows={inDialogs.map(([words, key, pad]) => [counterText(language, words), key, pad])}
        />
      </section>
      <p className="dialog-keys">{counterText(language, 'keysNote')}</p>
    </DialogFrame>
  );
}

type Rows = readonly (readonly [words: string, key: string, pad: string])[];

function KeyTable({ title, rows }: { title: string; rows: Rows }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{counterText(language, 'keysKeyboard')}</th>
          <th scope="col">{counterText(language, 'keysPad')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([words, key, pad]) => (
          <tr key={words}>
            <th scope="row">{words}</th>
            <td>{key !== '' && <kbd>{key}</kbd>}</td>
            <td>{pad !== '' && <kbd className="pad-key">{pad}</kbd>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
