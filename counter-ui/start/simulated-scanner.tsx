// A scanner to hold a ticket before: at a counter it calls the ticket, at the kiosk it shows how long that one still waits.
import { type FormEvent, useState } from 'react';
import type { SimulatorsView } from '../../protocol/views/simulators-view.ts';
import { language } from '../language.tsx';
import type { Act } from './simulated.tsx';
import { startText } from './start-text.ts';

export function SimulatedScanner({ view, act }: { view: SimulatorsView; act: Act }) {
  const [number, setNumber] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const scanner = view.scanners.find(({ scannerId }) => scannerId === chosen) ?? view.scanners[0];
  if (scanner === undefined) return null;
  const scan = (event: FormEvent) => {
    event.preventDefault();
    if (number.trim() !== '') act(scanner.scannerId, { scan: number.trim() });
  };
  return (
    <section data-testid="scanner">
      <h2>{startText(language, 'scanner')}</h2>
      <p className="start-help">{startText(language, 'scannerHelp')}</p>
      <form className="start-scan" onSubmit={scan}>
        <label className="start-choose">
          {startText(language, 'scannerChoose')}
          <select value={scanner.scannerId} onChange={(event) => setChosen(event.target.value)}>
            {view.scanners.map(({ scannerId, name }) => (
              <option key={scannerId} value={scannerId}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="start-choose">
          {startText(language, 'scanNumber')}
          <input
            value={number}
            maxLength={200}
            placeholder="A001"
            onChange={(event) => setNumber(event.target.value)}
          />
        </label>
        <button type="submit" className="button button-primary">
          {startText(language, 'scan')}
        </button>
      </form>
    </section>
  );
}
