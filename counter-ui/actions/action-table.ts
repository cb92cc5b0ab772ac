// The operator's actions in the order in which they are shown. Letters are those that officers know from other systems; the
// keypad alone is enough for a whole day.
import type { CounterView } from '../../protocol/views/counter-view.ts';
import type { Key, Moment, OperatorAction } from './operator-actions.ts';

const letter = (name: string): Key => ({ code: `Key${name}`, hint: name });
const pad = (name: string, hint: string): Key => ({ code: `Numpad${name}`, hint });
const at = (view: CounterView) => ({ counterId: view.counter.id });
/** The ticket that the officer saw when pressing: a press meant for another one is refused. */
const shown = (view: CounterView) => (view.ticket === null ? {} : { ticketId: view.ticket.id });

/** Nobody has had the time to come to the counter: a second press meant nothing. */
const comesWithinMs = 5_000;
const isCalled = (view: CounterView) => view.ticket?.status === 'called';
/** Whether "next" may take the one who was called for served: never where nobody may have come. */
function hasCome(view: CounterView, { confirmsArrival, at: now }: Moment): boolean {
  const { ticket } = view;
  return (
    ticket !== null &&
    !confirmsArrival &&
    ticket.status === 'called' &&
    !ticket.suggestNoShow &&
    now - ticket.calledAt >= comesWithinMs
  );
}

const next: OperatorAction = {
  id: 'next',
  needs: ['call-next', 'start'],
  label: (view, moment) =>
    view.ticket?.status === 'serving' || hasCome(view, moment) ? 'finishAndNext' : 'next',
  keys: [{ code: 'Space', hint: 'Space' }],
  pad: pad('Enter', 'Enter'),
  rank: 'work',
  does: (view, moment) => {
    const { ticket } = view;
    if (ticket?.status === 'serving') return { type: 'call-next', ...at(view), finishPresent: ticket.id };
    if (ticket === null) return { type: 'call-next', ...at(view) };
    if (!hasCome(view, moment)) return { ask: 'arrival' };
    const finish = { type: 'finish-service', ...at(view), ticketId: ticket.id } as const;
    return view.waitingTotal === 0 ? finish : { steps: [finish, { type: 'call-next', ...at(view) }] };
  },
};

const withTheTicket: readonly OperatorAction[] = [
  {
    id: 'start',
    needs: ['start'],
    label: () => 'start',
    keys: [letter('S'), { code: 'Enter', hint: 'Enter' }],
    pad: pad('1', '1'),
    rank: 'work',
    does: (view) => ({ type: 'start-service', ...at(view), ...shown(view) }),
  },
  {
    id: 'finish',
    needs: ['finish'],
    unless: isCalled,
    label: () => 'finish',
    keys: [
      { code: 'Enter', hint: 'Enter' },
      { code: 'KeyF', hint: 'F' },
    ],
    pad: pad('2', '2'),
    rank: 'work',
    does: (view) => ({ type: 'finish-service', ...at(view), ...shown(view) }),
  },
  {
    id: 'recall',
    needs: ['recall'],
    label: () => 'recall',
    keys: [letter('R')],
    pad: pad('Add', '+'),
    rank: 'work',
    does: (view) => ({ type: 'recall-ticket', ...at(view), ...shown(view) }),
  },
  {
    id: 'no-show',
    needs: ['no-show'],
    label: () => 'noShow',
    keys: [letter('A')],
    pad: pad('Subtract', '−'),
    rank: 'work',
    does: (view) => ({ type: 'mark-no-show', ...at(view), ...shown(view) }),
  },
  {
    id: 'park',
    needs: ['park'],
    label: () => 'park',
    keys: [letter('P')],
    pad: pad('3', '3'),
    rank: 'work',
    does: () => ({ ask: 'park' }),
  },
  {
    id: 'transfer',
    needs: ['transfer'],
    label: () => 'transfer',
    keys: [letter('T')],
    pad: pad('Divide', '/'),
    rank: 'work',
    does: () => ({ ask: 'transfer' }),
  },
  {
    id: 'ending',
    needs: ['finish'],
    unless: isCalled,
    label: () => 'ending',
    keys: [letter('E')],
    pad: pad('4', '4'),
    rank: 'more',
    does: () => ({ ask: 'ending' }),
  },
  {
    id: 'continue',
    needs: ['continue'],
    label: () => 'continue',
    keys: [letter('C')],
    pad: pad('5', '5'),
    rank: 'more',
    does: () => ({ ask: 'continue' }),
  },
];

const withTheCounter: readonly OperatorAction[] = [
  {
    id: 'number',
    needs: ['call', 'resume-ticket'],
    label: () => 'number',
    keys: [letter('G')],
    pad: pad('0', '0'),
    rank: 'more',
    does: () => ({ ask: 'number' }),
  },
  {
    id: 'undo',
    needs: ['undo'],
    unless: ({ undo }, { at: now }) => undo === null || now > undo.until,
    label: () => 'undo',
    keys: [letter('Z'), { code: 'Backspace', hint: '⌫' }],
    pad: pad('6', '6'),
    rank: 'more',
    does: (view) => ({ type: 'undo-step', ...at(view) }),
  },
  {
    id: 'call-help',
    needs: ['call-help'],
    label: () => 'callHelp',
    keys: [letter('H')],
    pad: pad('7', '7'),
    rank: 'counter',
    does: (view) => ({ type: 'call-help', ...at(view) }),
  },
  {
    id: 'end-help',
    needs: ['end-help'],
    label: () => 'endHelp',
    keys: [letter('H')],
    pad: pad('7', '7'),
    rank: 'counter',
    does: (view) => ({ type: 'end-help', ...at(view) }),
  },
  {
    id: 'open',
    needs: ['open'],
    label: () => 'open',
    keys: [letter('O')],
    pad: pad('9', '9'),
    rank: 'counter',
    does: (view) => ({ type: 'open-counter', ...at(view) }),
  },
  {
    id: 'pause',
    needs: ['pause'],
    label: () => 'pause',
    keys: [letter('B')],
    pad: pad('Multiply', '*'),
    rank: 'counter',
    does: () => ({ ask: 'pause' }),
  },
  {
    id: 'resume',
    needs: ['resume'],
    label: () => 'resume',
    keys: [letter('B')],
    pad: pad('Multiply', '*'),
    rank: 'counter',
    does: (view) => ({ type: 'resume-counter', ...at(view) }),
  },
  {
    id: 'close',
    needs: ['close'],
    label: () => 'close',
    keys: [letter('X')],
    pad: pad('9', '9'),
    rank: 'counter',
    does: () => ({ ask: 'close' }),
  },
  {
    // Offered by the page to whoever does not hold the counter, after asking twice: no key.
    id: 'take-over',
    needs: ['take-over'],
    label: () => 'takeOver',
    keys: [],
    pad: null,
    rank: 'counter',
    does: (view) => ({ type: 'take-over-counter', ...at(view) }),
  },
];

export const operatorActions: readonly OperatorAction[] = [next, ...withTheTicket, ...withTheCounter];
