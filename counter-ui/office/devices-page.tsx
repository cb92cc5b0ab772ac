// Devices: how each one is and what to do; for the technician also finding, adding, editing and pairing them. The list
// follows the floor by itself; an edit takes effect at once.
import './devices.css';
import { useState } from 'react';
import { useLiveView } from '../../protocol/client/use-live-view.ts';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';
import { language } from '../language.tsx';
import { SignedIn } from '../session.tsx';
import { BrightnessHours } from './brightness-hours.tsx';
import { DeviceForm, type Editing } from './device-form.tsx';
import { type DeviceList, deviceKinds, devicesText } from './device-kinds.ts';
import { DeviceTable } from './device-list.tsx';
import { FindDevices } from './find-devices.tsx';
import { OfficeHeader, officeText as text } from './office-header.tsx';
import { PairForm } from './pair-form.tsx';
import { useSetup } from './use-setup.ts';

const lists = Object.keys(deviceKinds) as DeviceList[];

export function DevicesPage() {
  return (
    <SignedIn>
      {(session, signOut) => (
        <>
          <OfficeHeader {...{ name: session.name, roles: session.roles, signOut }} />
          <Devices isTechnician={session.roles.includes('technician')} />
        </>
      )}
    </SignedIn>
  );
}

function Devices({ isTechnician }: { isTechnician: boolean }) {
  const { body } = useLiveView<'supervisor'>({ view: 'supervisor' });
  const { setup, keepDevices } = useSetup(isTechnician);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const edit = (view: DeviceView) => {
    const list = lists.find((each) => setup?.devices[each].some(({ id }) => id === view.id));
    const device = list === undefined ? undefined : setup?.devices[list].find(({ id }) => id === view.id);
    if (list !== undefined && device !== undefined) setEditing({ list, device, isNew: false });
  };
  return (
    <main className="office devices">
      <h1>{text(language, 'devices')}</h1>
      {said !== null && <p role="status">{said}</p>}
      {body !== null && (
        <DeviceTable devices={body.devices} mayTest={isTechnician} edit={setup === null ? null : edit} />
      )}
      {isTechnician && setup !== null && (
        <>
          <div className="office-bar devices-add">
            {lists.map((list) => (
              <button
                key={list}
                type="button"
                className="button"
                onClick={() => setEditing({ list, device: {}, isNew: true })}
              >
                + {devicesText(language, deviceKinds[list].add)}
              </button>
            ))}
          </div>
          <FindDevices setup={setup} add={setEditing} />
          <section>
            <h2>{text(language, 'pairTitle')}</h2>
            <PairForm />
          </section>
          <BrightnessHours key={setup.revision} hours={setup.devices.brightness} keepDevices={keepDevices} />
        </>
      )}
      {editing !== null && setup !== null && (
        <DeviceForm
          {...{ editing, setup, keepDevices }}
          done={(words) => {
            setEditing(null);
            setSaid(words);
          }}
        />
      )}
    </main>
  );
}
