// Every step at a counter that may be taken back, from a ticket that is called and from one that is being served.
import type { EventOf } from '../../server/domain/events.ts';
import { clock } from './domain-clock.ts';
import { absent, called, finished, issued, opened, parked, started, transferred } from './domain-facts.ts';
import { at, type Step } from './given.ts';

export const calledOnce = [
  issued('A001', { journey: ['ho-tich'] }),
  issued('A002'),
  opened('c01'),
  called('A001', 'c01'),
];
export const serving = [...calledOnce, started('A001', 'c01')];
export const sentOn = (joinedAt = clock('08:30'), more: { keptFor?: string; cause?: 'journey' } = {}) =>
  transferred('A001', 'c01', { service: 'ho-tich', joinedAt, ...more });
type UndoableCase = [
  what: string,
  before: Step[],
  step: Step[],
  name: EventOf<'step-undone'>['step'],
  status: 'called' | 'serving',
];
/** Each step from called and from served, as the floor keeps it: all its facts at 08:30. */
export const undoableCases: UndoableCase[] = [
  ['a start', calledOnce, [started('A001', 'c01')], 'start', 'called'],
  ['a finish', serving, [finished('A001', 'c01')], 'finish', 'serving'],
  ['a finish without a start', calledOnce, [finished('A001', 'c01')], 'finish', 'called'],
  [
    'a finish with a journey',
    serving,
    [finished('A001', 'c01', 'journey'), at('08:30'), sentOn(clock('08:30'), { cause: 'journey' })],
    ...(['transfer', 'serving'] as const),
  ],
  [
    'a finish with a journey and without a start',
    calledOnce,
    [finished('A001', 'c01', 'journey'), at('08:30'), sentOn(clock('08:30'), { cause: 'journey' })],
    ...(['transfer', 'called'] as const),
  ],
  ['an absence', calledOnce, [absent('A001', 'c01')], 'no-show', 'called'],
  ['parking a called ticket', calledOnce, [parked('A001', 'c01')], 'park', 'called'],
  [
    'parking a served ticket',
    serving,
    [finished('A001', 'c01', 'parked'), at('08:30'), parked('A001', 'c01')],
    ...(['park', 'serving'] as const),
  ],
  ['a transfer of a called ticket', calledOnce, [sentOn()], 'transfer', 'called'],
  [
    'a transfer of a served ticket',
    serving,
    [finished('A001', 'c01', 'transfer'), at('08:30'), sentOn()],
    ...(['transfer', 'serving'] as const),
  ],
];
