// What moves a day that is played again: play, speed, the time by hand, and the alarms to which one may jump.
import { useState } from 'react';
import { replayEn } from '../../protocol/locales/en/replay.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { replayVi } from '../../protocol/locales/vi/replay.ts';
import type { ReplayDay, ReplayMark } from '../../protocol/views/replay-view.ts';
import type { SupervisorView } from '../../protocol/views/supervisor-view.ts';
import { language } from '../language.tsx';
import { markBeside, replaySpeeds, secondAfter } from './replay-chunks.ts';
import { alarmText, own, timeText } from './supervisor-text.ts';
import type { Replaying } from './use-replay.ts';

const text = textPage(replayVi, replayEn);
const minuteMs = 60_000;

type Props = { day: ReplayDay; replay: Replaying };

export function ReplayBar({ day, replay }: Props) {
  const { at, isPlaying, isLoading, setPlaying } = replay;
  const time = secondsText(at, day.timeZone);
  return (
    <section className="replay-bar" aria-label={text(language, 'title')} data-testid="replay-bar">
      <p className="replay-past">{text(language, 'past', { time })}</p>
      <div className="replay-moves">
        <button
          type="button"
          className="button button-primary"
          aria-pressed={isPlaying}
          onClick={() => setPlaying(!isPlaying)}
        >
          {isPlaying ? `❚❚ ${text(language, 'pause')}` : `▶ ${text(language, 'play')}`}
        </button>
        <Speeds replay={replay} />
        <Beside {...{ day, replay }} />
        <span role="status">{isLoading && text(language, 'loading')}</span>
      </div>
      <TimeLine {...{ day, replay }} />
      <Marks {...{ day, replay }} />
    </section>
  );
}

/** The alarms of the day, shown when they are asked for. */
function Marks({ day, replay: { view, goTo } }: Props) {
  const { marks, timeZone } = day;
  const [isShown, setShown] = useState(false);
  if (marks.length === 0) return null;
  return (
    <>
      <button
        type="button"
        className="button button-small replay-more"
        aria-expanded={isShown}
        onClick={() => setShown(!isShown)}
      >
        {text(language, 'marks', { count: marks.length })}
      </button>
      {isShown && (
        <ol className="replay-marks">
          {marks.map((mark, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of a day does not change
            <li key={index}>
              <button
                type="button"
                className="button button-small"
                onClick={() => goTo(secondAfter(day, mark.at))}
                aria-label={text(language, 'jumpTo', { time: secondsText(mark.at, timeZone) })}
              >
                {timeText(mark.at, timeZone)}
              </button>{' '}
              {markSentence(mark, view)}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Speeds({ replay: { speed, setSpeed } }: Pick<Props, 'replay'>) {
  return (
    <fieldset className="replay-speeds">
      <legend className="visually-hidden">{text(language, 'speed')}</legend>
      {replaySpeeds.map((each) => (
        <button
          key={each}
          type="button"
          className="button button-small"
          aria-pressed={each === speed}
          onClick={() => setSpeed(each)}
        >
          {text(language, 'times', { speed: each })}
        </button>
      ))}
    </fieldset>
  );
}

function Beside({ day, replay }: Props) {
  const marks = [
    ['previousMark', markBeside(day.marks, replay.at, false)],
    ['nextMark', markBeside(day.marks, replay.at, true)],
  ] as const;
  return marks.map(([word, at]) => (
    <button
      key={word}
      type="button"
      className="button button-small"
      disabled={at === null}
      onClick={() => at !== null && replay.goTo(secondAfter(day, at))}
    >
      {text(language, word)}
    </button>
  ));
}

function TimeLine({ day: { firstAt, lastAt, marks, timeZone }, replay: { at, goTo } }: Props) {
  const length = Math.max(1, lastAt - firstAt);
  /** The line ends with a whole minute. */
  const end = firstAt + Math.ceil(length / minuteMs) * minuteMs;
  return (
    <div className="replay-line">
      <span>{timeText(firstAt, timeZone)}</span>
      <span className="replay-track">
        <span className="replay-ticks" aria-hidden="true">
          {marks.map((mark, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: the list of a day does not change
              key={index}
              style={{ left: `${((mark.at - firstAt) / length) * 100}%` }}
            />
          ))}
        </span>
        <input
          type="range"
          min={firstAt}
          max={end}
          step={minuteMs}
          value={at >= lastAt ? end : at}
          aria-label={text(language, 'position')}
          aria-valuetext={secondsText(at, timeZone)}
          onChange={(event) => goTo(Number(event.target.value))}
        />
      </span>
      <span>{timeText(lastAt, timeZone)}</span>
      <strong className="replay-time" data-testid="replay-time">
        {secondsText(at, timeZone)}
      </strong>
    </div>
  );
}

function markSentence({ code, serviceId, params }: ReplayMark, view: SupervisorView | null): string {
  const queue = view?.queues.find((each) => each.serviceId === serviceId);
  return alarmText(language, code, {
    ...params,
    ...(code === 'device' ? { reason: '' } : {}),
    ...(queue === undefined ? {} : { service: `${queue.prefix} ${own(queue.name)}`.trim() }),
  });
}

function secondsText(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('vi-VN', {
    ...{ timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  }).format(at);
}
