// Every device with how it is, what is in trouble first: what kind it is, what is wrong, what to do, since when; beside it
// what one may do with it (device-buttons.tsx).

import type { DeviceGrade } from '../../protocol/device-status.ts';
import { cannotWork } from '../../protocol/device-trouble.ts';
import { gradeEn, reasonEn } from '../../protocol/locales/en/office.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { gradeVi, reasonVi } from '../../protocol/locales/vi/office.ts';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';
import { language } from '../language.tsx';
import { DeviceButtons } from './device-buttons.tsx';
import { kindText, devicesText as text } from './device-kinds.ts';
import { officeText } from './office-header.tsx';

const gradeText = textPage(gradeVi, gradeEn);
const reasonText = textPage(reasonVi, reasonEn);
const marks = { good: '●', warning: '▲', bad: '✖', absent: '○', unknown: '?' } as const;
const order: Readonly<Record<DeviceGrade, number>> = { bad: 0, absent: 1, warning: 2, unknown: 3, good: 4 };

export type Deeds = {
  readonly mayTest: boolean;
  /** Null where this one may not be edited here. */
  readonly edit: ((device: DeviceView) => void) | null;
  /** Shows what it has announced. */
  readonly showLog: (device: DeviceView) => void;
};

export function DeviceTable({ devices, ...deeds }: Deeds & { readonly devices: readonly DeviceView[] }) {
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
            <Row key={device.id} {...{ device, deeds, nameOf }} />
          ))}
        </tbody>
      </table>
    </>
  );
}

type RowProps = { device: DeviceView; deeds: Deeds; nameOf: (id: string) => string };
function Row({ device, deeds, nameOf }: RowProps) {
  const { id, name, kind, status, address, agentId, ticketsLeft, detail } = device;
  const { grade, reason, heardAt } = status;
  return (
    <tr data-device={id} className={`device-${grade}`}>
      <td>
        <strong>{kind === 'voice' ? voiceNames(name) : name}</strong>
        <small className="device-help">{kindText(language, kind)}</small>
        {ticketsLeft !== null && (
          <small className="device-help">{text(language, 'ticketsLeft', { count: ticketsLeft })}</small>
        )}
      </td>
      <td className={`grade-${grade}`}>{`${marks[grade]} ${gradeText(language, grade)}`}</td>
      <td>
        {reasonText(language, reason)}
        {detail !== null && <small className="device-detail">{detail}</small>}
      </td>
      <td className="device-where">
        {agentId !== null && <span>{nameOf(agentId)}</span>}
        {address !== null && <code>{address}</code>}
      </td>
      <td>{heardAt === null ? officeText(language, 'never') : timeText(heardAt)}</td>
      <td>
        <DeviceButtons {...{ device, deeds }} />
      </td>
    </tr>
  );
}

/** A voice is named by the voices that are asked, in their order. */
function voiceNames(name: string): string {
  const voices = name.split(', ').map((each) => (each === 'clips' ? text(language, 'clips') : each));
  return voices.join(', ');
}

function timeText(at: number): string {
  return new Date(at).toLocaleTimeString('vi-VN', { hourCycle: 'h23' });
}
