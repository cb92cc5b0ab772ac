// What every screen says before it has anything to show: that it is connecting, that it must be paired, or that what is
// shown may be old.
import { useEffect, useState } from 'react';
import type { ScreenKind } from '../device-setup.ts';
import type { Language } from '../ids.ts';
import { screenEn } from '../locales/en/screen.ts';
import { textPage } from '../locales/text-page.ts';
import { screenVi } from '../locales/vi/screen.ts';
import type { Problem } from '../refusals.ts';
import { requestPairing } from './pairing.ts';

const text = textPage(screenVi, screenEn);

export function OutOfDate({ when, language = 'vi' }: { when: boolean; language?: Language }) {
  return when ? (
    <p className="out-of-date" role="status" data-testid="out-of-date">
      {text(language, 'outOfDate')}
    </p>
  ) : null;
}

/** The page of a screen that has no view yet. */
export function NoViewYet({ problem, kind }: { problem: Problem | null; kind: ScreenKind }) {
  if (problem?.code === 'device-not-paired' || problem?.code === 'not-allowed')
    return <PairingPage kind={kind} />;
  return (
    <main className="waiting-page">
      <p data-testid="connecting">{problem === null ? text('vi', 'connecting') : problem.title}</p>
    </main>
  );
}

function PairingPage({ kind }: { kind: ScreenKind }) {
  const [code, setCode] = useState<string | null>(null);
  useEffect(
    () => requestPairing(kind, { onCode: setCode, onPaired: () => window.location.reload() }),
    [kind],
  );
  return (
    <main className="waiting-page">
      <h1>{text('vi', 'pairingTitle')}</h1>
      <p className="pairing-code" data-testid="pairing-code">
        {code === null ? '······' : `${code.slice(0, 3)} ${code.slice(3)}`}
      </p>
      <p>{text('vi', 'pairingHelp')}</p>
      <p lang="en">{text('en', 'pairingHelp')}</p>
    </main>
  );
}
