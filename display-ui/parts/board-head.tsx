// The head of every large board: whose it is, which part of the hall it serves, and the hall's clock.
import './board-head.css';
import type { CentreText } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import { clockText } from './hall-clock.ts';
import { type Languages, mainLanguage } from './words.tsx';

export function BoardHead({
  centre,
  part,
  languages,
  hallTime,
  timeZone,
}: {
  centre: { readonly name: CentreText; readonly logoUrl: string | null };
  part: string;
  languages: Languages;
  hallTime: number;
  timeZone: string;
}) {
  const language = mainLanguage(languages);
  const { time, weekday, date } = clockText(hallTime, timeZone, language);
  return (
    <header className="head">
      {centre.logoUrl !== null && <img className="head-logo" src={centre.logoUrl} alt="" />}
      <div className="head-names">
        <h1 className="head-centre">{centreText(centre.name, language)}</h1>
        <p className="head-part">{part}</p>
      </div>
      <p className="head-date">
        {weekday}
        <br />
        {date}
      </p>
      <p className="head-time">{time}</p>
    </header>
  );
}
