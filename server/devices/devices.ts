// The devices room: holds the machines to what the set-up names, prints tickets, keeps the boards at what their counters
// show, turns presses and scans into commands, knows which screens are here, and says how each device is. An edit of the
// set-up takes effect at once.

import type { DriverContext } from '../../hardware/driver-context.ts';
import { findInNetwork } from '../../hardware/network-printers.ts';
import type { TicketDocument } from '../../hardware/printer/ticket-document.ts';
import type { SoundToPlay } from '../../hardware/speaker/speaker.ts';
import type { AgentHello, MessageLink } from '../../protocol/agent-hello.ts';
import type { Announced } from '../../protocol/announced.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { DeviceTest, FrameTrial } from '../../protocol/endpoints/device-endpoints.ts';
import type { FoundByMachine, FoundDevice, NetworkRange } from '../../protocol/found-device.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { SimulatedDeed } from '../../protocol/simulated-deed.ts';
import type { ScreenReport } from '../../protocol/socket-names.ts';
import { percentAt } from '../../protocol/time-of-day.ts';
import type { PrintView } from '../../protocol/views/view-parts.ts';
import type { Clock } from '../application/clock.ts';
import type { DeviceFacts } from '../application/device-facts.ts';
import type { Floor } from '../application/floor-port.ts';
import { announcementLogs } from './announcement-log.ts';
import { createAnnouncing } from './announcing.ts';
import { callPads } from './call-pads.ts';
import type { SaidWords } from './call-speech.ts';
import { counterBoards, countersTouched } from './counter-boards.ts';
import { deviceList } from './device-list.ts';
import { frameBytes, tryDevice } from './device-trials.ts';
import { deviceWatch } from './device-watch.ts';
import { createHosts } from './hosts.ts';
import { lobbySigns } from './lobby-signs.ts';
import { noRollStore, paperRolls, type RollStore } from './paper-rolls.ts';
import { createPrintJobs } from './print-jobs.ts';
import { createScans } from './scans.ts';
import { noSeenStore, type SeenStore, screenPresence } from './screen-presence.ts';
import { createSimulators } from './simulators.ts';

export type Devices = DeviceFacts & {
  printOf(ticketId: string): PrintView;
  requestPrint(ticketId: string, kioskId: string | null, before: boolean): PrintView;
  reprint(ticketId: string, kioskId: string | null): PrintView;
  /** Tries a printer, lights a board or a pad; null where there is none of this id. */
  test(deviceId: string): Promise<DeviceTest | null>;
  /** What each machine has plugged in. */
  find(): Promise<FoundByMachine[]>;
  findInNetwork(range: NetworkRange): Promise<FoundDevice[]>;
  /** The bytes that would make a board show a text, in hexadecimal. */
  frameBytes(wanted: FrameTrial): string;
  /** A new roll of paper has been put in; false where there is no such printer. */
  renewRoll(printerId: string): boolean;
  presence(deviceId: string, here: boolean): void;
  /** What a screen says of its sound and of the calls it has announced. */
  report(deviceId: string, report: ScreenReport): void;
  /** The sound of a call; null for one that is not known, `no-voice` where nobody can say it. */
  callSound(callSeq: number, hurried: boolean): Promise<SoundToPlay | 'no-voice' | null>;
  /** What is said of a call, for a screen's own voice. */
  callWords(callSeq: number): SaidWords[] | null;
  /** What a screen or a loudspeaker has announced, newest first. */
  announced(deviceId: string): Announced[];
  /** An agent's link; false where it is not known, or of another version. */
  agent(agentId: string, link: MessageLink, hello: AgentHello): boolean;
  simulate(deviceId: string, deed: SimulatedDeed): boolean;
  /** Follows the floor from now on; `changed` is called when what screens show of devices has changed. */
  follow(floor: Floor, changed: () => void): void;
  close(): Promise<void>;
};

const lookEveryMs = 60_000;
/** Where a printer does not know how long its tickets are. */
const usualTicketMm = 120;

