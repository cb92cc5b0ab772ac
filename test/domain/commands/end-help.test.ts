// Ending a call for help: by the officer who no longer needs it, or by whoever came.
import { describe, it } from 'vitest';
import { closed, opened } from '../../support/domain-facts.ts';
import { helpCalled, helpEnded } from '../../support/domain-steering-facts.ts';
import { endHelp } from '../../support/domain-steering-wishes.ts';
import { by, given } from '../../support/given.ts';

const calling = [opened('c01'), helpCalled('c01')];

describe('end-help', () => {
  it.each([
    ['the officer', by.officer('canbo01'), 'staff:canbo01'],
    ['a guide, who sits at no counter', by.officer('huongdan'), 'staff:huongdan'],
    ['a supervisor', by.supervisor, 'staff:giamsat'],
  ])('is done by %s, whose name is kept', (_who, actor, name) => {
    given(...calling)
      .when(endHelp('c01'), { actor })
      .thenRecords(helpEnded('c01', name))
      .andAnswers({});
  });
  it('refuses an unknown counter', () => {
    given().when(endHelp('c99')).thenRefuses('unknown-counter', { counterId: 'c99' });
  });
  it.each([
    ['nobody has sat', []],
    ['nobody called', [opened('c01')]],
    ['it was ended', [...calling, helpEnded('c01', 'staff:canbo01')]],
    ['the counter was closed', [...calling, closed('c01')]],
  ])('refuses where %s', (_what, steps) => {
    given(...steps)
      .when(endHelp('c01'))
      .thenRefuses('no-help-called', { counterId: 'c01' });
  });
});
