// Devices: how each one is and what to do, and what has been announced where; for the technician also finding, adding,
// editing and pairing them, and how calls are spoken. The list follows the floor by itself; an edit takes effect at once.
import './devices.css';
import './speech.css';
import { useState } from 'react';
import { useLiveView } from '../../protocol/client/use-live-view.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';
import { language } from '../language.tsx';
import { SignedIn } from '../session.tsx';
import { AnnouncedLog } from './announced-log.tsx';
import { BrightnessHours } from './brightness-hours.tsx';
import { DeviceForm, type Editing } from './device-form.tsx';
import { type DeviceList, deviceKinds, devicesText } from './device-kinds.ts';
import { DeviceTable } from './device-list.tsx';
import { FindDevices } from './find-devices.tsx';
import { OfficeHeader, officeText as text } from './office-header.tsx';
import { PairForm } from './pair-form.tsx';
import { SpeechForm } from './speech-form.tsx';
import { type SetupInHand, useSetup } from './use-setup.ts';

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
  const inHand = useSetup(isTechnician);
  const { setup, keepDevices } = inHand;
  const [editing, setEditing] = useState<Editing | null>(null);
  const [logged, setLogged] = useState<DeviceView | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const edit = (view: DeviceView) => setup !== null && setEditing(editingOf(setup, view));
  return (
    <main className="office devices">
      <h1>{text(language, 'devices')}</h1>
      {said !== null && <p role="status">{said}</p>}
      {body !== null && (
        <DeviceTable
          devices={body.devices}
          {...{ mayTest: isTechnician, edit: setup === null ? null : edit, showLog: setLogged }}
        />
      )}
      {isTechnician && setup !== null && <Technician {...{ inHand, setup, setEditing }} />}
      {logged !== null && body !== null && (
        <AnnouncedLog device={logged} timeZone={body.timeZone} close={() => setLogged(null)} />
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

type TechnicianProps = { inHand: SetupInHand; setup: Setup; setEditing: (editing: Editing) => void };
function Technician({ inHand: { keep, keepDevices, load }, setup, setEditing }: TechnicianProps) {
  return (
    <>
      <div className="office-bar devices-add">
        {lists.map((list) => {
          const { add } = deviceKinds[list];
          return add === null ? null : (
            <button
              key={list}
              type="button"
              className="button"
              onClick={() => setEditing({ list, device: {}, isNew: true })}
            >
              + {devicesText(language, add)}
            </button>
          );
        })}
      </div>
      <FindDevices setup={setup} add={setEditing} />
      <section>
        <h2>{text(language, 'pairTitle')}</h2>
        <PairForm setup={setup} paired={() => void load()} />
      </section>
      <SpeechForm {...{ setup, keep }} />
      <BrightnessHours hours={setup.devices.brightness} keepDevices={keepDevices} />
    </>
  );
}

/** The device of the set-up that a row shows; null where the set-up in hand does not have it. */
function editingOf(setup: Setup, { id }: DeviceView): Editing | null {
  for (const list of lists) {
    const device = setup.devices[list].find((each) => each.id === id);
    if (device !== undefined) return { list, device, isNew: false };
  }
  return null;
}
