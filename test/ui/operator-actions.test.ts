// The officer's actions: one for every action of the contract, one key each that nobody can mistake, and only what the
// floor allows; what is offered is then accepted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operatorActions } from '../../counter-ui/actions/action-table.ts';
import {
  actionOfKey,
  isAllowed,
  type Moment,
  mainActions,
  type OperatorAction,
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

/** Given in the row of one ticket, or in the dialog that lists them: a key would have to guess. */
const inTheRowOfATicket = ['call', 'resume-ticket'];
/** Keys that mean another thing in another state of the counter, and what. */
const shared: Readonly<Record<string, readonly string[]>> = {
  Enter: ['start', 'finish'],
  KeyB: ['pause', 'resume'],
  NumpadMultiply: ['pause', 'resume'],
  KeyH: ['call-help', 'end-help'],
  Numpad7: ['call-help', 'end-help'],
  Numpad9: ['open', 'close'],
};
const confirming: Moment = { confirmsArrival: true, at: 0 };
const automatic: Moment = { confirmsArrival: false, at: Number.MAX_SAFE_INTEGER };
const named = operatorActions.map((each) => [each.id, each] as const);
const codesOf = ({ keys, pad }: OperatorAction) => [
  ...keys.map(({ code }) => code),
  ...(pad === null ? [] : [pad.code]),
];
const codes = [...new Set(operatorActions.flatMap(codesOf))];
const offered = (view: CounterView, moment = confirming) =>
  operatorActions.filter((action) => isAllowed(action, view, moment));
const action = (id: string): OperatorAction => {
  const found = operatorActions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no action ${id}`);
  return found;
};

const calling = [issued('A001'), issued('A002'), opened('c01'), called('A001', 'c01')];
const serving = [...calling, started('A001', 'c01')];
const moments: [string, readonly Step[], string[]][] = [
  ['closed', [], ['open']],
  ['open and the hall empty', [opened('c01')], ['call-help', 'pause', 'close']],
  ['open and somebody waiting', calling.slice(0, 3), ['next', 'number', 'call-help', 'pause', 'close']],
  ['calling', calling, ['next', 'start', 'recall', 'no-show', 'park', 'transfer', 'call-help']],
  ['serving', serving, ['next', 'finish', 'park', 'transfer', 'ending', 'continue', 'undo', 'call-help']],
  ['paused', [opened('c01'), paused('c01')], ['call-help', 'resume', 'close']],
];

describe('the table of actions', () => {
  it('has an entry for every action of the contract that needs no row', () => {
    const needed = new Set<string>([...operatorActions.flatMap(({ needs }) => needs), ...inTheRowOfATicket]);
    expect([...needed].sort()).toEqual([...counterActionNames].sort());
    expect(new Set(operatorActions.map(({ id }) => id)).size).toBe(operatorActions.length);
  });
  it.each(named)('%s gives the command of its action, or asks for what is missing', (_id, each) => {
    const does = each.does(screenAfter(...serving), confirming);
    if ('ask' in does) {
      expect(['number', 'park', 'pause', 'transfer', 'continue', 'ending', 'close']).toContain(does.ask);
      return;
    }
    if ('steps' in does) throw new Error('two steps where one is enough');
    expect(does).toMatchObject({ type: counterActions[each.needs[0]], counterId: 'c01' });
    expect(commandSchemas[does.type].parse(does)).toEqual(does);
  });
  it.each(named)('%s has words at every moment', (_id, each) => {
    for (const [, facts] of moments)
      for (const moment of [confirming, automatic])
        expect(counterVi[each.label(screenAfter(...facts), moment)]).toBeTruthy();
  });
});

describe('the keys', () => {
  it('are of one action each, but for those whose meaning the state of the counter tells', () => {
    for (const code of codes) {
      const ids = operatorActions.filter((each) => codesOf(each).includes(code)).map(({ id }) => id);
      expect(ids, code).toEqual(shared[code] ?? [ids[0]]);
    }
  });
  it('are written as they are pressed', () => {
    const signs: Readonly<Record<string, string>> = { Add: '+', Subtract: '−', Multiply: '*', Divide: '/' };
    for (const { keys, pad } of operatorActions) {
      for (const { code, hint } of keys) expect([hint, `Key${hint}`, 'Backspace']).toContain(code);
      const key = pad?.code.replace('Numpad', '') ?? '';
      expect(pad?.hint ?? '').toBe(signs[key] ?? key);
    }
  });
  it('of a keypad are enough: every action that has a key has one there', () => {
    for (const { id, keys, pad } of operatorActions)
      expect([id, pad === null]).toEqual([id, keys.length === 0]);
  });
  it('close a counter only after a question, and take none over', () => {
    expect(action('close').does(screenAfter(opened('c01')), confirming)).toEqual({ ask: 'close' });
    expect(action('take-over').keys).toEqual([]);
  });
  it('finish with Enter, and with Enter of the keypad call the next as well', () => {
    const view = screenAfter(...serving);
    expect(actionOfKey('Enter', view, confirming)?.id).toBe('finish');
    expect(actionOfKey('NumpadEnter', view, confirming)?.id).toBe('next');
  });
  it('pause an open counter and resume a paused one', () => {
    expect(actionOfKey('KeyB', screenAfter(opened('c01')), confirming)?.id).toBe('pause');
    expect(actionOfKey('KeyB', screenAfter(opened('c01'), paused('c01')), confirming)?.id).toBe('resume');
  });
  it('that belong to no action do nothing', () => {
    for (const key of ['KeyQ', 'Escape', 'Tab', 'Digit1', 'toString', ''])
      expect(actionOfKey(key, screenAfter(...serving), confirming)).toBeUndefined();
  });
  it('do nothing where the view allows nothing', () => {
    const view = { ...screenAfter(...serving), actions: [] };
    for (const code of codes) expect(actionOfKey(code, view, confirming)).toBeUndefined();
  });
});

describe('what is offered', () => {
  it.each(moments)('while %s', (_moment, facts, ids) => {
    const view = screenAfter(...facts);
    expect(offered(view).map(({ id }) => id)).toEqual(ids);
    for (const code of codes) {
      const found = actionOfKey(code, view, confirming);
      expect(found === undefined || ids.includes(found.id), code).toBe(true);
    }
    const [main] = mainActions(view, confirming);
    expect(main?.rank === 'work' || main?.rank === 'counter').toBe(true);
  });
  it('ends with the seconds in which a step may be taken back', () => {
    const view = screenAfter(...serving);
    const until = view.undo?.until ?? 0;
    expect(isAllowed(action('undo'), view, { ...confirming, at: until })).toBe(true);
    expect(isAllowed(action('undo'), view, { ...confirming, at: until + 1 })).toBe(false);
  });
});

describe('what a press says', () => {
  it('names the ticket that the officer saw', () => {
    const view = screenAfter(...calling);
    for (const id of ['start', 'finish', 'recall', 'no-show'])
      expect(action(id).does(view, confirming)).toMatchObject({ ticketId: ticketId('A001') });
  });
  it('names no ticket where none is in hand', () => {
    expect(action('recall').does(screenAfter(opened('c01')), confirming)).not.toHaveProperty('ticketId');
  });
  it('finishes with "next" only the ticket being served, and says so on the button', () => {
    const [called, served] = [screenAfter(...calling), screenAfter(...serving)];
    expect(action('next').does(served, confirming)).toEqual({
      ...{ type: 'call-next', counterId: 'c01', finishPresent: ticketId('A001') },
    });
    expect(action('next').label(served, confirming)).toBe('finishAndNext');
    expect(action('next').label(called, confirming)).toBe('next');
  });
});

describe('"next" while somebody is only called', () => {
  const view = screenAfter(...calling);
  const calledAt = view.ticket?.calledAt ?? 0;
  const later: Moment = { confirmsArrival: false, at: calledAt + 5_000 };
  it('asks whether they have come', () => {
    expect(action('next').does(view, confirming)).toEqual({ ask: 'arrival' });
    expect(mainActions(view, confirming).map(({ id }) => id)).toEqual(['start', 'next']);
  });
  it('finishes and calls where arrivals are not confirmed', () => {
    expect(action('next').does(view, later)).toEqual({
      steps: [
        { type: 'finish-service', counterId: 'c01', ticketId: ticketId('A001') },
        { type: 'call-next', counterId: 'c01' },
      ],
    });
    expect(action('next').label(view, later)).toBe('finishAndNext');
    expect(mainActions(view, later).map(({ id }) => id)).toEqual(['next', 'start']);
  });
  it('only finishes where nobody else waits', () => {
    expect(action('next').does({ ...view, waitingTotal: 0 }, later)).toMatchObject({
      type: 'finish-service',
    });
  });
  it('asks all the same where nobody can have come yet, or is thought to be absent', () => {
    expect(action('next').does(view, { ...later, at: calledAt + 4_999 })).toEqual({ ask: 'arrival' });
    const ticket = view.ticket === null ? null : { ...view.ticket, suggestNoShow: true };
    expect(action('next').does({ ...view, ticket }, later)).toEqual({ ask: 'arrival' });
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
    const moment: Moment = { confirmsArrival: floor.state.at % 2 === 0, at: floor.state.at };
    const now = offered(view, moment);
    for (const code of codes)
      expect(now.filter((each) => codesOf(each).includes(code)).length, code).toBeLessThanOrEqual(1);
    for (const each of now) {
      const does = each.does(view, moment);
      if ('ask' in does) continue;
      const [command] = 'steps' in does ? does.steps : [does];
      if (command === undefined) throw new Error('no step at all');
      expect(accepted(floor, command, view.operator?.id ?? 'canbo-moi'), `${each.id} at ${id}`).toBe(true);
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