export async function openDevices(parts: {
  setup: Setup;
  clock: Clock;
  ticketLink: (ticketId: string) => string;
  version: string;
  log: DriverContext['log'];
  rolls?: RollStore;
  seen?: SeenStore;
  /** Where clip packs and the log of announcements are; without it the log is in memory. */
  dataDir?: string;
}): Promise<Devices> {
  const { clock, ticketLink, version, log } = parts;
  let floor: Floor | null = null;
  let tell = () => {};
  const changed = () => tell();
  const context: DriverContext = { now: () => clock.now(), after: clock.after, random: Math.random, log };
  const setup = () => floor?.rules.setup ?? parts.setup;
  const devices = () => setup().devices;
  const theFloor = (): Floor => {
    if (floor === null) throw new Error('the devices room does not follow a floor yet');
    return floor;
  };
  const nameOf = (id: string) => facts.list().find((device) => device.id === id)?.name ?? id;
  const watch = deviceWatch(clock, (deviceId, { grade, reason }) => {
    try {
      floor?.noteDevice({ deviceId: deviceId as never, name: nameOf(deviceId), grade, reason });
    } catch (error) {
      log('error', 'a device event could not be journalled', { deviceId, error: String(error) });
    }
  });
  const rolls = paperRolls(parts.rolls ?? noRollStore, clock);
  const statusChanged = (deviceId: string, status: DeviceStatus) => {
    rolls.changed(deviceId, status);
    watch.changed(deviceId, status);
    changed();
  };
  const simulators = createSimulators(() => clock.now(), changed);
  const hosts = createHosts(context, {
    changed: statusChanged,
    pressed: (keypadId, key) => pads.pressed(keypadId, key),
    scanned: (scannerId, text) => scans.scanned(scannerId, text),
  });
  const boards = counterBoards({ boards: () => devices().boards, hosts, clock, floor: theFloor });
  const pads = callPads({
    keypads: () => devices().keypads,
    floor: theFloor,
    message: boards.message,
    refused: boards.refused,
    light: (id, times) => hosts.of(id).light(id, times),
  });
  const scans = createScans({
    scanners: () => devices().scanners,
    floor: theFloor,
    now: () => clock.now(),
    refused: boards.refused,
    changed,
  });
  const printers = () =>
    devices().printers.map((each) => ({
      setup: each,
      printer: {
        status: () => hosts.of(each.id).status(each.id),
        async print(document: TicketDocument, sending?: () => void) {
          const outcome = await hosts.of(each.id).print(each.id, document, sending);
          if (outcome.state === 'printed') rolls.printed(each.id, outcome.paperMm ?? usualTicketMm);
          return outcome;
        },
      },
    }));
  const jobs = createPrintJobs({ floor: theFloor, printers, clock, ticketLink, changed });
  const { dataDir = null } = parts;
  const logs = announcementLogs(dataDir);
  const here = screenPresence({
    ...{ clock, store: parts.seen ?? noSeenStore, announced: logs.screens },
    changed: (id, status) => {
      if (devices().screens.some((screen) => screen.id === id)) statusChanged(id, status);
    },
    failed: (error) => log('error', 'what a screen announced could not be logged', { error: String(error) }),
  });
  const announcing = createAnnouncing({
    ...{ setup, floor: theFloor, dataDir, log: logs.server, context, statusChanged, changed },
  });
  const signs = lobbySigns({
    ...{ boards: () => devices().boards, hosts, clock, floor: theFloor, announced: logs.server },
    failed: (error) => log('error', 'what a sign announced could not be logged', { error: String(error) }),
  });
  const facts: DeviceFacts = {
    printerOf: (kioskId) => jobs.printerStatus(kioskId),
    printsOf: (kioskId) => (floor === null ? [] : jobs.ofKiosk(kioskId)),
    scanOf: scans.ofKiosk,
    list: () =>
      deviceList(devices(), {
        status: (id) => announcing.status(id) ?? hosts.of(id).status(id),
        ticketsLeft: rolls.ticketsLeft,
        screen: here.status,
        voice: announcing.voice(),
      }),
    simulators: () => ({ ...simulators.view(setup()), speakers: announcing.simulated() }),
  };
  const dim = () => {
    const { brightness } = devices();
    const percent = percentAt(brightness, clock.now(), setup().centre.timeZone);
    if (percent !== null) for (const host of hosts.all()) host.dim(percent);
  };
  const show = (counters?: ReadonlySet<string>) => {
    boards.show(counters);
    signs.show();
    announcing.speakers.listen();
  };
  let applied: Setup | null = null;
  /** Edits one after another, so that none finds a device still held by the one before. */
  let applying: Promise<void> = Promise.resolve();
  const apply = (): Promise<void> => {
    if (setup() === applied) return applying;
    applied = setup();
    const wanted = devices();
    const before = applying;
    const mine = (async () => {
      await before;
      pads.forget();
      await hosts.apply(await simulators.apply(wanted));
      announcing.apply();
      if (floor !== null) show();
      dim();
      changed();
    })();
    applying = mine.catch(() => {});
    return mine;
  };
  let cancelLook = () => {};
  const look = () => {
    cancelLook = clock.after(lookEveryMs, () => {
      dim();
      look();
    });
  };
  await apply();
  look();
  let unfollow = () => {};
  return {
    ...facts,
    printOf: (ticketId) => jobs.of(ticketId),
    requestPrint: (ticketId, kioskId, before) => jobs.request(ticketId, kioskId, before),
    reprint: (ticketId, kioskId) => jobs.reprint(ticketId, kioskId),
    test: (deviceId) =>
      tryDevice(deviceId, {
        ...{ printers: printers(), keypads: devices().keypads, boards, announcing, hosts, now: clock.now() },
      }),
    find: () =>
      Promise.all(
        hosts
          .machines()
          .map(async ({ agentId, host }) => ({ agentId, found: await host.find().catch(() => []) })),
      ),
    ...{ findInNetwork, frameBytes },
    renewRoll(printerId) {
      if (!devices().printers.some(({ id }) => id === printerId)) return false;
      rolls.renew(printerId);
      changed();
      return true;
    },
    presence: here.set,
    report: here.report,
    async callSound(callSeq, hurried) {
      const call = announcing.callOf(callSeq);
      return call === null ? null : ((await announcing.speech.of(call, hurried)) ?? 'no-voice');
    },
    callWords(callSeq) {
      const call = announcing.callOf(callSeq);
      return call === null ? null : announcing.speech.words(call);
    },
    announced: (id) => [...logs.server.ended(id), ...logs.screens.ended(id)],
    agent: (agentId, link, hello) => hosts.linked(agentId, link, hello, version),
    simulate: (deviceId, deed) => simulators.act(deviceId, deed),
    follow(following, tellScreens) {
      floor = following;
      tell = tellScreens;
      show();
      unfollow = following.onChange(({ events }) => {
        show(countersTouched(events));
        apply().catch((error: unknown) =>
          log('error', 'the devices of the new set-up could not all be opened', { error: String(error) }),
        );
      });
    },
    async close() {
      tell = () => {};
      unfollow();
      cancelLook();
      watch.close();
      rolls.close();
      jobs.close();
      boards.close();
      signs.close();
      here.close();
      await announcing.close();
      await applying;
      await hosts.close();
      await simulators.close();
    },
  };
}
