// The form of one device: its fields by the table of kinds, what the server refuses shown where it belongs, removing with a
// second press.
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { DevicesSetup } from '../../protocol/device-setup.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { language } from '../language.tsx';
import { DeviceField } from './device-fields.tsx';
import { type DeviceList, deviceKinds, type FormValues, devicesText as text } from './device-kinds.ts';
import { deviceOf, formValues, idFor } from './device-values.ts';
import { FrameBytes } from './frame-bytes.tsx';
import { faultsOf, type Wrong } from './setup-faults.ts';
import type { SetupInHand } from './use-setup.ts';

/** What is being edited: a device of the set-up, or a new one with what is known of it. */
export type Editing = {
  readonly list: DeviceList;
  readonly device: Readonly<Record<string, unknown>>;
  readonly isNew: boolean;
};
type Props = {
  readonly editing: Editing;
  readonly setup: Setup;
  readonly keepDevices: SetupInHand['keepDevices'];
  readonly done: (said: string | null) => void;
};

export function DeviceForm(props: Props) {
  const { editing, setup, done } = props;
  const { list, device, isNew } = editing;
  const [values, setValues] = useState(() => startValues(list, device, setup));
  const { wrong, save, remove } = useKeeping(props);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const { title, add, fields } = deviceKinds[list];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(values);
  };
  return (
    <dialog ref={dialog} className="device-dialog" aria-labelledby="device-title" onClose={() => done(null)}>
      <form onSubmit={submit}>
        <h2 id="device-title">{text(language, isNew ? (add ?? title) : title)}</h2>
        <div className="device-form">
          {fields
            .filter((field) => field.when?.(values) ?? true)
            .map((field) => (
              <DeviceField
                key={field.key}
                {...{ field, setup, value: values[field.key] ?? '', wrong: wrong[field.key] }}
                change={(value) => setValues({ ...values, [field.key]: value })}
              />
            ))}
        </div>
        {list === 'boards' && (
          <FrameBytes values={values} takeFrame={(frame) => setValues({ ...values, frame })} />
        )}
        <Actions wrong={wrong['']} cancel={() => done(null)}>
          {!isNew && <RemoveButton list={list} remove={remove} />}
        </Actions>
      </form>
    </dialog>
  );
}

type ActionsProps = { wrong: string | undefined; cancel: () => void; children: ReactNode };
function Actions({ wrong, cancel, children }: ActionsProps) {
  return (
    <>
      {wrong !== undefined && (
        <p className="office-wrong" role="alert">
          {wrong}
        </p>
      )}
      <div className="device-actions">
        <button type="submit" className="button button-primary">
          {text(language, 'save')}
        </button>
        <button type="button" className="button" onClick={cancel}>
          {text(language, 'cancel')}
        </button>
        {children}
      </div>
    </>
  );
}

function RemoveButton({ list, remove }: { list: DeviceList; remove: () => void }) {
  const [isSure, setSure] = useState(false);
  const { remove: word, removeSure } = deviceKinds[list];
  return (
    <button
      type="button"
      className={isSure ? 'button device-remove device-sure' : 'button device-remove'}
      onClick={isSure ? remove : () => setSure(true)}
    >
      {text(language, isSure ? removeSure : word)}
    </button>
  );
}

/** Keeps or removes the device in the set-up, and holds what the server says against it. */
function useKeeping({ editing: { list, device, isNew }, setup, keepDevices, done }: Props) {
  const [wrong, setWrong] = useState<Wrong>({});
  const fields = deviceKinds[list].fields.map(({ key }) => key);
  const all = setup.devices[list] as readonly { readonly id: string }[];
  const keep = async (change: (devices: DevicesSetup) => DevicesSetup, index: number, said: string) => {
    const kept = await keepDevices(change);
    if (kept.ok) done(said);
    else setWrong(faultsOf(kept.problem, `devices.${list}.${index}`, fields));
  };
  return {
    wrong,
    save(values: FormValues) {
      const made = deviceOf(list, values, device);
      if ('why' in made) return setWrong({ [made.field]: text(language, 'notJson', { why: made.why }) });
      const id = isNew ? idFor(values.name ?? '', takenIds(setup)) : String(device.id);
      const index = isNew ? all.length : all.findIndex((each) => each.id === id);
      // Somebody else has removed it meanwhile.
      if (index < 0) return setWrong({ '': text(language, 'goneMeanwhile') });
      const next = [...all];
      next[index] = { ...made.device, id };
      void keep((devices) => ({ ...devices, [list]: next }), index, text(language, 'saved'));
    },
    remove() {
      const rest = all.filter(({ id }) => id !== device.id);
      void keep((devices) => ({ ...devices, [list]: rest }), 0, text(language, 'removed'));
    },
  };
}

function takenIds({ devices }: Setup): string[] {
  return Object.values(devices).flatMap((each) =>
    each.flatMap((one) => ('id' in one ? [one.id as string] : [])),
  );
}

/** A screen's kind is no field, but decides which fields are asked. */
function startValues(list: DeviceList, device: Readonly<Record<string, unknown>>, setup: Setup): FormValues {
  const first = list === 'boards' || list === 'keypads' ? { counterId: setup.counters[0]?.id ?? '' } : {};
  const values = formValues(list, { ...first, ...device });
  return list === 'screens' ? { ...values, kind: String(device.kind) } : values;
}
