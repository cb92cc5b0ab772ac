// Call pads: what the officer presses becomes commands of the counter at which the pad stands, in the pad's name. What is
// typed, and why a press was not taken, is shown on the counter's own board; the pad's light says whether it was taken.
import { randomBytes } from 'node:crypto';
import { type Meant, pressReader } from '../../hardware/keypad/press-reader.ts';
import type { Actor, Command } from '../../protocol/commands.ts';
import type { KeypadSetup } from '../../protocol/device-setup.ts';
import type { CommandId, CounterId } from '../../protocol/ids.ts';
import type { PadAction, PadKey } from '../../protocol/keypad-setup.ts';
import type { RefusalCode } from '../../protocol/refusals.ts';
import type { Floor } from '../application/floor-port.ts';

/** Why a typed number calls nobody. */
type NotChosen = 'no-such-number' | 'many-such-numbers';
/** What a board shows for a press that was not taken: short enough for four places of seven segments. */
const signOf: Partial<Record<RefusalCode | NotChosen, string>> = {
  'nobody-waiting': '0',
  'no-such-number': 'no',
  'counter-not-open': 'OFF',
  'counter-paused': '--',
};
const typedMs = 5_000;
const confirmSign = 'Abs';

export type CallPads = { pressed(keypadId: string, key: PadKey): void; forget(): void };

export function callPads(parts: {
  keypads: () => readonly KeypadSetup[];
  floor: () => Floor;
  /** Shows the officer something for a while; null shows the counter's own again. */
  message: (counterId: string, text: string | null, forMs: number) => void;
  /** Says for a moment that a press was not taken; without a sign of its own, only that. */
  refused: (counterId: string, sign?: string | undefined) => void;
  light: (keypadId: string, times: 1 | 3) => void;
}): CallPads {
  const readers = new Map<string, (key: PadKey, at: number) => Meant | null>();

  const take = ({ id, counterId }: KeypadSetup, command: Command | NotChosen) => {
    const actor: Actor = { kind: 'device', id, counterId };
    const commandId = `pad-${randomBytes(9).toString('hex')}` as CommandId;
    const done = typeof command === 'string' ? null : parts.floor().execute(commandId, command, actor);
    if (done?.ok) {
      parts.light(id, 1);
      return parts.message(counterId, null, 0);
    }
    const code =
      typeof command === 'string' ? command : done !== null && 'refusal' in done ? done.refusal.code : null;
    parts.light(id, 3);
    parts.refused(counterId, code === null ? undefined : signOf[code]);
  };
  return {
    pressed(keypadId, key) {
      const pad = parts.keypads().find(({ id }) => id === keypadId);
      if (pad === undefined) return;
      const read = readers.get(keypadId) ?? pressReader(pad.actions);
      readers.set(keypadId, read);
      const meant = read(key, parts.floor().now());
      if (meant === null) return;
      if (meant.kind === 'typing') parts.message(pad.counterId, meant.text, typedMs);
      else if (meant.kind === 'confirm') parts.message(pad.counterId, confirmSign, typedMs);
      else if (meant.kind === 'cleared') parts.message(pad.counterId, null, 0);
      else if (meant.kind === 'call-number') take(pad, chosen(parts.floor(), pad.counterId, meant.digits));
      else take(pad, commandFor(parts.floor(), pad.counterId, meant.action));
    },
    forget: () => readers.clear(),
  };
}

/** The command of an action: it names the ticket in hand as it is now, as a screen would. */
function commandFor(floor: Floor, counterId: CounterId, action: Exclude<PadAction, 'clear'>): Command {
  const view = floor.view<'counter'>({ view: 'counter', counterId });
  const ticket = view?.ticket ?? null;
  const inHand = ticket === null ? {} : { ticketId: ticket.id };
  switch (action) {
    case 'next':
      return {
        type: 'call-next',
        counterId,
        ...(ticket?.status === 'serving' ? { finishPresent: ticket.id } : {}),
      };
    case 'recall':
      return { type: 'recall-ticket', counterId, ...inHand };
    case 'start':
      return { type: 'start-service', counterId, ...inHand };
    case 'finish':
      return { type: 'finish-service', counterId, ...inHand };
    case 'absent':
      return { type: 'mark-no-show', counterId, ...inHand };
    case 'pause':
      return view?.counter.status === 'paused'
        ? { type: 'resume-counter', counterId }
        : { type: 'pause-counter', counterId, reason: view?.pauseReasons[0]?.id ?? '' };
  }
}

/** The ticket whose number's digits were typed: one that waits here, has been parked here, or did not come before. */
function chosen(floor: Floor, counterId: CounterId, digits: string): Command | NotChosen {
  const view = floor.view<'counter'>({ view: 'counter', counterId });
  const served = new Set(view?.draws.map(({ serviceId }) => serviceId));
  const found = [...floor.state.tickets.values()].filter(
    ({ number, status, serviceId }) =>
      (status === 'waiting' || status === 'no-show' || status === 'parked') &&
      served.has(serviceId) &&
      Number(number.replace(/\D/g, '')) === Number(digits),
  );
  const [ticket, other] = found;
  if (ticket === undefined) return 'no-such-number';
  if (other !== undefined) return 'many-such-numbers';
  return ticket.status === 'parked'
    ? { type: 'resume-ticket', counterId, ticketId: ticket.id }
    : { type: 'call-ticket', counterId, ticketId: ticket.id };
}
