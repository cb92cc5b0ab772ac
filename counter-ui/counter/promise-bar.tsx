// How much of the promised wait is used up: a bar, and the same in figures, because a colour alone says nothing to many.
import type { PromiseView } from '../../protocol/views/view-parts.ts';
import { language } from '../language.tsx';
import { counterText } from './counter-text.ts';

export function PromiseBar({ promise, short = false }: { promise: PromiseView; short?: boolean }) {
  const { waitedMinutes, promisedMinutes, percent } = promise;
  const grade = percent > 100 ? 'over' : percent >= 75 ? 'near' : 'well';
  const figures = {
    waited: Math.max(0, waitedMinutes),
    promised: promisedMinutes,
    percent: Math.max(0, percent),
  };
  return (
    <span className={`promise promise-${grade}`}>
      <span className="promise-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(100, Math.max(0, percent))}%` }} />
      </span>
      <span className="promise-figures">
        {percent > 100 && <b aria-hidden="true">! </b>}
        {counterText(language, short ? 'promiseShort' : 'promise', figures)}
        {percent > 100 && <span className="visually-hidden"> {counterText(language, 'promiseOver')}</span>}
      </span>
    </span>
  );
}
