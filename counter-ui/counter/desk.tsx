// The counter at work: the ticket in hand, the actions allowed now, who waits, who is parked and who was absent.
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { createPortal } from 'react-dom';
import { NoViewYet, OutOfDate } from '../../protocol/client/screen-state.tsx';
import { useHallTime, useLiveView, useNewerVersion } from '../../protocol/client/use-live-view.ts';
import { useWedgeScanner } from '../../protocol/client/use-wedge-scanner.ts';
import type { SessionAnswer } from '../../protocol/endpoints/office-endpoints.ts';
import type { CounterId } from '../../protocol/ids.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import type { Moment } from '../actions/operator-actions.ts';
import { language } from '../language.tsx';
import { GridButtons, MainButtons } from './action-buttons.tsx';
import { CompactCard } from './compact-card.tsx';
import { useCompactWindow } from './compact-window.ts';
import { useCounterSettings } from './counter-settings.ts';
import { useOnlyTab } from './counter-tabs.ts';
import { counterText } from './counter-text.ts';
import { OpenDialog } from './desk-dialogs.tsx';
import { DeskHeader, DeskNotices } from './desk-header.tsx';
import { InHand } from './in-hand.tsx';
import { useNewTicketNotice } from './new-ticket.ts';
import { Missed, Parked, Waiting } from './queues.tsx';
import { SaidLine } from './said-line.tsx';
import { HeldByOther, OtherTab } from './stepped-back.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
import { type Operator, useOperator } from './use-operator.ts';

type Props = {
  readonly counterId: CounterId;
  readonly session: SessionAnswer;
  readonly signOut: () => void;
  readonly leave: () => void;
};

export function Desk(props: Props) {
  const { counterId, session, signOut, leave } = props;
  const live = useLiveView<'counter'>({ view: 'counter', counterId });
  const settings = useCounterSettings();
  const hallTime = useHallTime(live.clockOffsetMs);
  const moment = useMemo<Moment>(
    () => ({ confirmsArrival: settings.confirmsArrival, at: hallTime }),
    [settings.confirmsArrival, hallTime],
  );
  const view = live.body;
  const operator = useOperator(view, live.command, moment);
  const { isHere, takeBack } = useOnlyTab(counterId);
  const holder = view?.operator?.id ?? null;
  const isMine = holder === null || holder === session.username;
  const heldIt = useRef(false);
  if (holder === session.username) heldIt.current = true;
  const atWork = isHere && isMine;
  useWedgeScanner((code) => view !== null && atWork && operator.scanned(code, view));
  useNewerVersion(live.newerVersion, view?.ticket === null && operator.dialog === null);
  useNewTicketNotice(atWork ? view : null, settings);
  const title = counterText(language, 'counter', { number: view?.counter.number ?? '' });
  const { compact, toggle } = useCompactWindow(title);
  const keys = useDeskKeys(view, operator, { idle: !atWork, compact: toggle });
  const signedOut = live.problem?.status === 401;
  useEffect(() => {
    if (signedOut) signOut();
  }, [signedOut, signOut]);
  if (view === null)
    return live.problem === null ? (
      <NoViewYet problem={null} kind="hall" />
    ) : (
      <p className="desk-refused">{live.problem.title}</p>
    );
  if (!isHere) return <OtherTab view={view} takeBack={takeBack} />;
  if (!isMine) return <HeldByOther view={view} operator={operator} wasMine={heldIt.current} leave={leave} />;
  return (
    <DeskPage view={view} operator={operator} hallTime={hallTime} linkLost={live.outOfDate}>
      <DeskHeader
        {...{ view, operator, session, signOut, leave }}
        linkLost={live.outOfDate}
        openCompact={toggle}
      />
      {compact !== null &&
        createPortal(
          <CompactCard {...{ view, operator, hallTime, keys }} linkLost={live.outOfDate} shownIn={compact} />,
          compact.document.body,
        )}
    </DeskPage>
  );
}

type PageProps = {
  readonly view: CounterView;
  readonly operator: Operator;
  readonly hallTime: number;
  readonly linkLost: boolean;
  /** The bar above. */
  readonly children: ReactNode;
};

function DeskPage({ view, operator, hallTime, linkLost, children }: PageProps) {
  const settings = useCounterSettings();
  return (
    <div className={`desk${settings.hints ? '' : ' desk-no-hints'}${linkLost ? ' desk-stale' : ''}`}>
      {children}
      <DeskNotices view={view} hallTime={hallTime} />
      <main className="desk-main" aria-busy={operator.busy !== null}>
        <section className="desk-hand" aria-label={counterText(language, 'inHand')}>
          <InHand view={view} hallTime={hallTime} operator={operator} />
          <MainButtons view={view} operator={operator} linkLost={linkLost} />
          <GridButtons view={view} operator={operator} linkLost={linkLost} />
          <SaidLine view={view} operator={operator} linkLost={linkLost} />
        </section>
        <aside className="desk-queues" aria-label={counterText(language, 'queues')}>
          <Waiting view={view} operator={operator} />
          <Parked view={view} operator={operator} />
          <Missed view={view} operator={operator} />
        </aside>
      </main>
      <OpenDialog view={view} operator={operator} />
      <OutOfDate when={linkLost} language={language} />
    </div>
  );
}
