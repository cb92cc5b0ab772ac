// Every device with how it is, what is in trouble first: what is wrong, what to do, since when; and the buttons that try,
// find, edit or supply it.

import { useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { DeviceGrade } from '../../protocol/device-status.ts';
import { cannotWork } from '../../protocol/device-trouble.ts';
import type { DeviceTest } from '../../protocol/endpoints/device-endpoints.ts';
import { gradeEn, reasonEn, testEn } from '../../protocol/locales/en/office.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { gradeVi, reasonVi, testVi } from '../../protocol/locales/vi/office.ts';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';
import { language } from '../language.tsx';
import { devicesText as text } from './device-kinds.ts';
import { officeText } from './office-header.tsx';

const gradeText = textPage(gradeVi, gradeEn);
const reasonText = textPage(reasonVi, reasonEn);
const testText = textPage(testVi, testEn);
const saidForMs = 6_000;
/** A printer may take a while before it says that it has printed, or does not. */
const testWithinMs = 20_000;
const marks = { good: '●', warning: '▲', bad: '✖', absent: '○', unknown: '?' } as const;
const order: Readonly<Record<DeviceGrade, number>> = { bad: 0, absent: 1, warning: 2, unknown: 3, good: 4 };

type Props = {
  readonly devices: readonly DeviceView[];
  readonly mayTest: boolean;
  /** Null where this one may not be edited here. */
  readonly edit: ((device: DeviceView) => void) | null;
};

export function DeviceTable({ devices, mayTest, edit }: Props) {
  const troubles = devices.filter(({ status }) => cannotWork(status.grade)).length;
  const sorted = [...devices].sort((a, b) => order[a.status.grade] - order[b.status.grade]);
  const nameOf = (id: string) => devices.find((device) => device.id === id)?.name ?? id;
  return (
    <>
      <p className={troubles === 0 ? 'devices-sum devices-well' : 'devices-sum devices-ill'} role="status">
        {troubles === 0 ? text(language, 'allWell') : text(language, 'troubles', { count: troubles })}
      </p>
      <table>
        <thead>
          <tr>
            {(['device', 'state', 'todo'] as const).map((each) => (
              <th key={each} scope="col">
                {officeText(language, each)}
              </th>
            ))}
            <th scope="col">{text(language, 'where')}</th>
            <th scope="col">{officeText(language, 'heard')}</th>
            <th scope="col">{officeText(language, 'test')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((device) => (
            <Row key={device.id} {...{ device, mayTest, edit, nameOf }} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({
  device,
  mayTest,
  edit,
  nameOf,
}: Omit<Props, 'devices'> & { device: DeviceView; nameOf: (id: string) => string }) {
  const { id, name, kind, status, address, agentId, ticketsLeft } = device;
  return (
    <tr data-device={id} className={`device-${status.grade}`}>
      <td>
        <strong>{name}</strong>
        {ticketsLeft !== null && (
          <small className="device-help">{text(language, 'ticketsLeft', { count: ticketsLeft })}</small>
        )}
      </td>
      <td
        className={`grade-${status.grade}`}
      >{`${marks[status.grade]} ${gradeText(language, status.grade)}`}</td>
      <td>{reasonText(language, status.reason)}</td>
      <td className="device-where">
        {agentId !== null && <span>{nameOf(agentId)}</span>}
        {address !== null && <code>{address}</code>}
      </td>
      <td>{status.heardAt === null ? officeText(language, 'never') : timeText(status.heardAt)}</td>
      <td>
        <div className="device-buttons">
          {mayTest && (kind === 'printer' || kind === 'led-board' || kind === 'keypad') && (
            <TestButton id={id} kind={kind} />
          )}
          {mayTest && kind === 'scanner' && (
            <small className="device-help">{text(language, 'scanHint')}</small>
          )}
          {kind === 'printer' && <RollButton id={id} />}
          {edit !== null && address !== null && (
            <button type="button" className="button" onClick={() => edit(device)}>
              {text(language, 'edit')}
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

/** Tries the device, so that one finds it among its like, and says for a while what came of it. */
function TestButton({ id, kind }: { id: string; kind: 'printer' | 'led-board' | 'keypad' }) {
  const [said, setSaid] = useState<string | null>(null);
  const words = {
    printer: officeText(language, 'testPrint'),
    'led-board': officeText(language, 'testBoard'),
    keypad: text(language, 'findPad'),
  };
  const test = async () => {
    setSaid('…');
    const asked = await ask<DeviceTest>(`/api/v1/devices/${id}/test`, {
      ...{ method: 'POST', body: {}, withinMs: testWithinMs },
    });
    const isPad = kind === 'keypad' && asked.ok;
    setSaid(isPad ? '✓' : asked.ok ? testText(language, asked.body.state) : asked.problem.title);
    setTimeout(() => setSaid(null), saidForMs);
  };
  return (
    <button type="button" className="button" disabled={said !== null} onClick={() => void test()}>
      {said ?? words[kind]}
    </button>
  );
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

function timeText(at: number): string {
  return new Date(at).toLocaleTimeString('vi-VN', { hourCycle: 'h23' });
}
