// The whole floor: the public snapshot, and the supervisor's view around it.
import { cannotWork } from '../../../protocol/device-trouble.ts';
import type { BusinessDay } from '../../../protocol/ids.ts';
import type {
  Alarm,
  DeviceView,
  FloorView,
  SupervisorView,
} from '../../../protocol/views/supervisor-view.ts';
import { drawsFrom } from '../../domain/draws.ts';
import { waitingByService } from '../../domain/queue.ts';
import { adviceView } from './advice-view.ts';
import { floorAlarms } from './floor-alarms.ts';
import { callViews, counterHead, inHandAt, staffName, type ViewInput } from './view-input.ts';
import { watchedFloor } from './watched-floor.ts';

const callsShown = 20;

export function floorView(input: ViewInput): FloorView {
  const { state, rules, at } = input;
  const waiting = waitingByService(state);
  return {
    seq: state.seq,
    at,
    businessDay: state.businessDay ?? ('1970-01-01' as BusinessDay),
    counters: rules.setup.counters.map((counter) => {
      const { id, zoneId } = counter;
      const ticket = inHandAt(input, id);
      const serviceIds = drawsFrom(state, rules, id, at);
      return {
        ...counterHead(input, counter),
        zoneId,
        ticket:
          ticket === null
            ? null
            : { number: ticket.number, serviceId: ticket.serviceId, status: ticket.status },
        serviceIds,
      };
    }),
    queues: rules.setup.services.map(({ id }) => {
      const queue = waiting.get(id) ?? [];
      const longestWaitMs = queue.reduce((longest, ticket) => Math.max(longest, at - ticket.joinedAt), 0);
      return { serviceId: id, waiting: queue.length, longestWaitMs };
    }),
    calls: callViews(input, null, callsShown),
  };
}

export function supervisorView(input: ViewInput): SupervisorView {
  const { state, rules } = input;
  const devices = input.devices.list();
  const today = { issued: state.tickets.size, waiting: 0, finished: 0, noShow: 0, cancelled: 0, rated: 0 };
  for (const ticket of state.tickets.values()) {
    if (ticket.status === 'waiting') today.waiting += 1;
    if (ticket.status === 'finished') today.finished += 1;
    if (ticket.status === 'no-show') today.noShow += 1;
    if (ticket.status === 'cancelled') today.cancelled += 1;
    if (ticket.rated) today.rated += 1;
  }
  const operators: SupervisorView['operators'] = [];
  for (const counter of state.counters.values()) {
    if (counter.status === 'closed') continue;
    const { id: counterId, operatorId, openedAt: since } = counter;
    operators.push({ counterId, operatorId, name: staffName(input, operatorId), since });
  }
  const watched = watchedFloor(input);
  return {
    timeZone: rules.setup.centre.timeZone,
    floor: floorView(input),
    ...watched,
    floorAlarms: floorAlarms(input, watched),
    setupRevision: rules.setup.revision,
    advice: input.estimates.advice().map((each) => adviceView(each, rules.setup.centre.timeZone)),
    adviceRecord: input.estimates.adviceTally(),
    operators,
    today,
    devices,
    mutedZones: input.notices.mutedZones,
    alarms: alarmsOf(devices),
  };
}

/** Devices that cannot do their work now; one that merely wants to be looked at soon is none. */
function alarmsOf(devices: readonly DeviceView[]): Alarm[] {
  return devices
    .filter(({ status }) => cannotWork(status.grade))
    .map(({ id, name, status }) => ({ deviceId: id, name, reason: status.reason, since: status.since }))
    .sort((a, b) => a.since - b.since);
}
