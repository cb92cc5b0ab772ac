// The officer's actions: one for every action of the contract, one key each that nobody can mistake, and only what the
// floor allows; what is offered is then accepted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actionOfKey,
  isAllowed,
  type OperatorAction,
  operatorActions,
} from '../../counter-ui/actions/operator-actions.ts';
import { type Command, commandSchemas, counterActionNames, counterActions } from '../../protocol/commands.ts';
import { counterVi } from '../../protocol/locales/vi/counter.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { decide } from '../../server/domain/decide.ts';
import { centre } from '../support/domain-centre.ts';
import { called, issued, opened, paused, started, ticketId } from '../support/domain-facts.ts';
import { LiveFloor } from '../support/domain-live-floor.ts';
import { actorOf, commandOf, pauses, presses } from '../support/domain-presses.ts';
import { by, type Step } from '../support/given.ts';
import { counterScreen, screenAfter } from './counter-screen.ts';

/** Pressed in the row of one ticket, for which a key would have to guess. */
const inTheRowOfATicket = ['call', 'resume-ticket'];
const named = operatorActions.map((each) => [each.id, each] as const);
const keys = [...new Set(operatorActions.flatMap(({ key }) => (key === null ? [] : [key.code])))];
const offered = (view: CounterView) => operatorActions.filter((action) => isAllowed(action, view));
const action = (id: string): OperatorAction => {
  const found = operatorActions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no action ${id}`);
  return found;
};

const calling = [issued('A001'), issued('A002'), opened('c01'), called('A001', 'c01')];
const serving = [...calling, started('A001', 'c01')];
const moments: [string, readonly Step[], string[]][] = [
  ['closed', [], ['open']],
  ['open and the hall empty', [opened('c01')], ['pause', 'close']],
  ['open and somebody waiting', calling.slice(0, 3), ['next', 'pause', 'close']],
  ['calling', calling, ['start', 'finish', 'recall', 'no-show', 'park', 'transfer']],
  ['serving', serving, ['next', 'finish', 'park', 'transfer']],
  ['paused', [opened('c01'), paused('c01')], ['resume', 'close']],
];

describe('the table of actions', () => {
  it('has one entry for every action of the contract that needs no row', () => {
    expect([...operatorActions.map(({ needs }) => needs), ...inTheRowOfATicket].sort()).toEqual(
      [...counterActionNames].sort(),
    );
    expect(new Set(operatorActions.map(({ id }) => id)).size).toBe(operatorActions.length);
  });
  it.each(named)('%s gives the command of its action, or asks for what is missing', (_id, each) => {
    const does = each.does(screenAfter(...serving));
    if ('ask' in does) {
      expect(does).toEqual({ ask: each.needs });
      expect(['park', 'pause', 'transfer']).toContain(does.ask);
      return;
    }
    expect(does).toMatchObject({ type: counterActions[each.needs], counterId: 'c01' });
    expect(commandSchemas[does.type].parse(does)).toEqual(does);
  });
  it.each(named)('%s has words at every moment', (_id, each) => {
    for (const [, facts] of moments) expect(counterVi[each.label(screenAfter(...facts))]).toBeTruthy();
  });
});

describe('the keys', () => {
  it('are of one action each, but for the one that pauses and resumes', () => {
    const shared = keys.filter((key) => operatorActions.filter((each) => each.key?.code === key).length > 1);
    expect(shared).toEqual(['KeyB']);
    expect(operatorActions.filter((each) => each.key?.code === 'KeyB').map(({ id }) => id)).toEqual([
      ...['pause', 'resume'],
    ]);
  });
  it('are written as they are pressed', () => {
    for (const { key } of operatorActions)
      if (key !== null) expect([key.hint, `Key${key.hint}`]).toContain(key.code);
  });
  it('do not close a counter by mistake', () => {
    expect(action('close').key).toBeNull();
  });
  it('take Enter on either side of the keyboard', () => {
    const view = screenAfter(...serving);
    expect(actionOfKey('Enter', view)?.id).toBe('finish');
    expect(actionOfKey('NumpadEnter', view)?.id).toBe('finish');
  });
  it('pause an open counter and resume a paused one', () => {
    expect(actionOfKey('KeyB', screenAfter(opened('c01')))?.id).toBe('pause');
    expect(actionOfKey('KeyB', screenAfter(opened('c01'), paused('c01')))?.id).toBe('resume');
  });
  it('that belong to no action do nothing', () => {
    for (const key of ['KeyQ', 'Escape', 'Tab', 'Digit1', 'toString', ''])
      expect(actionOfKey(key, screenAfter(...serving))).toBeUndefined();
  });
  it('do nothing where the view allows nothing', () => {
    const view = { ...screenAfter(...serving), actions: [] };
    for (const key of [...keys, 'NumpadEnter']) expect(actionOfKey(key, view)).toBeUndefined();
  });
});

describe('what is offered', () => {
  it.each(moments)('while %s', (_moment, facts, ids) => {
    const view = screenAfter(...facts);
    expect(offered(view).map(({ id }) => id)).toEqual(ids);
    for (const each of operatorActions)
      if (each.key !== null && each.key.code !== 'KeyB')
        expect(actionOfKey(each.key.code, view)).toBe(ids.includes(each.id) ? each : undefined);
  });
});

describe('what a press says', () => {
  it('names the ticket that the officer saw', () => {
    const view = screenAfter(...calling);
    for (const id of ['start', 'finish', 'recall', 'no-show'])
      expect(action(id).does(view)).toMatchObject({ ticketId: ticketId('A001') });
  });
  it('names no ticket where none is in hand', () => {
    expect(action('recall').does(screenAfter(opened('c01')))).not.toHaveProperty('ticketId');
  });
  it('finishes with "next" only the ticket being served, and says so on the button', () => {
    const [called, served] = [screenAfter(...calling), screenAfter(...serving)];
    expect(action('next').does(served)).toEqual({
      ...{ type: 'call-next', counterId: 'c01', finishPresent: ticketId('A001') },
    });
    expect(action('next').label(served)).toBe('finishAndNext');
    expect(action('next').does(called)).toEqual({ type: 'call-next', counterId: 'c01' });
    expect(action('next').label(called)).toBe('next');
  });
});

function accepted(floor: LiveFloor, command: Command, officer: string): boolean {
  const { state, rules } = floor;
  if (state.businessDay === null) throw new Error('the day has not begun');
  return decide(state, command, {
    ...{ at: state.at, businessDay: state.businessDay, rules, actor: by.officer(officer), intakeOpen: true },
    estimateFor: () => null,
    newTicketId: ticketId('new'),
    newVisitId: 'visit-new' as Parameters<typeof decide>[2]['newVisitId'],
  }).ok;
}

/** On this floor, as each counter's own officer sees it. */
function keepsItsWord(floor: LiveFloor): void {
  for (const { id } of floor.rules.setup.counters) {
    const view = counterScreen(floor.state, floor.rules, id);
    const now = offered(view);
    for (const key of keys)
      expect(now.filter((each) => each.key?.code === key).length, key).toBeLessThanOrEqual(1);
    for (const each of now) {
      const does = each.does(view);
      if ('ask' in does) continue;
      expect(accepted(floor, does, view.operator?.id ?? 'canbo-moi'), `${each.id} at ${id}`).toBe(true);
    }
  }
}

describe('on any floor', () => {
  it('a key means one thing, and what is offered is accepted', () => {
    const acts = fc.array(fc.tuple(presses, pauses), { maxLength: 40, size: 'max' });
    fc.assert(
      fc.property(acts, (all) => {
        const floor = new LiveFloor(centre());
        for (const [press, ms] of all) {
          floor.pass(ms);
          floor.execute(commandOf(press, floor.state), actorOf(press, floor.state), true);
          keepsItsWord(floor);
        }
      }),
      { numRuns: 40 },
    );
  });
});
