// Small decisions of the counter screen: which key was pressed under an input method, what is found by what is typed, when an
// idle officer is told of somebody new, and which settings are kept.
import { describe, expect, it } from 'vitest';
import { pressedCode } from '../../counter-ui/actions/pressed-code.ts';
import { besideChosen, stepOf } from '../../counter-ui/counter/choice-list.tsx';
import { readSettings } from '../../counter-ui/counter/counter-settings.ts';
import { hourText } from '../../counter-ui/counter/counter-text.ts';
import { digitOf } from '../../counter-ui/counter/dialog-frame.tsx';
import { isFound, isNumber } from '../../counter-ui/counter/found-words.ts';
import { isNewTicket } from '../../counter-ui/counter/new-ticket.ts';
import { foundGoals, goals, toggled } from '../../counter-ui/counter/transfer-goals.ts';
import type { ServiceId } from '../../protocol/ids.ts';
import { called, issued, opened, started } from '../support/domain-facts.ts';
import { screenAfter } from './counter-screen.ts';

describe('a key under an input method for Vietnamese', () => {
  it.each([
    ['KeyR', 'r', 'KeyR'],
    ['KeyR', 'Process', 'KeyR'],
    ['Numpad1', 'End', 'Numpad1'],
    ['', 'â', 'KeyA'],
    ['', 'ê', 'KeyE'],
    ['', 'đ', 'KeyD'],
    ['', 'á', 'KeyS'],
    ['', 'ả', 'KeyR'],
    ['', 'ạ', 'KeyJ'],
    ['', 'ư', 'KeyW'],
    ['', 'T', 'KeyT'],
    ['', '1', ''],
    ['', 'Unidentified', ''],
  ])('code %j and key %j is %j', (code, key, pressed) => {
    expect(pressedCode({ code, key })).toBe(pressed);
  });
});

describe('what is typed to find something', () => {
  const land = ['Đất đai, xây dựng – Địa chính - Xây dựng', '3 chờ'];
  it.each([
    ['', true],
    ['dat dai', true],
    ['Đất', true],
    ['xay dia', true],
    ['ho tich', false],
    ['12', true],
    ['1', true],
    ['2', false],
    ['3', false],
  ])('%j finds the land office, number 12: %s', (typed, found) => {
    expect(isFound(typed, land, '12')).toBe(found);
  });
  it.each([
    ['', true],
    ['a012', true],
    ['12', true],
    ['012', true],
    ['0012', true],
    ['1', true],
    ['A0', true],
    ['2', false],
    ['B', false],
  ])('%j means A012: %s', (typed, meant) => {
    expect(isNumber(typed, 'A012')).toBe(meant);
  });
});

describe('the goals of a transfer', () => {
  const view = screenAfter(
    issued('A001'),
    opened('c01'),
    opened('c03'),
    called('A001', 'c01'),
    started('A001', 'c01'),
  );
  it('are all services but its own, the other open counters, and whoever sits there', () => {
    expect(goals('service', view).map(({ id }) => id)).not.toContain('chung-thuc');
    expect(goals('counter', view).map(({ id }) => id)).toEqual(['c03']);
    expect(goals('person', view).map(({ to }) => to)).toEqual([{ operatorId: 'canbo03' }]);
  });
  it('keep their number whatever is found', () => {
    for (const goal of goals('service', view))
      expect(foundGoals('service', goal.own, view)).toContainEqual(goal);
  });
  it('take a service into the rest of the journey, and out of it, at most eight', () => {
    const id = (name: string) => name as ServiceId;
    expect(toggled([id('a')], id('b'))).toEqual(['a', 'b']);
    expect(toggled([id('a'), id('b')], id('a'))).toEqual(['b']);
    const eight = [...'abcdefgh'].map(id);
    expect(toggled(eight, id('i'))).toEqual(eight);
  });
});

describe('a list', () => {
  const three = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  it('ends where it ends', () => {
    expect(besideChosen(three, 'a', -1)).toBe('a');
    expect(besideChosen(three, 'a', 1)).toBe('b');
    expect(besideChosen(three, 'c', 1)).toBe('c');
    expect(besideChosen(three, null, 1)).toBe('a');
    expect(besideChosen([], 'a', 1)).toBeNull();
  });
  it('is walked with arrows and with a keypad, and digits choose', () => {
    expect([stepOf('ArrowDown'), stepOf('NumpadAdd'), stepOf('ArrowUp'), stepOf('NumpadSubtract')]).toEqual([
      ...[1, 1, -1, -1],
    ]);
    expect([digitOf('Digit1'), digitOf('Numpad9'), digitOf('Digit0'), digitOf('KeyA')]).toEqual([
      1,
      9,
      null,
      null,
    ]);
  });
});

describe('an idle officer', () => {
  const idle = screenAfter(opened('c01'));
  const comes = screenAfter(opened('c01'), issued('A001'));
  it('is told of whoever comes first', () => {
    expect(isNewTicket(idle, comes)).toBe(true);
  });
  it('is not told of the second, nor when the page is opened, nor with somebody in hand, nor while paused', () => {
    const inHand = screenAfter(opened('c01'), issued('A001'), called('A001', 'c01'));
    const paused = { ...idle, counter: { ...idle.counter, status: 'paused' as const } };
    expect(isNewTicket(comes, screenAfter(opened('c01'), issued('A001'), issued('A002')))).toBe(false);
    expect(isNewTicket(null, comes)).toBe(false);
    expect(isNewTicket(inHand, { ...inHand, waitingTotal: 1 })).toBe(false);
    expect(isNewTicket(paused, { ...paused, waitingTotal: 1 })).toBe(false);
    expect(isNewTicket(paused, comes)).toBe(false);
  });
});

describe('settings', () => {
  const usual = { confirmsArrival: true, sound: true, notices: false, hints: true };
  it.each([null, '', 'null', '7', '[]', '{"sound":"loud"}', '{'])('%j is the usual', (text) => {
    expect(readSettings(text)).toEqual(usual);
  });
  it('are what was kept', () => {
    expect(readSettings('{"sound":false,"confirmsArrival":false}')).toEqual({
      ...{ ...usual, sound: false, confirmsArrival: false },
    });
  });
});

it('the hall’s time of day is the centre’s', () => {
  expect(hourText(Date.parse('2026-11-23T01:05:00Z'), 'Asia/Ho_Chi_Minh')).toBe('08:05');
});
