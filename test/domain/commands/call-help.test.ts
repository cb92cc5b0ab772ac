// Calling for help: a silent alarm that lasts until somebody ends it.
import { describe, expect, it } from 'vitest';
import type { CounterId } from '../../../protocol/ids.ts';
import { clock } from '../../support/domain-clock.ts';
import { called, closed, issued, opened, paused } from '../../support/domain-facts.ts';
import { onlyWhoHoldsTheCounter } from '../../support/domain-refusals.ts';
import { helpCalled, helpEnded, takenOver } from '../../support/domain-steering-facts.ts';
import { callHelp } from '../../support/domain-steering-wishes.ts';
import { at, by, floorAfter, given, type Step } from '../../support/given.ts';

const since = (...steps: Step[]) => {
  const counter = floorAfter(...steps).counters.get('c01' as CounterId);
  return counter === undefined || counter.status === 'closed' ? undefined : counter.helpSince;
};

describe('call-help', () => {
  it.each([
    ['with empty hands', []],
    ['while resting', [paused('c01')]],
    ['with a ticket in hand', [issued('A001'), called('A001', 'c01')]],
  ])('calls %s', (_how, steps) => {
    given(opened('c01'), ...steps)
      .when(callHelp('c01'))
      .thenRecords(helpCalled('c01'))
      .andAnswers({});
  });
  it('may be done by a supervisor, in the name of who sits there', () => {
    given(opened('c01')).when(callHelp('c01'), { actor: by.supervisor }).thenRecords(helpCalled('c01'));
  });
  it('counts from the first call, however often it is pressed', () => {
    const twice = [opened('c01'), at('08:10'), helpCalled('c01'), at('08:12'), helpCalled('c01')];
    expect(since(...twice)).toBe(clock('08:10'));
    expect(since(...twice, helpEnded('c01', 'staff:giamsat'))).toBeNull();
  });
  it('ends with whoever called: nobody else answers for it', () => {
    expect(since(opened('c01'), helpCalled('c01'), closed('c01'), opened('c01'))).toBeNull();
    expect(since(opened('c01'), helpCalled('c01'), takenOver('c01', 'canbo05'))).toBeNull();
  });
  onlyWhoHoldsTheCounter(callHelp);
});
