// Devices: how each one is, since when, what to do; and the pairing of a new screen by the code it shows.

import { type FormEvent, useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { DeviceTest } from '../../protocol/endpoints/device-endpoints.ts';
import { gradeEn, reasonEn, testEn } from '../../protocol/locales/en/office.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { gradeVi, reasonVi, testVi } from '../../protocol/locales/vi/office.ts';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';
import { language } from '../language.tsx';
import { SignedIn } from '../session.tsx';
import { OfficeHeader, officeText as text } from './office-header.tsx';

const gradeText = textPage(gradeVi, gradeEn);
const reasonText = textPage(reasonVi, reasonEn);
const testText = textPage(testVi, testEn);
const saidForMs = 6_000;
/** A printer may take a while before it says that it has printed, or does not. */
const testWithinMs = 20_000;
const marks = { good: '●', warning: '▲', bad: '✖', absent: '○', unknown: '?' } as const;
const askEveryMs = 2_000;

export function DevicesPage() {
  return (
    <SignedIn>
      {(session, signOut) => (
        <>
          <OfficeHeader name={session.name} signOut={signOut} />
          <Devices mayPair={session.roles.includes('technician')} />
        </>
      )}
    </SignedIn>
  );
}

function Devices({ mayPair }: { mayPair: boolean }) {
  const [devices, setDevices] = useState<DeviceView[] | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    const look = async () => {
      const asked = await ask<{ devices: DeviceView[] }>('/api/v1/devices');
      if (asked.ok) setDevices(asked.body.devices);
      setWrong(asked.ok ? null : asked.problem.title);
    };
    void look();
    const timer = setInterval(() => void look(), askEveryMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <main className="office">
      <h1>{text(language, 'devices')}</h1>
      {mayPair && <PairForm />}
      {wrong !== null && (
        <p className="office-wrong" role="alert">
          {wrong}
        </p>
      )}
      {devices !== null && (
        <table>
          <thead>
            <tr>
              {(['device', 'state', 'todo', 'heard'] as const).map((each) => (
                <th key={each} scope="col">
                  {text(language, each)}
                </th>
              ))}
              {mayPair && <th scope="col">{text(language, 'test')}</th>}
            </tr>
          </thead>
          <tbody>
            {devices.map(({ id, name, kind, status }) => (
              <tr key={id}>
                <td>{name}</td>
                <td className={`grade-${status.grade}`}>
                  {`${marks[status.grade]} ${gradeText(language, status.grade)}`}
                </td>
                <td>{reasonText(language, status.reason)}</td>
                <td>
                  {status.heardAt === null
                    ? text(language, 'never')
                    : new Date(status.heardAt).toLocaleTimeString('vi-VN', { hourCycle: 'h23' })}
                </td>
                {mayPair && (
                  <td>
                    {(kind === 'printer' || kind === 'led-board') && <TestButton id={id} kind={kind} />}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
}

/** Tries the device and says for a while what came of it. */
function TestButton({ id, kind }: { id: string; kind: 'printer' | 'led-board' }) {
  const [said, setSaid] = useState<string | null>(null);
  const test = async () => {
    setSaid('…');
    const asked = await ask<DeviceTest>(`/api/v1/devices/${id}/test`, {
      ...{ method: 'POST', body: {}, withinMs: testWithinMs },
    });
    setSaid(asked.ok ? testText(language, asked.body.state) : asked.problem.title);
    setTimeout(() => setSaid(null), saidForMs);
  };
  return (
    <button type="button" className="button" disabled={said !== null} onClick={() => void test()}>
      {said ?? text(language, kind === 'printer' ? 'testPrint' : 'testBoard')}
    </button>
  );
}

function PairForm() {
  const [said, setSaid] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const counterId = String(form.get('counterId')).trim();
    const body = {
      code: String(form.get('code')).replace(/\s/g, ''),
      name: String(form.get('name')),
      ...(counterId === '' ? {} : { counterId }),
    };
    const asked = await ask('/api/v1/devices/pair/approve', { method: 'POST', body });
    setSaid(asked.ok ? text(language, 'paired') : asked.problem.title);
  };
  return (
    <form
      className="office-bar"
      onSubmit={(event) => void submit(event)}
      aria-label={text(language, 'pairTitle')}
    >
      <label>
        {text(language, 'code')}
        <input
          name="code"
          inputMode="numeric"
          pattern="[0-9 ]{6,7}"
          required
          title={text(language, 'pairHelp')}
        />
      </label>
      <label>
        {text(language, 'name')}
        <input name="name" maxLength={80} required />
      </label>
      <label>
        {text(language, 'atCounter')}
        <input name="counterId" placeholder="c01" />
      </label>
      <button type="submit" className="button button-primary">
        {text(language, 'pair')}
      </button>
      {said !== null && <p role="status">{said}</p>}
    </form>
  );
}
