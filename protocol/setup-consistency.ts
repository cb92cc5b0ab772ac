// What one field of the set-up document cannot say: that the parts fit together. Every fault names its field; a warning
// is something that works but is hardly meant.
import { lookFaults } from './look-setup.ts';
import { ratingFormById } from './rating-forms/rating-forms.ts';
import type { SeriesSetup, Setup } from './setup-schema.ts';

/** `path`: dotted, as `services.3.seriesId`; `message`: the rest of the sentence. */
export type SetupFault = { readonly path: string; readonly message: string };

export function setupFaults(setup: Setup): SetupFault[] {
  return [
    ...duplicates(setup),
    ...references(setup),
    ...seriesFaults(setup),
    ...boardFaults(setup),
    ...deviceFaults(setup),
    ...sessionFaults(setup),
    ...staffFaults(setup),
    ...lookFaults(setup.centre.look).map(({ field, message }) => ({ path: `centre.look.${field}`, message })),
  ];
}

/** What works but is hardly meant: numbers that nobody calls, kiosks that nobody paired, a set-up closed to everybody. */
export function setupWarnings(setup: Setup): SetupFault[] {
  const profileOf = new Map(setup.profiles.map((profile) => [profile.id, profile.serviceIds]));
  const served = new Set(setup.counters.flatMap((counter) => profileOf.get(counter.profileId) ?? []));
  const kiosks = new Set(
    setup.devices.screens.filter((screen) => screen.kind === 'kiosk').map((screen) => screen.id),
  );
  const unserved = setup.services.flatMap((service, index) =>
    served.has(service.id)
      ? []
      : [{ path: `services.${index}`, message: `no counter serves "${service.id}"` }],
  );
  const unpaired = setup.devices.printers.flatMap((printer, index) =>
    printer.kioskIds.flatMap((id, place) =>
      kiosks.has(id)
        ? []
        : [{ path: `devices.printers.${index}.kioskIds.${place}`, message: `no kiosk "${id}" is paired` }],
    ),
  );
  const technicians = setup.staff.filter((each) => each.roles.includes('technician'));
  const closed = technicians.every((each) => each.password === null)
    ? [{ path: 'staff', message: 'no technician may sign in' }]
    : [];
  return [...unserved, ...unpaired, ...closed];
}

type Named = { readonly path: string; readonly value: string };

/** The values of one field along a list, each with its path. */
function along<T>(list: string, field: string, items: readonly T[], value: (item: T) => string): Named[] {
  return items.map((item, index) => ({ path: `${list}.${index}.${field}`, value: value(item) }));
}

/** Groups in which a value may stand once. Devices of all kinds share one list of ids. */
function uniqueValues(setup: Setup): Named[][] {
  const { printers, boards, keypads, scanners, speakers, screens } = setup.devices;
  const id = (each: { readonly id: string }) => each.id;
  return [
    along('departments', 'id', setup.departments, id),
    along('services', 'id', setup.services, id),
    along('series', 'id', setup.series, id),
    along('zones', 'id', setup.zones, id),
    along('profiles', 'id', setup.profiles, id),
    along('counters', 'id', setup.counters, id),
    // A voice says 01 and 1 alike.
    along('counters', 'number', setup.counters, (each) => each.number.replace(/^0+(?=.)/, '')),
    along('priorityClasses', 'id', setup.priorityClasses, id),
    along('pauseReasons', 'id', setup.pauseReasons, id),
    along('ratingForms', 'from', setup.ratingForms, (each) => each.from),
    along('staff', 'username', setup.staff, (each) => each.username),
    [
      ...along('devices.printers', 'id', printers, id),
      ...along('devices.boards', 'id', boards, id),
      ...along('devices.keypads', 'id', keypads, id),
      ...along('devices.scanners', 'id', scanners, id),
      ...along('devices.speakers', 'id', speakers, id),
      ...along('devices.screens', 'id', screens, id),
    ],
    along('devices.boards', 'unitId', boards, (each) => `${lineOf(each)} unit ${each.unitId}`),
  ];
}

