// Where the floor refuses, its sentence says whom or how many: every place of every sentence is filled in by the refusal
// itself, in both languages.
import { describe, expect, it } from 'vitest';
import { problemEn } from '../../protocol/locales/en/problem.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { problemVi } from '../../protocol/locales/vi/problem.ts';
import { refusalStatus } from '../../protocol/refusals.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { centre, centreWithService } from '../support/domain-centre.ts';
import { clock } from '../support/domain-clock.ts';
import {
  absent,
  called,
  cancelled,
  finished,
  issued,
  opened,
  parked,
  rated,
  recalled,
  started,
  transferred,
} from '../support/domain-facts.ts';
import { returned } from '../support/domain-steering-facts.ts';
import { comeBack, goOnWith, timeHasCome, undo } from '../support/domain-steering-wishes.ts';
import {
  callNext,
  callNumber,
  giveBack,
  markAbsent,
  rate,
  recall,
  sendToService,
  start,
  takeTicket,
  takeUpAgain,
} from '../support/domain-wishes.ts';
import { given, type Step, type Wish } from '../support/given.ts';

const sentence = textPage(problemVi, problemEn);
const calling = [issued('A001'), opened('c01'), called('A001', 'c01')];
const serving = [...calling, started('A001', 'c01')];
const keptForAnother = transferred('A001', 'c01', {
  ...{ service: 'chung-thuc', keptFor: 'c02', joinedAt: clock('08:10') },
});

type Refused = { facts: readonly Step[]; wish: Wish; says: string; in?: Setup };
const refused: Record<string, Refused> = {
  'daily-limit-reached': {
    facts: [issued('A001')],
    wish: takeTicket('chung-thuc'),
    says: 'All 1 numbers of this service have been given today.',
    in: centreWithService('chung-thuc', { dailyLimit: 1 }),
  },
  'too-many-waiting': {
    facts: [issued('A001'), issued('1001')],
    wish: takeTicket('chung-thuc'),
    says: '2 people are waiting; no numbers are given for now.',
    in: centre({ limits: { waitingAtMost: 2, recallsAtMost: 2 } }),
  },
  'ticket-in-hand': { facts: calling, wish: callNext('c01'), says: 'The counter is serving A001.' },
  'not-in-hand': {
    facts: [issued('A002'), ...calling],
    wish: start('c01', 'A002'),
    says: 'The ticket in hand is now A001.',
  },
  'not-waiting': { facts: calling, wish: giveBack('A001'), says: 'A001 is no longer waiting.' },
  'not-parked': {
    facts: [issued('A001'), opened('c01')],
    wish: takeUpAgain('c01', 'A001'),
    says: 'A001 is not parked.',
  },
  'not-serving': {
    facts: calling,
    wish: goOnWith('c01', 'dat-dai'),
    says: 'Number A001 is not being served yet.',
  },
  'not-absent': { facts: calling, wish: comeBack('A001'), says: 'Number A001 is not marked absent.' },
  'not-due': {
    facts: [...calling, parked('A001', 'c01')],
    wish: timeHasCome('A001'),
    says: 'The time of number A001 has not come.',
  },
  'too-many-returns': {
    facts: [
      ...calling,
      absent('A001', 'c01'),
      returned('A001', 3),
      called('A001', 'c01', 2),
      absent('A001', 'c01'),
    ],
    wish: comeBack('A001'),
    says: 'Number A001 has come back 1 times already; please take a new number.',
  },
  'too-late-to-undo': {
    facts: serving,
    wish: undo('c01'),
    says: 'A step may be taken back within 10 seconds only.',
  },
  'not-called': { facts: serving, wish: markAbsent('c01'), says: 'A001 is not just called.' },
  'already-ended': {
    facts: [issued('A001'), cancelled('A001')],
    wish: giveBack('A001'),
    says: 'A001 has ended.',
  },
  'reserved-for-another-counter': {
    facts: [...calling, keptForAnother],
    wish: callNumber('c01', 'A001'),
    says: 'A001 is kept for another counter.',
  },
  'transfer-to-itself': {
    facts: serving,
    wish: sendToService('c01', 'chung-thuc'),
    says: 'A001 is already where it should go.',
  },
  'too-many-recalls': {
    facts: [...calling, recalled('A001', 'c01', 2), recalled('A001', 'c01', 3)],
    wish: recall('c01'),
    says: 'A001 has been recalled 2 times.',
  },
  'already-rated': {
    facts: [...serving, finished('A001', 'c01'), rated('A001', 'c01')],
    wish: rate('c01'),
    says: 'The service of A001 has been rated.',
  },
};

describe('the sentences with something to fill in', () => {
  it('are all here', () => {
    // Problems of files are no refusals of the floor: test/web/notices.test.ts has theirs.
    const open = Object.entries(problemVi).filter(
      ([code, each]) => each.includes('{') && code in refusalStatus,
    );
    expect(Object.keys(refused).sort()).toEqual(open.map(([code]) => code).sort());
  });
  it.each(Object.entries(refused))('%s', (code, { facts, wish, says, in: setup = centre() }) => {
    const { decision } = given(...facts)
      .in(setup)
      .when(wish);
    if (decision.ok) throw new Error('it was not refused');
    expect(decision.refusal.code).toBe(code);
    expect(sentence('en', decision.refusal.code, decision.refusal.params)).toBe(says);
    expect(sentence('vi', decision.refusal.code, decision.refusal.params)).not.toMatch(/[{}]/);
  });
});
