// One counter's board: its state and the number in hand. LED boards show what this view says.
import type { CounterId } from '../../../protocol/ids.ts';
import type { CounterBoardView } from '../../../protocol/views/hall-view.ts';
import {
  counterHead,
  inHandAt,
  pauseReasonName,
  photoUrl,
  serviceName,
  shownCentre,
  staffedCounter,
  staffName,
  type ViewInput,
} from './view-input.ts';

export function counterBoardView(input: ViewInput, counterId: CounterId): CounterBoardView | null {
  const { setup, counters } = input.rules;
  const counter = counters.get(counterId);
  if (counter === undefined) return null;
  const staffed = staffedCounter(input, counterId);
  const ticket = inHandAt(input, counterId);
  return {
    centre: shownCentre(input),
    timeZone: setup.centre.timeZone,
    languages: setup.languages,
    counter: counterHead(input, counter),
    operatorName: staffed === null ? null : staffName(input, staffed.operatorId),
    operatorPhotoUrl: photoUrl(input, staffed?.operatorId ?? null),
    serviceName: ticket === null ? null : serviceName(input, ticket.serviceId),
    number: ticket?.number ?? null,
    ticketStatus: ticket?.status ?? null,
    callSeq: ticket?.callSeq ?? null,
    calledAt: ticket?.calledAt ?? null,
    pauseReason: pauseReasonName(input, staffed?.pauseReason ?? null),
    backAt: staffed?.backAt ?? null,
  };
}