function duplicates(setup: Setup): SetupFault[] {
  return uniqueValues(setup).flatMap((group) => {
    const seen = new Set<string>();
    return group.flatMap(({ path, value }) => {
      if (seen.has(value)) return [{ path, message: `"${value}" is used twice` }];
      seen.add(value);
      return [];
    });
  });
}

function references(setup: Setup): SetupFault[] {
  const faults: SetupFault[] = [];
  const known = (list: readonly { id: string }[]) => new Set<string>(list.map((each) => each.id));
  const [departments, series, zones] = [known(setup.departments), known(setup.series), known(setup.zones)];
  const [services, profiles, counters] = [
    known(setup.services),
    known(setup.profiles),
    known(setup.counters),
  ];
  const want = (ids: ReadonlySet<string>, id: string, path: string, kind: string) => {
    if (!ids.has(id)) faults.push({ path, message: `no ${kind} "${id}" is defined` });
  };
  setup.services.forEach((service, index) => {
    want(departments, service.departmentId, `services.${index}.departmentId`, 'department');
    want(series, service.seriesId, `services.${index}.seriesId`, 'number series');
  });
  setup.profiles.forEach((profile, index) => {
    profile.serviceIds.forEach((id, place) => {
      want(services, id, `profiles.${index}.serviceIds.${place}`, 'service');
    });
  });
  setup.counters.forEach((counter, index) => {
    want(zones, counter.zoneId, `counters.${index}.zoneId`, 'zone');
    want(profiles, counter.profileId, `counters.${index}.profileId`, 'work profile');
  });
  setup.devices.boards.forEach(({ counterId, zoneId }, index) => {
    if (counterId !== null) want(counters, counterId, `devices.boards.${index}.counterId`, 'counter');
    if (zoneId !== null) want(zones, zoneId, `devices.boards.${index}.zoneId`, 'zone');
  });
  setup.devices.speakers.forEach(({ zoneId }, index) => {
    if (zoneId !== null) want(zones, zoneId, `devices.speakers.${index}.zoneId`, 'zone');
  });
  setup.speech.zoneVolume.forEach(({ zoneId }, index) => {
    want(zones, zoneId, `speech.zoneVolume.${index}.zoneId`, 'zone');
  });
  setup.devices.screens.forEach((screen, index) => {
    if (screen.counterId !== null)
      want(counters, screen.counterId, `devices.screens.${index}.counterId`, 'counter');
    if (screen.zoneId !== null) want(zones, screen.zoneId, `devices.screens.${index}.zoneId`, 'zone');
    for (const id of Object.keys(screen.arrows))
      if (!zones.has(id)) want(counters, id, `devices.screens.${index}.arrows.${id}`, 'counter or zone');
  });
  setup.ratingForms.forEach((entry, index) => {
    if (ratingFormById(entry.formId) === undefined) {
      faults.push({
        path: `ratingForms.${index}.formId`,
        message: `no rating form "${entry.formId}" is known`,
      });
    }
  });
  return faults;
}

/** Two series that could print the same number on one day are a fault: a number is never given twice. */
function seriesFaults({ series }: Setup): SetupFault[] {
  const faults: SetupFault[] = [];
  series.forEach((each, index) => {
    if (each.from > each.to)
      faults.push({
        path: `series.${index}.to`,
        message: `ends at ${each.to} before it begins at ${each.from}`,
      });
    if (String(each.to).length > each.digits)
      faults.push({ path: `series.${index}.to`, message: `${each.to} has more than ${each.digits} digits` });
    const clash = series.slice(0, index).find((other) => maySayTheSame(each, other));
    if (clash !== undefined)
      faults.push({ path: `series.${index}`, message: `may print the same numbers as series "${clash.id}"` });
  });
  return faults;
}

