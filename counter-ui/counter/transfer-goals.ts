// Where the ticket in hand may be sent: services, counters and people, each with a number of its own that can be typed on a
// keypad. Pure.
import type { CommandOf } from '../../protocol/commands.ts';
import type { ServiceId } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { language } from '../language.tsx';
import { counterText } from './counter-text.ts';
import { isFound } from './found-words.ts';

export const goalKinds = ['service', 'counter', 'person'] as const;
export type GoalKind = (typeof goalKinds)[number];
export type Goal = {
  readonly id: string;
  /** What is typed to have it. */
  readonly own: string;
  readonly name: string;
  readonly more: string;
  readonly to: CommandOf<'transfer-ticket'>['to'];
};

export function goals(kind: GoalKind, { transferTargets, ticket }: CounterView): Goal[] {
  const { services, counters, people } = transferTargets;
  if (kind === 'counter')
    return counters.map(({ id, number, name, status }) => ({
      ...{ id, own: number, to: { counterId: id } },
      name: `${counterText(language, 'counter', { number })} – ${centreText(name, language)}`,
      more: status === 'paused' ? counterText(language, 'pausedShort') : '',
    }));
  if (kind === 'person')
    return people.map(({ operatorId, name, counterNumber }) => ({
      ...{ id: operatorId, own: counterNumber, name, to: { operatorId } },
      more: counterText(language, 'counter', { number: counterNumber }),
    }));
  return services.flatMap(({ id, name, departmentName, waiting }, index) =>
    id === ticket?.serviceId
      ? []
      : [
          {
            ...{ id, own: String(index + 1), to: { serviceId: id } },
            name: `${centreText(name, language)} – ${centreText(departmentName, language)}`,
            more: counterText(language, 'peopleWaiting', { count: waiting }),
          },
        ],
  );
}

export function foundGoals(kind: GoalKind, typed: string, view: CounterView): Goal[] {
  return goals(kind, view).filter(({ name, more, own }) => isFound(typed, [name, more], own));
}

/** A journey with a service put at its end, or taken out of it. */
export function toggled(journey: readonly ServiceId[], id: ServiceId): ServiceId[] {
  if (journey.includes(id)) return journey.filter((each) => each !== id);
  return journey.length >= 8 ? [...journey] : [...journey, id];
}
