// What one may do with a device beside its row: try it, see what it has announced, edit it, say that it has a new roll.
import { useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { DeviceTest } from '../../protocol/endpoints/device-endpoints.ts';
import { reasonEn, testEn } from '../../protocol/locales/en/office.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { reasonVi, testVi } from '../../protocol/locales/vi/office.ts';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';
import { language } from '../language.tsx';
import { announcingKinds, devicesText as text } from './device-kinds.ts';
import type { Deeds } from './device-list.tsx';
import { officeText } from './office-header.tsx';

const testText = textPage(testVi, testEn);
const reasonText = textPage(reasonVi, reasonEn);
const saidForMs = 6_000;
/** A printer may take a while before it says that it has printed, or does not; a sound takes as long as it is. */
const testWithinMs = 20_000;
/** What the button that tries a device of each kind says. */
const testWords: { readonly [K in DeviceView['kind']]?: () => string } = {
  printer: () => officeText(language, 'testPrint'),
  'led-board': () => officeText(language, 'testBoard'),
  keypad: () => text(language, 'findPad'),
  speaker: () => text(language, 'testSpeaker'),
  voice: () => text(language, 'testVoice'),
};

export function DeviceButtons({ device, deeds }: { device: DeviceView; deeds: Deeds }) {
  const { id, kind } = device;
  const { mayTest, edit, showLog } = deeds;
  const words = testWords[kind];
  return (
    <div className="device-buttons">
      {mayTest && words !== undefined && <TestButton {...{ id, kind, words: words() }} />}
      {mayTest && kind === 'scanner' && <small className="device-help">{text(language, 'scanHint')}</small>}
      {kind === 'printer' && <RollButton id={id} />}
      {announcingKinds.includes(kind) && (
        <button type="button" className="button" onClick={() => showLog(device)}>
          {text(language, 'log')}
        </button>
      )}
      {edit !== null && kind !== 'voice' && (
        <button type="button" className="button" onClick={() => edit(device)}>
          {text(language, 'edit')}
        </button>
      )}
      {edit !== null && kind === 'voice' && (
        <a className="button" href="#speech">
          {text(language, 'edit')}
        </a>
      )}
    </div>
  );
}

type TestProps = { id: string; kind: DeviceView['kind']; words: string };
/** Tries the device, so that one finds it among its like, and says for a while what came of it. */
function TestButton({ id, kind, words }: TestProps) {
  const [said, setSaid] = useState<string | null>(null);
  const test = async () => {
    setSaid('…');
    const asked = await ask<DeviceTest>(`/api/v1/devices/${id}/test`, {
      ...{ method: 'POST', body: {}, withinMs: testWithinMs },
    });
    setSaid(asked.ok ? outcome(kind, asked.body) : asked.problem.title);
    setTimeout(() => setSaid(null), saidForMs);
  };
  return (
    <button type="button" className="button" disabled={said !== null} onClick={() => void test()}>
      {said ?? words}
    </button>
  );
}

function outcome(kind: DeviceView['kind'], { state, reason }: DeviceTest): string {
  if (kind === 'keypad' || kind === 'voice') return state === 'failed' ? whyNot(reason) : '✓';
  return kind === 'speaker' && state === 'failed' ? whyNot(reason) : testText(language, state);
}

/** A trial that was heard by nobody has its reason, else the words would be those of a printer. */
function whyNot(reason: DeviceTest['reason']): string {
  return reason === null ? '✖' : `✖ ${reasonText(language, reason)}`;
}

function RollButton({ id }: { id: string }) {
  return (
    <button
      type="button"
      className="button"
      onClick={() => void ask(`/api/v1/devices/${id}/new-roll`, { method: 'POST', body: {} })}
    >
      {text(language, 'newRoll')}
    </button>
  );
}
