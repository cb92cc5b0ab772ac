// What each simulated loudspeaker has said, newest first, in words: for whoever has no hall to listen in.
import './simulated-speakers.css';
import type { SimulatorsView } from '../../protocol/views/simulators-view.ts';
import { language } from '../language.tsx';
import { startText } from './start-text.ts';

export function SimulatedSpeakers({
  speakers,
  timeZone,
}: {
  speakers: SimulatorsView['speakers'];
  timeZone: string;
}) {
  if (speakers.length === 0) return null;
  return (
    <div className="start-simulated">
      {speakers.map(({ speakerId, name, said }) => (
        <section key={speakerId} data-speaker={speakerId}>
          <h2>{name}</h2>
          <p className="start-help">{startText(language, 'speakerHelp')}</p>
          {said.length === 0 ? (
            <p className="start-nothing">{startText(language, 'nothingSaid')}</p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard
            <ol className="start-said" tabIndex={0} aria-label={name}>
              {said.map(({ at, text }) => (
                <li key={at}>
                  <time dateTime={new Date(at).toISOString()}>{timeText(at, timeZone)}</time>
                  <span>{text}</span>
                </li>
              ))}
            </ol>
          )}
        </section>
      ))}
    </div>
  );
}

function timeText(at: number, timeZone: string): string {
  return new Date(at).toLocaleTimeString('vi-VN', { timeZone, hourCycle: 'h23' });
}
