// The start page: five steps for a newcomer, the simulated paper and boards, the invented day, and every screen.
import { LanguageSwitch, language } from '../language.tsx';
import './start.css';
import { useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import { useLiveView } from '../../protocol/client/use-live-view.ts';
import type { CentreAnswer as Centre } from '../../protocol/endpoints/floor-endpoints.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { FloorView } from '../../protocol/views/supervisor-view.ts';
import { Simulated } from './simulated.tsx';
import { startText } from './start-text.ts';

const askEveryMs = 1_500;
const loopback = ['localhost', '127.0.0.1', '[::1]'];

export function StartPage() {
  const [centre, setCentre] = useState<Centre | null>(null);
  const [floor, setFloor] = useState<FloorView | null>(null);
  useEffect(() => {
    void ask<Centre>('/api/v1/centre').then((asked) => asked.ok && setCentre(asked.body));
    const look = () => void ask<FloorView>('/api/v1/floor').then((asked) => asked.ok && setFloor(asked.body));
    look();
    const timer = setInterval(look, askEveryMs);
    return () => clearInterval(timer);
  }, []);
  if (centre === null) return null;
  const waiting = floor?.queues.reduce((sum, queue) => sum + queue.waiting, 0) ?? 0;
  return (
    <div className="start">
      <header className="start-header">
        <div className="start-title">
          <h1>Đến Lượt</h1>
          <LanguageSwitch />
        </div>
        <p>
          {centreText(centre.name, language)}{' '}
          {centre.demo && <span className="start-demo">{startText(language, 'demo')}</span>}
        </p>
        <p className="start-lead">{startText(language, 'lead')}</p>
      </header>
      {centre.demo && !loopback.includes(window.location.hostname) && (
        <p className="start-warning" role="alert">
          ⚠ {startText(language, 'warning')}
        </p>
      )}
      <main>
        <Steps department={departmentOfCounterOne(centre)} />
        {centre.demo && <DemoSection waiting={waiting} timeZone={centre.timeZone} />}
        <Screens centre={centre} floor={floor} />
        {centre.demo && (
          <section>
            <h2>{startText(language, 'accounts')}</h2>
            <p>{startText(language, 'accountsHelp')}</p>
          </section>
        )}
      </main>
    </div>
  );
}

const steps = [
  ['stepTake', 'stepTakeHelp', 'openKiosk', '/kiosk'],
  ['stepCall', 'stepCallHelp', 'openCounter', '/counter?counter=c01'],
  ['stepSee', 'stepSeeHelp', 'openHall', '/hall'],
  ['stepRate', 'stepRateHelp', 'openTablet', '/rating?counter=c01'],
  ['stepRead', 'stepReadHelp', 'openReports', '/reports'],
] as const;

/** An office whose numbers the first counter calls, so that a newcomer takes one that can then be called there. */
function departmentOfCounterOne({ counters, services, departments }: Centre): string {
  const service = services.find((each) => each.offeredAtKiosk && counters[0]?.serviceIds.includes(each.id));
  const department = departments.find((each) => each.id === service?.departmentId);
  return department === undefined ? '' : centreText(department.name, language);
}

function Steps({ department }: { department: string }) {
  return (
    <ol className="start-steps">
      {steps.map(([title, help, open, path], index) => (
        <li key={path}>
          <span className="start-step-number" aria-hidden="true">
            {index + 1}
          </span>
          <h2>{startText(language, title)}</h2>
          <p>{startText(language, help, { department })}</p>
          <a className="button button-primary" href={path} target="_blank" rel="noreferrer">
            {startText(language, open)}
          </a>
        </li>
      ))}
    </ol>
  );
}

function DemoSection({ waiting, timeZone }: { waiting: number; timeZone: string }) {
  const live = useLiveView<'simulators'>({ view: 'simulators' });
  const [running, setRunning] = useState(false);
  const run = async (speed: number) => {
    const asked = await ask<{ running: boolean }>('/api/v1/demo/simulate', {
      method: 'POST',
      body: { speed },
    });
    if (asked.ok) setRunning(asked.body.running);
  };
  return (
    <>
      <section className="start-day">
        <div>
          <h2>{startText(language, 'day')}</h2>
          <p>
            {startText(language, 'dayHelp')}{' '}
            <strong>{startText(language, 'waitingNow', { count: waiting })}</strong>
          </p>
        </div>
        <button
          type="button"
          className={running ? 'button' : 'button button-primary'}
          onClick={() => void run(running ? 0 : 60)}
        >
          {startText(language, running ? 'stopDay' : 'runDay')}
        </button>
      </section>
      <Simulated view={live.body} timeZone={timeZone} />
    </>
  );
}

const boards = [
  ['/media', 'mediaBoard'],
  ['/status', 'statusBoard'],
  ['/led?size=384x128', 'ledBoard'],
] as const;

function ScreenLink({ path, children }: { path: string; children: string }) {
  return (
    <a href={path} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

function Screens({ centre, floor }: { centre: Centre; floor: FloorView | null }) {
  return (
    <section>
      <h2>{startText(language, 'screens')}</h2>
      <p className="start-links">
        <ScreenLink path="/kiosk">Kiosk</ScreenLink>
        <ScreenLink path="/hall">{startText(language, 'wholeHall')}</ScreenLink>
        {centre.zones.map(({ id, name }) => (
          <ScreenLink key={id} path={`/hall?zone=${id}`}>
            {startText(language, 'zoneHall', { zone: centreText(name, language) })}
          </ScreenLink>
        ))}
        {boards.map(([path, words]) => (
          <ScreenLink key={path} path={path}>
            {startText(language, words)}
          </ScreenLink>
        ))}
        <ScreenLink path="/supervisor">{startText(language, 'supervisor')}</ScreenLink>
        <ScreenLink path="/reports">{startText(language, 'reports')}</ScreenLink>
        <ScreenLink path="/devices">{startText(language, 'devices')}</ScreenLink>
      </p>
      <ul className="start-counters">
        {centre.counters.map((counter) => (
          <CounterLinks
            key={counter.id}
            counter={counter}
            now={floor?.counters.find((each) => each.id === counter.id)}
          />
        ))}
      </ul>
    </section>
  );
}

type CounterLinksProps = {
  counter: Centre['counters'][number];
  now: FloorView['counters'][number] | undefined;
};
function CounterLinks({ counter: { id, number, name }, now }: CounterLinksProps) {
  return (
    <li>
      <strong>{number}</strong>
      <span className="start-counter-name">{centreText(name, language)}</span>
      <span className={`start-status start-status-${now?.status ?? 'closed'}`}>
        {now?.ticket?.number ?? startText(language, now?.status ?? 'closed')}
      </span>
      <span className="start-counter-links">
        <ScreenLink path={`/counter?counter=${id}`}>{startText(language, 'counterScreen')}</ScreenLink> ·{' '}
        <ScreenLink path={`/board?counter=${id}`}>{startText(language, 'board')}</ScreenLink> ·{' '}
        <ScreenLink path={`/rating?counter=${id}`}>{startText(language, 'tablet')}</ScreenLink>
      </span>
    </li>
  );
}
