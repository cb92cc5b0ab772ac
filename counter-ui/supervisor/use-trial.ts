// A trial in hand: asked for, under way, its results or why there are none. Only the newest one asked for counts.
import { useRef, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { PolicyName } from '../../protocol/dispatch-setup.ts';
import type { Tried } from '../../protocol/endpoints/policy-endpoints.ts';
import { trialSecondsAtMost } from '../../protocol/views/policy-trial.ts';
import { tell } from './policies-text.ts';

export type TrialInHand = {
  readonly tried: Tried | null;
  readonly isTrying: boolean;
  readonly wrong: string | null;
  readonly run: (day: string, policies: readonly PolicyName[]) => Promise<void>;
};

const withinMs = (trialSecondsAtMost + 5) * 1_000;

export function useTrial(): TrialInHand {
  const [tried, setTried] = useState<Tried | null>(null);
  const [isTrying, setTrying] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const newest = useRef(0);
  return {
    ...{ tried, isTrying, wrong },
    async run(day, policies) {
      newest.current += 1;
      const mine = newest.current;
      setTrying(true);
      setWrong(null);
      const body = { day, policies };
      const asked = await ask<Tried>('/api/v1/policy-trials', { method: 'POST', body, withinMs });
      if (mine !== newest.current) return;
      setTrying(false);
      if (asked.ok) setTried(asked.body);
      else setWrong(asked.problem.title || tell('notReached'));
    },
  };
}
