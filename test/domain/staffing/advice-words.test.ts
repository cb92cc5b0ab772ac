// The sentences of advice: every figure of the advice finds its place, in both languages.
import { describe, expect, it } from 'vitest';
import { adviceEn } from '../../../protocol/locales/en/advice.ts';
import { textPage } from '../../../protocol/locales/text-page.ts';
import { adviceVi } from '../../../protocol/locales/vi/advice.ts';
import { adviceWords } from '../../../server/domain/staffing/advice-words.ts';
import type { AdvisedDeed, StaffingAdvice } from '../../../server/domain/staffing/staffing-advice.ts';
import { clock } from '../../support/domain-clock.ts';
import { minuteMs } from '../../support/staffed-floor.ts';

const text = textPage(adviceVi, adviceEn);
const names = { group: 'Transport', counter: '5', services: 'results' };
const advice = (deed: object, withMinutes: number): StaffingAdvice =>
  ({
    ...{
      groupId: 'transport',
      serviceIds: [],
      since: 0,
      waiting: 14,
      longestWaitMs: 0,
      counters: 3,
      expected: 21.6,
    },
    ...{ targetMs: 15 * minuteMs, deed: { counterId: 'c5', ...deed } as unknown as AdvisedDeed },
    without: { topWaitMs: 31.2 * minuteMs, topAt: clock('09:20'), late: 9 },
    withDeed: { topWaitMs: withMinutes * minuteMs, topAt: clock('09:05'), late: 0 },
  }) as StaffingAdvice;
const lend = { kind: 'lend', untilAt: clock('09:30'), fromTopWaitMs: 4 * minuteMs, serviceIds: [] };

describe('advice in words', () => {
  it.each([
    [
      'open',
      { kind: 'open', byAt: clock('09:10') },
      13,
      'Transport: 14 waiting, 3 counters, 22 more expected; waits will reach 31 min by 09:20. Counter 5 opened by 09:10 keeps them under 15',
    ],
    ['open-eases', { kind: 'open', byAt: clock('09:10') }, 19, 'brings them down to 19, still over 15'],
    [
      'lend',
      lend,
      12,
      'Let counter 5 take results too until 09:30: then 12 min at most, 4 where it is lent from',
    ],
    ['close', { kind: 'close' }, 3, 'Counter 5 may close: waits stay within 3 min'],
  ])('%s', (code, deed, withMinutes, says) => {
    const words = adviceWords(advice(deed, withMinutes), 'Asia/Ho_Chi_Minh');
    expect(words.code).toBe(code);
    for (const language of ['vi', 'en'] as const)
      expect(text(language, words.code, { ...words.params, ...names })).not.toMatch(/[{}]/);
    expect(text('en', words.code, { ...words.params, ...names })).toContain(says);
  });
});
