// What the officer of a counter is shown after some facts: the real view of the real floor.
import type { CounterId } from '../../protocol/ids.ts';
import { noNotices } from '../../protocol/notices.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { noDevices } from '../../server/application/device-facts.ts';
import { noEstimates } from '../../server/application/estimates/wait-estimates.ts';
import { counterView } from '../../server/application/views/counter-view.ts';
import type { BranchState } from '../../server/domain/branch-state.ts';
import type { CentreRules } from '../../server/domain/centre-rules.ts';
import { centreRules } from '../../server/domain/centre-rules.ts';
import { centre } from '../support/domain-centre.ts';
import { floorAfter, type Step } from '../support/given.ts';

const intake = { open: true, opensAt: null, closesAt: null };

export function counterScreen(state: BranchState, rules: CentreRules, counterId: string): CounterView {
  const view = counterView(
    {
      state,
      rules,
      at: state.at,
      intake,
      devices: noDevices,
      notices: noNotices,
      estimates: noEstimates,
      heardSeq: null,
    },
    counterId as CounterId,
  );
  if (view === null) throw new Error(`there is no counter ${counterId}`);
  return view;
}

/** Counter c01 after these facts. */
export function screenAfter(...steps: readonly Step[]): CounterView {
  return counterScreen(floorAfter(...steps), centreRules(centre()), 'c01');
}
