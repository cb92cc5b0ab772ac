// A call pad to be pressed on the screen, each key with what it does, beside the board of its counter, which shows what is
// typed and why a press was not taken.
import { useState } from 'react';
import type { PadKey } from '../../protocol/keypad-setup.ts';
import type { SimulatorsView } from '../../protocol/views/simulators-view.ts';
import { language } from '../language.tsx';
import type { Act } from './simulated.tsx';
import { startText } from './start-text.ts';

type Word = 'padNext' | 'padRecall' | 'padAbsent' | 'padStart' | 'padPause' | 'padFinish' | 'padClear';
type Key = { readonly key: PadKey; readonly sign: string; readonly does?: Word; readonly size?: string };
const keys: readonly Key[] = [
  ...(['7', '8', '9'] as const).map((key) => ({ key, sign: key })),
  { key: 'divide', sign: '÷', does: 'padPause' },
  ...(['4', '5', '6'] as const).map((key) => ({ key, sign: key })),
  { key: 'multiply', sign: '×', does: 'padStart' },
  ...(['1', '2', '3'] as const).map((key) => ({ key, sign: key })),
  { key: 'minus', sign: '−', does: 'padAbsent' },
  { key: '0', sign: '0', size: 'start-key-wide' },
  { key: 'dot', sign: '.', does: 'padFinish' },
  { key: 'plus', sign: '+', does: 'padRecall' },
  { key: 'backspace', sign: '⌫', does: 'padClear', size: 'start-key-wide' },
  { key: 'enter', sign: '⏎', does: 'padNext', size: 'start-key-wide start-key-next' },
];

export function SimulatedPad({ view, act }: { view: SimulatorsView; act: Act }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const pad = view.keypads.find(({ keypadId }) => keypadId === chosen) ?? view.keypads[0];
  if (pad === undefined) return null;
  const board = view.boards.find(({ counterNumber }) => counterNumber === pad.counterNumber);
  return (
    <section data-testid="pad">
      <h2>{startText(language, 'pad')}</h2>
      <p className="start-help">{startText(language, 'padHelp', { counter: pad.counterNumber })}</p>
      {view.keypads.length > 1 && (
        <label className="start-choose">
          {startText(language, 'padChoose')}
          <select value={pad.keypadId} onChange={(event) => setChosen(event.target.value)}>
            {view.keypads.map(({ keypadId, name }) => (
              <option key={keypadId} value={keypadId}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="start-pad">
        <p className="start-pad-board" data-testid="pad-board">
          <span className="start-board-counter">{pad.counterNumber}</span>
          <span className="start-board-text">{board?.text.trim() || '\u00a0'}</span>
        </p>
        {keys.map(({ key, sign, does, size = '' }) => (
          <button
            key={key}
            type="button"
            className={`button start-key ${size}`}
            onClick={() => act(pad.keypadId, { press: key })}
          >
            {sign}
            {does !== undefined && <small>{startText(language, does)}</small>}
          </button>
        ))}
      </div>
    </section>
  );
}
