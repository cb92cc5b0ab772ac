// The simulated devices: the paper that came out of the printer, newest first, with the printer's levers; the lit boards;
// what loudspeakers have said; a call pad and a scanner with what a hand may do to them.
import { ask } from '../../protocol/client/ask.ts';
import type { PrinterLever, SimulatedDeed } from '../../protocol/simulated-deed.ts';
import type { SimulatorsView } from '../../protocol/views/simulators-view.ts';
import { language } from '../language.tsx';
import { SimulatedPad } from './simulated-pad.tsx';
import { SimulatedScanner } from './simulated-scanner.tsx';
import { SimulatedSpeakers } from './simulated-speakers.tsx';
import { startText } from './start-text.ts';

const levers: readonly PrinterLever[] = ['paperOut', 'nearEnd', 'coverOpen', 'cutterJammed', 'silent'];
export type Act = (deviceId: string, deed: SimulatedDeed) => void;

export function Simulated({ view, timeZone }: { view: SimulatorsView | null; timeZone: string }) {
  const act: Act = (deviceId, deed) =>
    void ask(`/api/v1/demo/devices/${deviceId}`, { method: 'POST', body: deed });
  return (
    <>
      <div className="start-simulated">
        <section>
          <h2>{startText(language, 'paper')}</h2>
          <Papers papers={view?.papers ?? []} />
          {view?.printers.map((printer) => (
            <Levers key={printer.printerId} {...{ printer, act }} isAlone={view.printers.length === 1} />
          ))}
        </section>
        <section>
          <h2>{startText(language, 'boards')}</h2>
          <ul className="start-boards" data-testid="boards">
            {view?.boards.map((board) => (
              <li
                key={board.boardId}
                data-board={board.counterNumber}
                className={board.counterNumber === '' ? 'start-sign' : undefined}
              >
                <Board {...{ board, act }} />
              </li>
            ))}
          </ul>
          <p className="start-help">{startText(language, 'boardsHelp')}</p>
        </section>
      </div>
      {view !== null && <SimulatedSpeakers speakers={view.speakers} timeZone={timeZone} />}
      {view !== null && view.keypads.length + view.scanners.length > 0 && (
        <div className="start-simulated">
          <SimulatedPad {...{ view, act }} />
          <SimulatedScanner {...{ view, act }} />
        </div>
      )}
    </>
  );
}

function Papers({ papers }: { papers: SimulatorsView['papers'] }) {
  if (papers.length === 0) return <p className="start-nothing">{startText(language, 'noPaper')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard
    <ul className="start-papers" data-testid="papers" tabIndex={0} aria-label={startText(language, 'paper')}>
      {papers.map((paper) => (
        <li key={paper.id}>
          <img
            src={`data:image/png;base64,${paper.png}`}
            width={paper.widthDots / 2.4}
            height={paper.heightDots / 2.4}
            alt={startText(language, 'paper')}
          />
        </li>
      ))}
    </ul>
  );
}

type LeversProps = { printer: SimulatorsView['printers'][number]; act: Act; isAlone: boolean };
function Levers({ printer: { printerId, name, levers: now }, act, isAlone }: LeversProps) {
  return (
    <fieldset className="start-levers">
      <legend>{isAlone ? startText(language, 'levers') : name}</legend>
      {levers.map((lever) => (
        <button
          key={lever}
          type="button"
          className="button start-lever"
          aria-pressed={now[lever]}
          onClick={() => act(printerId, { levers: { [lever]: !now[lever] } })}
        >
          {startText(language, lever)}
        </button>
      ))}
    </fieldset>
  );
}

/** A board; touched it falls silent, as one whose cable is cut. */
export function Board({ board, act }: { board: SimulatorsView['boards'][number]; act: Act }) {
  const { boardId, name, counterNumber, text, silent } = board;
  return (
    <button
      type="button"
      className="start-board"
      aria-pressed={silent}
      title={startText(language, 'silentBoard')}
      onClick={() => act(boardId, { silent: !silent })}
    >
      <span className="start-board-counter">{counterNumber === '' ? name : counterNumber}</span>
      <span className="start-board-text">{text.trim() === '' ? '\u00a0' : text.trim()}</span>
    </button>
  );
}
