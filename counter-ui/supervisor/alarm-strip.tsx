// What is amiss: a sentence each, since when, who and where, and what one click does about it. Help calls stand first.
import { useState } from 'react';
import { language } from '../language.tsx';
import { useFloor } from './act.ts';
import { alarmsInOrder, type ShownAlarm } from './floor-looks.ts';
import { remedyOf } from './remedies.ts';
import { RemedyButton } from './remedy-button.tsx';
import { alarmText, deviceReasonText, minutesText, own, say, timeText } from './supervisor-text.ts';
import type { AlarmSound } from './use-alarm-sound.ts';

const shownAtOnce = 3;

export function AlarmStrip({ sound }: { sound: AlarmSound | null }) {
  const { view } = useFloor();
  const [isWhole, setWhole] = useState(false);
  const alarms = alarmsInOrder(view);
  const more = alarms.length - shownAtOnce;
  return (
    <section
      className={alarms.length === 0 ? 'floor-alarms' : 'floor-alarms floor-alarms-some'}
      aria-labelledby="floor-alarms"
      data-testid="floor-alarms"
      data-sounded={sound?.sounded}
    >
      <header>
        <h2 id="floor-alarms" className="floor-title">
          {say('alarms', { count: alarms.length })}
        </h2>
        {more > 0 && (
          <button
            type="button"
            className="button button-small"
            aria-expanded={isWhole}
            onClick={() => setWhole(!isWhole)}
          >
            {isWhole ? say('fewerAlarms') : say('moreAlarms', { count: more })}
          </button>
        )}
        {sound !== null && (
          <button
            type="button"
            className="button button-small"
            aria-pressed={sound.isOn}
            onClick={sound.toggle}
          >
            {say(sound.isOn ? 'soundOn' : 'soundOff')}
          </button>
        )}
      </header>
      {alarms.length === 0 && <p className="floor-quiet">✓ {say('noAlarms')}</p>}
      <ul>
        {(isWhole ? alarms : alarms.slice(0, shownAtOnce)).map((alarm) => (
          <AlarmLine key={alarm.key} alarm={alarm} />
        ))}
      </ul>
      <NewestSaid alarms={alarms} />
    </section>
  );
}

/** Read out when it comes, without the minutes that go on. */
function NewestSaid({ alarms }: { alarms: readonly ShownAlarm[] }) {
  const sentence = useSentence();
  const newest = alarms.reduce<ShownAlarm | null>(
    (last, each) => (last === null || each.since > last.since ? each : last),
    null,
  );
  return (
    <p className="visually-hidden" role="status">
      {newest === null ? '' : sentence(newest)}
    </p>
  );
}

function useSentence(): (alarm: ShownAlarm) => string {
  const { view } = useFloor();
  return (alarm) => {
    if ('device' in alarm)
      return alarmText(language, 'device', {
        name: alarm.device.name,
        reason: deviceReasonText(language, alarm.device.reason),
      });
    const { code, serviceId, params } = alarm.floor;
    const queue = view.queues.find((each) => each.serviceId === serviceId);
    return alarmText(language, code, {
      ...params,
      ...(queue === undefined ? {} : { service: `${queue.prefix} ${own(queue.name)}`.trim() }),
    });
  };
}

function AlarmLine({ alarm }: { alarm: ShownAlarm }) {
  const { view, now, show } = useFloor();
  const sentence = useSentence();
  const counter = 'floor' in alarm ? view.counters.find(({ id }) => id === alarm.floor.counterId) : undefined;
  const zone = view.zones.find(({ id }) => id === counter?.zoneId);
  const code = 'floor' in alarm ? alarm.floor.code : 'device';
  const where = [counter?.operator?.name, zone === undefined ? undefined : own(zone.name)]
    .filter((each) => each !== undefined)
    .join(', ');
  const remedy = 'floor' in alarm ? remedyOf(alarm.floor, view, now) : null;
  return (
    <li className={code === 'help' ? 'floor-alarm floor-alarm-help' : 'floor-alarm'} data-alarm={code}>
      <span className={code === 'help' ? 'help-mark' : ''} aria-hidden="true">
        {code === 'help' ? '!' : '⚠'}
      </span>
      <p>
        <strong>{sentence(alarm)}</strong> {where !== '' && <span>{where} · </span>}
        <span>
          {say('since', { time: timeText(alarm.since, view.timeZone) })} · {minutesText(now - alarm.since)}
        </span>
      </p>
      {remedy !== null && <RemedyButton remedy={remedy} />}
      {code === 'device' && show !== null && (
        <a className="button button-small" href="/devices">
          {say('remedyDevices')}
        </a>
      )}
    </li>
  );
}
