// What one click does about an alarm or an advice, tried on the floor itself: the alarm is gone, or what it was about has
// changed.
import { describe, expect, it } from 'vitest';
import { adviceRemedy, lentUntil, remedyOf } from '../../counter-ui/supervisor/remedies.ts';
import type { AdviceView, FloorAlarm } from '../../protocol/views/supervisor-view.ts';
import { commune, morning } from '../support/memory-floor.ts';
import { supervisedFloor } from '../support/supervised-floor.ts';

type Hall = ReturnType<typeof supervisedFloor>;
const alarmOf = (hall: Hall, code: FloorAlarm['code']): FloorAlarm | undefined =>
  hall.view().floorAlarms.find((each) => each.code === code);
const remedyFor = (hall: Hall, code: FloorAlarm['code']) => {
  const alarm = alarmOf(hall, code);
  if (alarm === undefined) throw new Error(`no alarm ${code}`);
  return remedyOf(alarm, hall.view(), hall.clock.now());
};
const click = (hall: Hall, code: FloorAlarm['code']) => {
  const remedy = remedyFor(hall, code);
  if (remedy === null || !('command' in remedy)) throw new Error(`${code} has no command`);
  hall.sent(remedy.command);
  return remedy;
};

describe('one click', () => {
  it('ends a help call', () => {
    const hall = supervisedFloor();
    hall.at('c01', 'open-counter');
    hall.at('c01', 'call-help');
    click(hall, 'help');
    expect(alarmOf(hall, 'help')).toBeUndefined();
  });
  it('lets the idlest open counter help whom no counter serves, for about half an hour', () => {
    const hall = supervisedFloor();
    hall.at('c01', 'open-counter');
    hall.at('c04', 'open-counter');
    hall.take('chung-thuc');
    hall.take('dat-dai');
    expect(click(hall, 'no-counter')).toMatchObject({ command: { counterId: 'c04', serviceId: 'dat-dai' } });
    expect(hall.counter('c04')).toMatchObject({
      waiting: 1,
      serviceIds: expect.arrayContaining(['dat-dai']),
    });
    hall.clock.set(lentUntil(morning));
    expect(hall.counter('c04').waiting).toBe(0);
  });
  it('shows a closed counter of that profile where every open one is busy and somebody is free', () => {
    const hall = supervisedFloor();
    hall.at('c01', 'open-counter');
    hall.take('chung-thuc');
    hall.take('dat-dai');
    expect(remedyFor(hall, 'no-counter')).toMatchObject({ word: 'remedyOpen', show: 'c03' });
  });
  it('passes over a counter whose officer may not serve it, and stops intake where nobody can help', () => {
    const staff = commune.staff.map((each) => ({ ...each, skills: ['chung-thuc' as never] }));
    const hall = supervisedFloor({ setup: { ...commune, staff } });
    hall.at('c01', 'open-counter');
    hall.take('dat-dai');
    expect(click(hall, 'no-counter')).toMatchObject({ word: 'remedyStop' });
    expect(hall.view().queues.find(({ serviceId }) => serviceId === 'dat-dai')?.intakeOpen).toBe(false);
    expect(remedyFor(hall, 'no-counter')).toBeNull();
  });
  it('lets a counter work on that has been paused too long', () => {
    const hall = supervisedFloor();
    hall.at('c01', 'open-counter');
    hall.at('c01', 'pause-counter', { reason: 'break', forMinutes: 5 });
    hall.clock.pass(6 * 60_000);
    click(hall, 'paused-too-long');
    expect(hall.counter('c01').status).toBe('open');
  });
  it('recalls who does not come', () => {
    const hall = supervisedFloor();
    hall.at('c01', 'open-counter');
    hall.take('chung-thuc');
    hall.at('c01', 'call-next');
    hall.clock.pass(5 * 60_000);
    click(hall, 'not-coming');
    expect(hall.counter('c01').ticket?.recalls).toBe(1);
  });
  it('shows the counter where there is more to choose', () => {
    const hall = supervisedFloor();
    hall.at('c01', 'open-counter');
    hall.take('chung-thuc');
    hall.at('c01', 'call-next');
    hall.at('c01', 'start-service');
    hall.clock.pass(41 * 60_000);
    expect(remedyFor(hall, 'long-service')).toMatchObject({ word: 'remedyShow', show: 'c01' });
  });
});

describe('an advice', () => {
  const advice = (part: Partial<AdviceView>): AdviceView => ({
    ...{ code: 'lend', params: {}, groupServiceIds: ['dat-dai' as never], counterId: 'c01' as never },
    ...{ serviceIds: ['dat-dai' as never], until: null, since: morning },
    ...part,
  });
  it('to lend is done by one click, until its time', () => {
    const until = morning + 1_800_000;
    expect(adviceRemedy(advice({ until }), supervisedFloor().view())).toMatchObject({
      command: { type: 'lend-counter', counterId: 'c01', serviceId: 'dat-dai', until },
    });
  });
  it('to open one more, or to close one, shows the counter', () => {
    const { view } = supervisedFloor();
    for (const code of ['open', 'open-eases', 'close'] as const)
      expect(adviceRemedy(advice({ code, serviceIds: [], counterId: 'c03' as never }), view())).toMatchObject(
        {
          show: 'c03',
        },
      );
  });
  it('about a counter that is gone has no click', () => {
    expect(adviceRemedy(advice({ counterId: 'attic' as never }), supervisedFloor().view())).toBeNull();
  });
});
