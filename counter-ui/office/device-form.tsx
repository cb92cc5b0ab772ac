// The form of one device: its fields by the table of kinds, what the server refuses shown where it belongs, removing with a
// second press.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { DevicesSetup } from '../../protocol/device-setup.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { language } from '../language.tsx';
import { DeviceField } from './device-fields.tsx';
import {
  type DeviceList,
  deviceKinds,
  deviceOf,
  formValues,
  idFor,
  devicesText as text,
} from './device-kinds.ts';
import { FrameBytes } from './frame-bytes.tsx';
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
type Wrong = Readonly<Record<string, string>>;

export function DeviceForm({ editing: { list, device, isNew }, setup, keepDevices, done }: Props) {
  const [values, setValues] = useState(() => startValues(list, device, setup));
  const [wrong, setWrong] = useState<Wrong>({});
  const [isSure, setSure] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const { title, fields } = deviceKinds[list];
  const shown = fields.filter((field) => field.kind !== 'json' || field.when(values));

  const keep = async (change: (devices: DevicesSetup) => DevicesSetup, index: number) => {
    const kept = await keepDevices(change);
    if (kept.ok) return done(text(language, 'saved'));
    setWrong(
      faultsOf(
        kept.problem,
        `devices.${list}.${index}`,
        fields.map(({ key }) => key),
      ),
    );
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const made = deviceOf(list, values, device);
    if ('why' in made) return setWrong({ [made.field]: text(language, 'notJson', { why: made.why }) });
    const all = setup.devices[list] as readonly { readonly id: string }[];
    const taken = Object.values(setup.devices).flatMap((each) =>
      each.flatMap((one) => ('id' in one ? [one.id as string] : [])),
    );
    const id = isNew ? idFor(values.name ?? '', taken) : String(device.id);
    const index = isNew ? all.length : all.findIndex((each) => each.id === id);
    const next = [...all];
    next[index] = { ...made.device, id };
    void keep((devices) => ({ ...devices, [list]: next }), index);
  };
  const remove = () => {
    if (!isSure) return setSure(true);
    const rest = (setup.devices[list] as readonly { readonly id: string }[]).filter(
      ({ id }) => id !== device.id,
    );
    void keep((devices) => ({ ...devices, [list]: rest }), 0);
  };
  return (
    <dialog ref={dialog} className="device-dialog" aria-labelledby="device-title" onClose={() => done(null)}>
      <form onSubmit={save}>
        <h2 id="device-title">{isNew ? text(language, deviceKinds[list].add) : text(language, title)}</h2>
        <div className="device-form">
          {shown.map((field) => (
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
        {wrong[''] !== undefined && (
          <p className="office-wrong" role="alert">
            {wrong['']}
          </p>
        )}
        <div className="device-actions">
          <button type="submit" className="button button-primary">
            {text(language, 'save')}
          </button>
          <button type="button" className="button" onClick={() => done(null)}>
            {text(language, 'cancel')}
          </button>
          {!isNew && (
            <button type="button" className="button device-remove" onClick={remove}>
              {text(language, isSure ? 'removeSure' : 'remove')}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}

function startValues(list: DeviceList, device: Readonly<Record<string, unknown>>, setup: Setup) {
  const first = list === 'boards' || list === 'keypads' ? { counterId: setup.counters[0]?.id ?? '' } : {};
  return formValues(list, { ...first, ...device });
}

/** What is wrong, by field; what belongs to none of them under the empty name. */
function faultsOf(
  {
    title,
    code,
    errors = [],
  }: { title: string; code: string; errors?: { path: string; message: string }[] | undefined },
  path: string,
  fields: readonly string[],
): Wrong {
  if (code === 'setup-changed-meanwhile') return { '': text(language, 'changedMeanwhile') };
  const found: Record<string, string> = {};
  for (const fault of errors) {
    const inside = fault.path.startsWith(`${path}.`) ? fault.path.slice(path.length + 1) : '';
    const field = fields.find((key) => inside === key || inside.startsWith(`${key}.`)) ?? '';
    const where =
      field === '' ? `${fault.path}: ` : inside === field ? '' : `${inside.slice(field.length + 1)}: `;
    found[field] = [found[field], where + fault.message].filter(Boolean).join('; ');
  }
  return Object.keys(found).length === 0 ? { '': title } : found;
}
