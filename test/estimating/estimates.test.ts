// Following the floor: waits are asked for soon after a change, one look at a time, and answered from what is at hand; what is
// announced does not jump; an estimator that fails or hangs leaves the floor without estimates, not without calls.
import { describe, expect, it } from 'vitest';
import type { ServiceId, TicketId } from '../../protocol/ids.ts';
import type { WaitEstimate } from '../../server/domain/wait-estimate/wait-estimator.ts';
import type { Looked } from '../../server/estimating/estimate-desk.ts';
import { followEstimates } from '../../server/estimating/estimates.ts';
import type { Estimator, Look } from '../../server/estimating/estimator.ts';
import { manualClock } from '../support/manual-clock.ts';
import { morning, openFloor } from '../support/memory-floor.ts';

const minute = 60_000;
const wait = (minutes: number): WaitEstimate => ({
  ...{ lowMs: (minutes - 2) * minute, medianMs: minutes * minute, highMs: (minutes + 5) * minute },
});
const service = 'chung-thuc' as ServiceId;

function following(knownSeq = 0) {
  const clock = manualClock(morning);
  const looks: Look[] = [];
  const did: string[] = [];
  const logged: string[] = [];
  const saved: number[] = [];
  let heard: { answered: (looked: Looked) => void; lost: (error: unknown) => void } | undefined;
  const estimates = followEstimates({
    ...{ clock, alwaysOpen: true, store: { load: () => [], save: (kept) => void saved.push(kept.length) } },
    open(hears): Estimator {
      heard = hears;
      return {
        knownSeq,
        setUp: () => void did.push('set up'),
        look: (look) => void looks.push(look),
        restart: () => void did.push('restart'),
        close: async () => void did.push('close'),
      };
    },
    log: (_level, message) => void logged.push(message),
  });
  const { floor, take, act } = openFloor(clock, undefined, { alwaysOpen: true, estimates });
  let changes = 0;
  estimates.follow(floor, () => {
    changes += 1;
  });
  return {
    ...{ clock, looks, did, logged, estimates, floor, take, act },
    changes: () => changes,
    lose: (error: unknown) => heard?.lost(error),
    /** Everybody who waits, and everybody who might come, waits so long. */
    answer(minutes: number, { usual = [] }: { usual?: string[] } = {}) {
      const look = looks.at(-1);
      if (look === undefined) throw new Error('nothing was asked');
      heard?.answered({
        ...{ advice: [], kept: null },
        ...{
          at: look.picture.now,
          usual: usual as never,
          newcomers: look.newcomers.map(() => wait(minutes)),
        },
        tickets: look.picture.waiting.map(({ id }) => [id, wait(minutes)] as const),
      });
    },
  };
}
const taken = (done: ReturnType<ReturnType<typeof following>['take']>) => {
  if (!done.ok) throw new Error('no number was given');
  return done.result.ticketId as TicketId;
};

describe('a look', () => {
  it('is taken a quarter of a second after the floor is followed or has changed, one for many changes', () => {
    const { clock, looks, take, answer } = following();
    clock.pass(250);
    answer(5);
    take();
    take();
    clock.pass(249);
    expect(looks).toHaveLength(1);
    clock.pass(1);
    expect(looks).toHaveLength(2);
    expect(looks[1]?.rows.map(({ event }) => event.type)).toEqual(['ticket-issued', 'ticket-issued']);
    expect(looks[1]?.picture.waiting).toHaveLength(2);
  });
  it('waits for the answer to the one before, and then tells all that happened meanwhile', () => {
    const { clock, looks, take, answer } = following();
    clock.pass(250);
    take();
    clock.pass(1_000);
    take();
    clock.pass(1_000);
    expect(looks).toHaveLength(1);
    answer(5);
    clock.pass(250);
    expect(looks).toHaveLength(2);
    expect(looks[1]?.rows).toHaveLength(2);
  });
  it('is taken now and then though nothing happens', () => {
    const { clock, looks, answer } = following();
    clock.pass(250);
    answer(5);
    clock.pass(10_000);
    clock.pass(250);
    expect(looks).toHaveLength(2);
  });
  it('does not tell what the estimator has read in the journal itself', () => {
    const { clock, looks, take, floor } = following(3);
    take();
    take();
    take();
    clock.pass(250);
    expect(floor.state.seq).toBe(4);
    expect(looks[0]?.rows.map(({ seq }) => seq)).toEqual([4]);
  });
  it('asks for every service, without priority and with it', () => {
    const { clock, looks, floor } = following();
    clock.pass(250);
    const { services, priorityClasses } = floor.rules.setup;
    expect(looks[0]?.newcomers).toHaveLength(services.length * 2);
    expect(looks[0]?.newcomers[1]).toEqual({
      ...{ serviceId: services[0]?.id, priorityClass: priorityClasses[0]?.id },
    });
  });
});

