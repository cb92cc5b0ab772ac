// What is plugged in, at this server and at each machine with an agent, and printers that listen in a range of the network;
// each can be added with what is known of it. Nothing is looked for by itself.
import { type FormEvent, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { FoundByMachine, FoundDevice } from '../../protocol/found-device.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { language } from '../language.tsx';
import type { Editing } from './device-form.tsx';
import { type DeviceList, type DevicesWord, devicesText as text } from './device-kinds.ts';

const withinMs = 15_000;
type Machine = { readonly agentId: string | null; readonly found: readonly FoundDevice[] };
type AddAs = {
  readonly list: DeviceList;
  readonly words: DevicesWord;
  readonly more: Readonly<Record<string, unknown>>;
};

/** What a found device may become in the set-up. */
const becomes: Readonly<Record<FoundDevice['kind'], readonly AddAs[]>> = {
  'network-printer': [{ list: 'printers', words: 'asPrinter', more: {} }],
  'usb-printer': [{ list: 'printers', words: 'asPrinter', more: {} }],
  serial: [
    { list: 'boards', words: 'asBoard', more: { protocol: 'modbus-rtu' } },
    { list: 'printers', words: 'asPrinter', more: {} },
    { list: 'keypads', words: 'asKeypad', more: { driver: 'described' } },
    { list: 'scanners', words: 'asScanner', more: { driver: 'serial' } },
  ],
  keyboard: [
    { list: 'keypads', words: 'asKeypad', more: { driver: 'hid' } },
    { list: 'scanners', words: 'asScanner', more: { driver: 'hid-keyboard' } },
  ],
  scanner: [{ list: 'scanners', words: 'asScanner', more: { driver: 'hid-pos' } }],
  display: [{ list: 'boards', words: 'asBoard', more: { protocol: 'hid-display', digits: 4 } }],
};

export function FindDevices({ setup, add }: { setup: Setup; add: (editing: Editing) => void }) {
  const [machines, setMachines] = useState<readonly Machine[] | null>(null);
  const [isSearching, setSearching] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const search = async (look: () => Promise<readonly Machine[] | string>) => {
    setSearching(true);
    setWrong(null);
    const found = await look();
    setSearching(false);
    if (typeof found === 'string') setWrong(found);
    else setMachines(found);
  };
  const plugged = async () => {
    const asked = await ask<{ machines: FoundByMachine[] }>('/api/v1/devices/find', {
      ...{ method: 'POST', body: {}, withinMs },
    });
    return asked.ok ? asked.body.machines : asked.problem.title;
  };
  const inNetwork = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { from: form.get('from'), to: form.get('to'), port: Number(form.get('port')) };
    await search(async () => {
      const asked = await ask<{ found: FoundDevice[] }>('/api/v1/devices/find-in-network', {
        ...{ method: 'POST', body, withinMs },
      });
      if (asked.ok) return [{ agentId: null, found: asked.body.found }];
      return (
        asked.problem.errors?.map(({ path, message }) => `${path}: ${message}`).join('; ') ??
        asked.problem.title
      );
    });
  };
  return (
    <section className="find-devices">
      <div className="office-bar">
        <button type="button" className="button" disabled={isSearching} onClick={() => void search(plugged)}>
          {text(language, 'find')}
        </button>
        <p className="device-help">{text(language, 'findHelp')}</p>
      </div>
      <form className="office-bar" onSubmit={(event) => void inNetwork(event)}>
        {(['from', 'to', 'port'] as const).map((each) => (
          <label key={each}>
            {text(language, each)}
            <input
              name={each}
              required
              defaultValue={each === 'port' ? '9100' : ''}
              placeholder={each === 'port' ? '' : '192.168.1.1'}
            />
          </label>
        ))}
        <button type="submit" className="button" disabled={isSearching}>
          {text(language, 'findNetwork')}
        </button>
        <p className="device-help">{text(language, 'findNetworkHelp')}</p>
      </form>
      {isSearching && <p role="status">{text(language, 'searching')}</p>}
      {wrong !== null && (
        <p className="office-wrong" role="alert">
          {wrong}
        </p>
      )}
      {machines !== null && !isSearching && <Found {...{ machines, setup, add }} />}
    </section>
  );
}

function Found({
  machines,
  setup,
  add,
}: {
  machines: readonly Machine[];
  setup: Setup;
  add: (editing: Editing) => void;
}) {
  const { printers, boards, keypads, scanners, screens } = setup.devices;
  const known = new Set(
    [printers, boards, keypads, scanners]
      .flat()
      .map(({ address, agentId = '' }) => `${agentId} ${address.split('?')[0]}`),
  );
  if (machines.every(({ found }) => found.length === 0))
    return <p role="status">{text(language, 'nothingFound')}</p>;
  return (
    <ul className="found">
      {machines.flatMap(({ agentId, found }) =>
        found.map((device) => (
          <li key={`${agentId} ${device.address}`}>
            <strong>{device.description || device.identity}</strong>
            <code>{device.address}</code>
            <span>
              {screens.find(({ id }) => id === agentId)?.name ?? text(language, 'thisServer')}
              {known.has(`${agentId ?? ''} ${device.address.split('?')[0]}`) &&
                ` – ${text(language, 'known')}`}
            </span>
            <span className="found-add">
              {becomes[device.kind].map(({ list, words, more }) => (
                <button
                  key={list}
                  type="button"
                  className="button"
                  onClick={() => add({ list, isNew: true, device: prefilled(device, agentId, more) })}
                >
                  {text(language, 'add')} {text(language, words)}
                </button>
              ))}
            </span>
          </li>
        )),
      )}
    </ul>
  );
}

function prefilled(
  { description, identity, address, frame }: FoundDevice,
  agentId: string | null,
  more: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return {
    ...{ name: description || identity, address, ...more },
    ...(agentId === null ? {} : { agentId }),
    ...(frame === undefined ? {} : { frame }),
  };
}
