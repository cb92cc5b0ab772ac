// Which dialog is open: one line each.
import type { JSX } from 'react';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { ArrivalDialog } from './arrival-dialog.tsx';
import { CloseDialog, ContinueDialog, EndingDialog } from './ending-dialogs.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { NumberDialog } from './number-dialog.tsx';
import { ParkDialog, PauseDialog } from './reason-dialogs.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { TransferDialog } from './transfer-dialog.tsx';
import type { DeskDialog, Operator } from './use-operator.ts';

type Props = { readonly view: CounterView; readonly operator: Operator };
const dialogs: { readonly [K in DeskDialog]: (props: Props) => JSX.Element } = {
  arrival: ArrivalDialog,
  number: NumberDialog,
  transfer: TransferDialog,
  park: ParkDialog,
  pause: PauseDialog,
  continue: ContinueDialog,
  ending: EndingDialog,
  close: CloseDialog,
  keys: KeysDialog,
  settings: ({ view, operator }) => <SettingsDialog counterId={view.counter.id} operator={operator} />,
};
export function OpenDialog({ view, operator }: Props) {
  const { dialog } = operator;
  if (dialog === null) return null;
  const Dialog = dialogs[dialog];
  return <Dialog key={dialog} view={view} operator={operator} />;
}
