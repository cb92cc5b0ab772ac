// The live floor for whoever supervises it: what is amiss and what to do about it, queues, counters, who waits.
import { useState } from 'react';
import { OutOfDate } from '../../protocol/client/screen-state.tsx';
import { useHallTime, useLiveView, useNewerVersion } from '../../protocol/client/use-live-view.ts';
import type { Command } from '../../protocol/commands.ts';
import type { SessionAnswer } from '../../protocol/endpoints/office-endpoints.ts';
import type { Role } from '../../protocol/setup-schema.ts';
import { language } from '../language.tsx';
import { OfficeHeader } from '../office/office-header.tsx';
import { SignedIn } from '../session.tsx';
import { type Floor, FloorContext, type Said, type Shown } from './act.ts';
import { CounterPanel } from './counter-panel.tsx';
import { alarmsInOrder, mayDo } from './floor-looks.ts';
import { FloorParts } from './floor-parts.tsx';
import { SaidLine } from './panel.tsx';
import { Readers } from './readers.tsx';
import { say } from './supervisor-text.ts';
import { TicketPanel } from './ticket-panel.tsx';
import { useAlarmSound, useTitle } from './use-alarm-sound.ts';

const readers: readonly Role[] = ['supervisor', 'guide', 'technician'];

export function SupervisorPage() {
  return (
    <SignedIn>
      {(session, signOut) => (
        <>
          <OfficeHeader {...{ name: session.name, roles: session.roles, signOut }} ownAlarms />
          <Readers roles={session.roles} may={readers}>
            <LiveFloor session={session} />
          </Readers>
        </>
      )}
    </SignedIn>
  );
}

function LiveFloor({ session: { roles } }: { session: SessionAnswer }) {
  const live = useLiveView<'supervisor'>({ view: 'supervisor' });
  const now = useHallTime(live.clockOffsetMs);
  const [shown, setShown] = useState<Shown | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const alarms =
    live.body === null ? null : alarmsInOrder(live.body).map(({ key, since }) => `${key} ${since}`);
  const sound = useAlarmSound(alarms);
  useTitle(say('title'), alarms?.length ?? 0);
  useNewerVersion(live.newerVersion, shown === null);
  const act = async (command: Command) => {
    const answer = await live.command(command);
    const words = answer.ok ? say('done') : answer.problem.title || say('notReached');
    setSaid({ words, isBad: !answer.ok });
    return answer.ok;
  };
  const show = (next: Shown | null) => {
    setSaid(null);
    setShown(next);
  };
  if (live.body === null) return live.problem === null ? null : <p role="alert">{live.problem.title}</p>;
  const floor: Floor = {
    ...{ view: live.body, now, act, tell: setSaid, show },
    may: (type) => mayDo(roles, type),
  };
  return (
    <FloorContext value={floor}>
      <h1 className="visually-hidden">{say('title')}</h1>
      {shown === null && <SaidLine said={said} />}
      <FloorParts sound={sound} />
      <OutOfDate when={live.outOfDate} language={language} />
      {shown !== null && 'counterId' in shown && (
        <CounterPanel key={shown.counterId} {...{ ...shown, said }} close={() => show(null)} />
      )}
      {shown !== null && 'ticketId' in shown && (
        <TicketPanel key={shown.ticketId} {...{ ...shown, said }} close={() => show(null)} />
      )}
    </FloorContext>
  );
}
