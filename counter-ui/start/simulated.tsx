// The paper that came out of the simulated printer, newest first, and the lit number boards.

import type { SimulatorsView } from '../../protocol/views/simulators-view.ts';
import { language } from '../language.tsx';
import { startText } from './start-text.ts';

export function Simulated({ view }: { view: SimulatorsView | null }) {
  return (
    <div className="start-simulated">
      <section>
        <h2>{startText(language, 'paper')}</h2>
        {view === null || view.papers.length === 0 ? (
          <p className="start-nothing">{startText(language, 'noPaper')}</p>
        ) : (
          <ul className="start-papers" data-testid="papers">
            {view.papers.map((paper) => (
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
        )}
      </section>
      <section>
        <h2>{startText(language, 'boards')}</h2>
        <ul className="start-boards" data-testid="boards">
          {view?.boards.map((board) => (
            <li key={board.boardId} data-board={board.counterNumber}>
              <span className="start-board-counter">{board.counterNumber}</span>
              <span className="start-board-text">
                {board.text.trim() === '' ? '\u00a0' : board.text.trim()}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
