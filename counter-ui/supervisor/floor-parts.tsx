// The parts of a floor in their places: the same for the live floor and for a day that is played again.
import './supervisor.css';
import { AdviceList } from './advice-list.tsx';
import { AlarmStrip } from './alarm-strip.tsx';
import { CounterBoard } from './counter-board.tsx';
import { QueueList } from './queue-list.tsx';
import { TodayFigures } from './today-figures.tsx';
import type { AlarmSound } from './use-alarm-sound.ts';
import { WaitingList } from './waiting-list.tsx';

export function FloorParts({ sound }: { sound: AlarmSound | null }) {
  return (
    <>
      <AlarmStrip sound={sound} />
      <TodayFigures />
      <AdviceList />
      <div className="floor-places">
        <QueueList />
        <CounterBoard />
        <WaitingList />
      </div>
    </>
  );
}
