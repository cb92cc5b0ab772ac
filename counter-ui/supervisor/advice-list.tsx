// What would keep waits short: each advice in one sentence with every figure, its one click, and how often advice was right.
import type { ServiceId } from '../../protocol/ids.ts';
import { language } from '../language.tsx';
import { useFloor } from './act.ts';
import { adviceRemedy } from './remedies.ts';
import { RemedyButton } from './remedy-button.tsx';
import { adviceText, own, say } from './supervisor-text.ts';

export function AdviceList() {
  const { view } = useFloor();
  const { advice, adviceRecord, queues, counters } = view;
  if (advice.length === 0 && adviceRecord === null) return null;
  const namesOf = (ids: readonly ServiceId[]) =>
    queues
      .filter(({ serviceId }) => ids.includes(serviceId))
      .map(({ name }) => own(name))
      .join(', ');
  return (
    <section className="floor-advice" aria-labelledby="floor-advice" data-testid="advice">
      <h2 id="floor-advice">{say('advice')}</h2>
      {advice.length === 0 && <p className="floor-quiet">✓ {say('noAdvice')}</p>}
      <ul>
        {advice.map((each) => {
          const { code, params, groupServiceIds, serviceIds, counterId } = each;
          const counter = counters.find(({ id }) => id === counterId)?.number ?? '';
          const group = groupName(groupServiceIds, queues) || namesOf(groupServiceIds);
          const remedy = adviceRemedy(each, view);
          return (
            <li key={`${code} ${counterId}`} data-advice={code}>
              <p>
                {adviceText(language, code, { ...params, group, counter, services: namesOf(serviceIds) })}.
              </p>
              {remedy !== null && <RemedyButton remedy={remedy} />}
            </li>
          );
        })}
      </ul>
      {adviceRecord !== null && <p className="floor-note">{adviceText(language, 'record', adviceRecord)}.</p>}
    </section>
  );
}

/** A group is named by its departments: services in a row would be a paragraph. */
function groupName(ids: readonly ServiceId[], queues: ReturnType<typeof useFloor>['view']['queues']): string {
  const names = queues
    .filter(({ serviceId }) => ids.includes(serviceId))
    .map(({ departmentName }) => own(departmentName));
  return [...new Set(names)].join(', ');
}