/** Texts of one length are the same where the longer prefix is the shorter one and the first digits after it. */
function maySayTheSame(a: SeriesSetup, b: SeriesSetup): boolean {
  if (a.prefix.length + a.digits !== b.prefix.length + b.digits) return false;
  const [short, long] = a.prefix.length <= b.prefix.length ? [a, b] : [b, a];
  const leading = long.prefix.slice(short.prefix.length);
  if (!long.prefix.startsWith(short.prefix) || !/^\d*$/.test(leading)) return false;
  const first = Number(leading) * 10 ** long.digits;
  return first + long.from <= short.to && short.from <= first + long.to;
}

/** Boards on one line speak one protocol; a maker's own frame is there where it is needed. */
function boardFaults({ devices: { boards } }: Setup): SetupFault[] {
  return boards.flatMap((board, index) => {
    const { address, protocol, frame } = board;
    const line = lineOf(board);
    const path = `devices.boards.${index}`;
    const other = boards
      .slice(0, index)
      .find((each) => address !== 'simulator' && lineOf(each) === line && each.protocol !== protocol);
    return [
      ...(other === undefined
        ? []
        : [{ path: `${path}.protocol`, message: `"${other.id}" on the same line speaks ${other.protocol}` }]),
      ...(protocol === 'described' && frame === undefined
        ? [{ path: `${path}.frame`, message: 'is needed for a described protocol' }]
        : []),
    ];
  });
}

/** A line is one machine's: two machines may both have a /dev/ttyUSB0. */
function lineOf({ agentId = '', address }: { agentId?: string | undefined; address: string }): string {
  return agentId === '' ? address : `${address} at ${agentId}`;
}

/** Pads and scanners have what they need, and every device is at a machine that is paired. */
function deviceFaults({ counters, devices }: Setup): SetupFault[] {
  const { printers, boards, keypads, scanners, screens } = devices;
  const knownCounters = new Set<string>(counters.map(({ id }) => id));
  const agents = new Set<string>(screens.filter(({ kind }) => kind === 'agent').map(({ id }) => id));
  const all = { printers, boards, keypads, scanners };
  const unpaired = Object.entries(all).flatMap(([kind, list]) =>
    list.flatMap(({ agentId, address }, index) => {
      if (agentId === undefined) return [];
      const path = `devices.${kind}.${index}`;
      if (!agents.has(agentId))
        return [{ path: `${path}.agentId`, message: `no agent "${agentId}" is paired` }];
      return address === 'simulator'
        ? [{ path: `${path}.address`, message: 'a simulated device is at this server' }]
        : [];
    }),
  );
  const needs = keypads.flatMap(({ driver, keys }, index) =>
    driver === 'described' && keys === undefined
      ? [{ path: `devices.keypads.${index}.keys`, message: 'is needed for a described keypad' }]
      : [],
  );
  const places = Object.entries({ keypads, scanners }).flatMap(([kind, list]) =>
    list.flatMap(({ counterId }, index) =>
      counterId === null || knownCounters.has(counterId)
        ? []
        : [{ path: `devices.${kind}.${index}.counterId`, message: `no counter "${counterId}" is defined` }],
    ),
  );
  return [...unpaired, ...needs, ...places];
}

function sessionFaults({ hours }: Setup): SetupFault[] {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return hours.sessions.flatMap((session, index) => {
    const path = `hours.sessions.${index}`;
    const long = minutes(session.closes) - minutes(session.opens);
    const before = hours.sessions[index - 1];
    if (long <= 0)
      return [{ path: `${path}.closes`, message: `${session.closes} is not after ${session.opens}` }];
    if (session.intakeStopsBeforeMinutes >= long)
      return [
        { path: `${path}.intakeStopsBeforeMinutes`, message: 'leaves no time in which numbers are given' },
      ];
    if (before !== undefined && session.opens < before.closes)
      return [
        { path: `${path}.opens`, message: `begins before the session before it closes at ${before.closes}` },
      ];
    return [];
  });
}

function staffFaults({ staff }: Setup): SetupFault[] {
  return staff.some((each) => each.roles.includes('technician'))
    ? []
    : [{ path: 'staff', message: 'nobody is a technician' }];
}
