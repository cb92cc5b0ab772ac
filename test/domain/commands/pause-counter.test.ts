// Resting at a counter: with one of the centre's reasons, once the ticket in hand is done.
import { describe, expect, it } from 'vitest';
import type { CounterId } from '../../../protocol/ids.ts';
import { clock } from '../../support/domain-clock.ts';
import { opened, paused } from '../../support/domain-facts.ts';
import { onlyWithEmptyHands } from '../../support/domain-refusals.ts';
import { pause } from '../../support/domain-wishes.ts';
import { at, by, floorAfter, given, type Wish } from '../../support/given.ts';

describe('pause-counter', () => {
  it('keeps the reason', () => {
    given(opened('c01')).when(pause('c01', 'hop')).thenRecords(paused('c01', 'hop')).andAnswers({});
  });
  it('may be done by a supervisor', () => {
    given(opened('c01')).when(pause('c01'), { actor: by.supervisor }).thenRecords(paused('c01'));
  });
  it('keeps for how long it is meant to last', () => {
    given(opened('c01'))
      .when({ ...pause('c01', 'hop'), forMinutes: 10 } as Wish, { at: '08:30' })
      .thenRecords({ ...paused('c01', 'hop'), backAt: clock('08:40') });
    const state = floorAfter(opened('c01'), at('08:30'), { ...paused('c01'), backAt: clock('08:40') });
    expect(state.counters.get('c01' as CounterId)).toMatchObject({
      ...{ status: 'paused', pausedAt: clock('08:30'), backAt: clock('08:40') },
    });
  });
  onlyWithEmptyHands((counterId) => pause(counterId));
  it('refuses a reason that the centre does not know', () => {
    given(opened('c01'))
      .when(pause('c01', 'cau-ca'))
      .thenRefuses('unknown-pause-reason', { reason: 'cau-ca' });
  });
});
