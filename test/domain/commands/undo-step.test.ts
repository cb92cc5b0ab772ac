// Taking back the last step at a counter: ten seconds long, and only while nothing else has come of it.
import { describe, expect, it } from 'vitest';
import type { CounterId } from '../../../protocol/ids.ts';
import type { BranchState } from '../../../server/domain/branch-state.ts';
import { clock } from '../../support/domain-clock.ts';
import {
  absent,
  called,
  cancelled,
  finished,
  issued,
  opened,
  paused,
  rated,
  resumed,
  ticketId,
  transferred,
} from '../../support/domain-facts.ts';
import { onlyWhoHoldsTheCounter } from '../../support/domain-refusals.ts';
import {
  classChanged,
  continued,
  moved,
  returned,
  takenOver,
  undone,
} from '../../support/domain-steering-facts.ts';
import { undo } from '../../support/domain-steering-wishes.ts';
import { at, by, floorAfter, given, type Step } from '../../support/given.ts';
import { calledOnce, sentOn, serving, undoableCases as steps } from '../../support/undoable-cases.ts';

const withoutPlace = ({ seq: _, at: __, ...state }: BranchState) => state;
const lastStepOf = (state: BranchState) => {
  const counter = state.counters.get('c01' as CounterId);
  return counter?.status === 'closed' ? null : (counter?.lastStep ?? null);
};

describe('undo-step', () => {
  it.each(steps)('takes back %s', (_what, before, step, name, status) => {
    given(...before, at('08:30'), ...step)
      .when(undo('c01'), { at: '08:30:10' })
      .thenRecords(undone('A001', 'c01', name, status))
      .andAnswers({ ticketId: ticketId('A001'), number: 'A001', step: name });
  });
  it.each(steps)('leaves the floor as it was before %s', (_what, before, step, name, status) => {
    const was = floorAfter(...before);
    const now = floorAfter(
      ...before,
      at('08:30'),
      ...step,
      at('08:30:05'),
      undone('A001', 'c01', name, status),
    );
    const counters = new Map(was.counters);
    const counter = counters.get('c01' as CounterId);
    if (counter?.status === 'open') counters.set(counter.id, { ...counter, lastStep: null });
    expect(withoutPlace(now)).toStrictEqual(withoutPlace({ ...was, counters }));
  });
  it('gives back whom the tablet rated before', () => {
    const state = floorAfter(
      ...[issued('A001'), issued('A002'), opened('c01'), called('A001', 'c01'), finished('A001', 'c01')],
      ...[called('A002', 'c01', 2), finished('A002', 'c01'), undone('A002', 'c01', 'finish', 'called')],
    );
    expect(state.counters.get('c01' as CounterId)).toMatchObject({
      ...{ finishedToday: 1, lastFinished: ticketId('A001'), ticketInHand: ticketId('A002') },
    });
  });
  it('may be done by a supervisor', () => {
    given(...serving, at('08:30'), finished('A001', 'c01'))
      .when(undo('c01'), { at: '08:30:01', actor: by.supervisor })
      .thenRecords(undone('A001', 'c01', 'finish'));
  });

  onlyWhoHoldsTheCounter(undo);
  it('refuses after ten seconds', () => {
    given(...serving, at('08:30'), finished('A001', 'c01'))
      .when(undo('c01'), { at: '08:30:11' })
      .thenRefuses('too-late-to-undo', { seconds: 10 });
  });
  it('refuses where nothing was done, and a second time', () => {
    given(opened('c01')).when(undo('c01')).thenRefuses('nothing-to-undo', { counterId: 'c01' });
    given(...serving, at('08:30'), finished('A001', 'c01'), at('08:30:01'), undone('A001', 'c01', 'finish'))
      .when(undo('c01'), { at: '08:30:02' })
      .thenRefuses('nothing-to-undo');
  });
  it('refuses to take back a call', () => {
    given(...calledOnce)
      .when(undo('c01'))
      .thenRefuses('nothing-to-undo');
  });

  const later: [string, Step[]][] = [
    ['it has been rated', [finished('A001', 'c01'), at('08:30:02'), rated('A001', 'c01')]],
    ['the next was called', [finished('A001', 'c01'), at('08:30'), called('A002', 'c01', 2)]],
    ['it was sent on while the next was called', [sentOn(), at('08:30'), called('A002', 'c01', 2)]],
    ['it was called elsewhere', [sentOn(), at('08:30:02'), called('A001', 'c02', 2)]],
    [
      'it was called elsewhere and sent on from there',
      [
        ...[sentOn(), at('08:30:02'), called('A001', 'c02', 2), at('08:30:04')],
        transferred('A001', 'c02', { service: 'dat-dai', joinedAt: clock('08:30:04') }),
      ],
    ],
    [
      'it was called elsewhere and missed there as well',
      [
        ...[absent('A001', 'c01'), at('08:30:02'), called('A001', 'c02', 2)],
        ...[at('08:30:04'), absent('A001', 'c02')],
      ],
    ],
    ['it has come back by itself', [absent('A001', 'c01'), at('08:30:02'), returned('A001', 3)]],
    ['it was given back', [sentOn(), at('08:30:02'), cancelled('A001')]],
    ['it was moved', [sentOn(), at('08:30:02'), moved('A001', 'dat-dai', clock('08:00'))]],
    ['it was given a class', [sentOn(), at('08:30:02'), classChanged('A001', 'cao-tuoi')]],
    ['the counter rests', [finished('A001', 'c01'), at('08:30:02'), paused('c01')]],
    ['the counter rested', [finished('A001', 'c01'), at('08:30:02'), paused('c01'), resumed('c01')]],
    [
      'somebody else sits there',
      [
        finished('A001', 'c01'),
        at('08:30:02'),
        takenOver('c01', 'canbo05'),
        at('08:30:03'),
        takenOver('c01', 'canbo01', 'canbo05'),
      ],
    ],
    [
      'another service began',
      [finished('A001', 'c01', 'another-service'), at('08:30'), continued('A001', 'c01', 'ho-tich')],
    ],
  ];
  it.each(later)('refuses once %s', (_what, facts) => {
    given(...serving, opened('c02'), at('08:30'), ...facts)
      .when(undo('c01'), { at: '08:30:09' })
      .thenRefuses('nothing-to-undo', { counterId: 'c01' });
  });
  it('is still possible after others were called past a ticket that was sent on', () => {
    given(
      ...[...serving, opened('c02'), issued('A003', { service: 'ho-tich' }), at('08:30')],
      ...[sentOn(clock('08:20')), at('08:30:02'), called('A003', 'c02', 2)],
    )
      .when(undo('c01'), { at: '08:30:09' })
      .thenRecords(undone('A001', 'c01', 'transfer'));
  });
  it('never mixes a second service with the transfer that follows at once', () => {
    const state = floorAfter(
      ...[...serving, at('08:30'), finished('A001', 'c01', 'another-service')],
      ...[at('08:30'), continued('A001', 'c01', 'dat-dai'), at('08:30')],
      ...[finished('A001', 'c01', 'transfer', 'dat-dai'), at('08:30'), sentOn()],
    );
    expect(lastStepOf(state)).toMatchObject({
      step: 'transfer',
      before: { serviceId: 'dat-dai' },
      finishedToday: 1,
    });
  });
});
