// The table of views: a subscription and the view it is shown; null where it names something that does not exist.
import type { Subscription, ViewBodies, ViewName } from '../../../protocol/socket-names.ts';
import { counterBoardView } from './counter-board-view.ts';
import { counterView } from './counter-view.ts';
import { supervisorView } from './floor-view.ts';
import { hallView } from './hall-view.ts';
import { kioskView } from './kiosk-view.ts';
import { ratingView } from './rating-view.ts';
import { statusView } from './status-view.ts';
import type { ViewInput } from './view-input.ts';

type Build<V extends ViewName> = (
  input: ViewInput,
  subscription: Extract<Subscription, { view: V }>,
) => ViewBodies[V] | null;

const builders: { readonly [V in ViewName]: Build<V> } = {
  kiosk: (input, { kioskId }) => kioskView(input, kioskId ?? null),
  hall: (input, { zoneId = null, screenId = null }) => hallView(input, { zoneId, screenId }),
  status: (input) => statusView(input),
  'counter-board': (input, { counterId }) => counterBoardView(input, counterId),
  rating: (input, { counterId }) => ratingView(input, counterId),
  counter: (input, { counterId }) => counterView(input, counterId),
  supervisor: (input) => supervisorView(input),
  simulators: (input) => input.devices.simulators(),
};

export function buildView(subscription: Subscription, input: ViewInput): ViewBodies[ViewName] | null {
  const build = builders[subscription.view] as Build<ViewName>;
  return build(input, subscription);
}
