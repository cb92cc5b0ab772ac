// First come, first called: by the time of joining the present queue, whatever the service or class; between equal
// times by order of issue. Nobody is ever passed by a person who joined later.
import type { WaitingTicket } from '../branch-state.ts';
import type { DispatchPolicy } from './dispatch-policy.ts';

export const firstCome: DispatchPolicy = {
  order: (eligible) => [...eligible].sort(byJoining),
  reason: (order, at) => {
    const first = order[0];
    const waitedMinutes = first === undefined ? 0 : Math.floor(Math.max(0, at - first.joinedAt) / 60_000);
    return {
      code: 'first-come',
      params: { number: first?.number ?? '', waitedMinutes, waiting: order.length },
    };
  },
};

function byJoining(a: WaitingTicket, b: WaitingTicket): number {
  return a.joinedAt - b.joinedAt || a.order - b.order;
}