describe('what is answered', () => {
  it('is nothing before the first look, and at hand at once after it', () => {
    const { clock, estimates, answer, changes } = following();
    expect(estimates.ofNewcomer(service, null)).toBeNull();
    clock.pass(250);
    answer(12);
    expect(estimates.ofNewcomer(service, null)).toEqual(wait(12));
    expect(estimates.ofNewcomer(service, 'pregnant' as never)).toEqual(wait(12));
    expect(estimates.ofNewcomer('attic' as ServiceId, null)).toBeNull();
    expect(changes()).toBe(1);
  });
  it('is kept with the number that is given, and told from the first moment', () => {
    const { clock, take, answer, floor } = following();
    clock.pass(250);
    answer(12);
    const id = taken(take());
    expect(floor.state.tickets.get(id)?.estimate).toEqual(wait(12));
    clock.pass(100);
    const told = floor.estimateFor(id);
    expect(told).toMatchObject({ medianSeconds: 720, longer: false });
    expect(told?.lowSeconds).toBe(600);
  });
  it('counts down with the time, and stays by its word while the truth is near it', () => {
    const { clock, take, answer, floor } = following();
    clock.pass(250);
    answer(12);
    const id = taken(take());
    clock.pass(2 * minute);
    answer(11);
    expect(floor.estimateFor(id)).toMatchObject({ medianSeconds: 600, longer: false });
  });
  it('says so when it has become clearly longer, for a while', () => {
    const { clock, take, answer, floor } = following();
    clock.pass(250);
    answer(12);
    const id = taken(take());
    clock.pass(250);
    answer(30);
    expect(floor.estimateFor(id)).toMatchObject({ medianSeconds: 1_800, longer: true });
    clock.pass(3 * minute);
    expect(floor.estimateFor(id)).toMatchObject({ longer: false });
  });
  it('is nothing of a ticket that waits no more', () => {
    const { clock, take, answer, floor, act } = following();
    const id = taken(take());
    clock.pass(250);
    answer(12);
    act({ type: 'cancel-ticket', ticketId: id });
    expect(floor.estimateFor(id)).toBeNull();
  });
});

describe('an estimator in trouble', () => {
  it('leaves nothing known, says so once, and is asked again after the next change', () => {
    const { clock, looks, take, answer, lose, estimates, logged, changes } = following();
    clock.pass(250);
    answer(12);
    take();
    clock.pass(250);
    lose(new Error('gone'));
    expect(estimates.ofNewcomer(service, null)).toBeNull();
    expect([logged, changes()]).toEqual([['waits are not estimated for now'], 2]);
    take();
    clock.pass(250);
    expect(looks).toHaveLength(3);
  });
  it('that hangs is given up after a while and begun anew', () => {
    const { clock, did, take, looks } = following();
    clock.pass(250);
    clock.pass(15_000);
    expect(did).toEqual(['restart']);
    take();
    clock.pass(250);
    expect(looks.length).toBeGreaterThan(1);
  });
  it('hears nothing more once it is closed', async () => {
    const { clock, looks, take, estimates, did } = following();
    await estimates.close();
    take();
    clock.pass(60_000);
    expect([looks.length, did]).toEqual([0, ['close']]);
  });
});
