// What would keep waits short: each advice with its expected effect and by when, and how often advice was right so far.
import { language } from '../language.tsx';
import { useFloor } from './act.ts';
import { adviceRemedy } from './remedies.ts';
import { RemedyButton } from './remedy-button.tsx';
import { adviceText, own, say, timeText } from './supervisor-text.ts';

export function AdviceList() {
  const { view } = useFloor();
  const { advice, adviceRecord, queues, counters, timeZone } = view;
  if (advice.length === 0 && adviceRecord === null) return null;
  return (
    <section className="floor-advice" aria-labelledby="floor-advice" data-testid="advice">
      <h2 id="floor-advice">{say('advice')}</h2>
      {advice.length === 0 && <p className="floor-quiet">✓ {say('noAdvice')}</p>}
      <ul>
        {advice.map((each) => {
          const { code, serviceIds, counterId, params, byTime, expectedWaitMinutes } = each;
          const services = queues
            .filter(({ serviceId }) => serviceIds.includes(serviceId))
            .map(({ name }) => own(name))
            .join(', ');
          const counter = counters.find(({ id }) => id === counterId)?.number ?? '';
          const remedy = adviceRemedy(each, view);
          const until = typeof params.until === 'number' ? timeText(params.until, timeZone) : null;
          return (
            <li key={`${code} ${counterId} ${serviceIds.join(' ')}`} data-advice={code}>
              <p>
                <strong>
                  {adviceText(language, code, {
                    ...params,
                    services,
                    counter,
                    time: timeText(byTime, timeZone),
                  })}
                </strong>
                {until !== null && ` ${say('adviceUntil', { time: until })}`}
                {'. '}
                <span>{say('adviceEffect', expectedWaitMinutes)}.</span>
              </p>
              {remedy !== null && <RemedyButton remedy={remedy} />}
            </li>
          );
        })}
      </ul>
      {adviceRecord !== null && <p className="floor-note">{say('adviceRecord', adviceRecord)}</p>}
    </section>
  );
}
