// The day in numbers.
import { useFloor } from './act.ts';
import { say, type Word } from './supervisor-text.ts';

export function TodayFigures() {
  const { counters, today } = useFloor().view;
  const inHand = counters.filter(({ ticket }) => ticket !== null).length;
  const atWork = counters.filter(({ status }) => status === 'open').length;
  const figures: [Word, string | number][] = [
    ['issued', today.issued],
    ['waiting', today.waiting],
    ['inHand', inHand],
    ['finished', today.finished],
    ['noShow', today.noShow],
    ['cancelled', today.cancelled],
    ['rated', today.rated],
    ['atWork', `${atWork}/${counters.length}`],
  ];
  return (
    <section aria-label={say('today')}>
      <dl className="floor-figures">
        {figures.map(([word, figure]) => (
          <div key={word}>
            <dt>{say(word)}</dt>
            <dd data-figure={word}>{figure}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
