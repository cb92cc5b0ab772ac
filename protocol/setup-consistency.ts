// What one field of the set-up document cannot say: that the parts fit together. Every fault names its field; a warning
// is something that works but is hardly meant.
import { ratingFormById } from './rating-forms/rating-forms.ts';
import type { SeriesSetup, Setup } from './setup-schema.ts';

/** `path`: dotted, as `services.3.seriesId`; `message`: the rest of the sentence. */
export type SetupFault = { readonly path: string; readonly message: string };

export function setupFaults(setup: Setup): SetupFault[] {
  return [
    ...duplicates(setup),
    ...references(setup),
    ...seriesFaults(setup),
    ...sessionFaults(setup),
    ...staffFaults(setup),
  ];
}

/** Services that no counter serves: numbers could be taken that nobody calls. */
export function setupWarnings(setup: Setup): SetupFault[] {
  const served = new Set(
    setup.counters.flatMap(
      (counter) => setup.profiles.find((profile) => profile.id === counter.profileId)?.serviceIds ?? [],
    ),
  );
  return setup.services.flatMap((service, index) =>
    served.has(service.id)
      ? []
      : [{ path: `services.${index}`, message: `no counter serves "${service.id}"` }],
  );
}

function duplicates(setup: Setup): SetupFault[] {
  const lists: [string, string, readonly string[]][] = [
    ['departments', 'id', setup.departments.map((each) => each.id)],
    ['services', 'id', setup.services.map((each) => each.id)],
    ['series', 'id', setup.series.map((each) => each.id)],
    ['zones', 'id', setup.zones.map((each) => each.id)],
    ['profiles', 'id', setup.profiles.map((each) => each.id)],
    ['counters', 'id', setup.counters.map((each) => each.id)],
    ['counters', 'number', setup.counters.map((each) => each.number)],
    ['priorityClasses', 'id', setup.priorityClasses.map((each) => each.id)],
    ['pauseReasons', 'id', setup.pauseReasons.map((each) => each.id)],
    ['staff', 'username', setup.staff.map((each) => each.username)],
    ['devices.printers', 'id', setup.devices.printers.map((each) => each.id)],
    ['devices.boards', 'id', setup.devices.boards.map((each) => each.id)],
    ['devices.boards', 'unitId', setup.devices.boards.map((each) => `${each.address} unit ${each.unitId}`)],
    ['devices.screens', 'id', setup.devices.screens.map((each) => each.id)],
  ];
  return lists.flatMap(([list, field, values]) =>
    values.flatMap((value, index) =>
      values.indexOf(value) === index
        ? []
        : [{ path: `${list}.${index}.${field}`, message: `"${value}" is used twice` }],
    ),
  );
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
  setup.devices.boards.forEach((board, index) => {
    want(counters, board.counterId, `devices.boards.${index}.counterId`, 'counter');
  });
  setup.devices.screens.forEach((screen, index) => {
    if (screen.counterId !== null)
      want(counters, screen.counterId, `devices.screens.${index}.counterId`, 'counter');
    if (screen.zoneId !== null) want(zones, screen.zoneId, `devices.screens.${index}.zoneId`, 'zone');
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

function maySayTheSame(a: SeriesSetup, b: SeriesSetup): boolean {
  if (a.prefix.length + a.digits !== b.prefix.length + b.digits) return false;
  const bounds = (series: SeriesSetup) =>
    [series.from, series.to].map((n) => `${series.prefix}${String(n).padStart(series.digits, '0')}`);
  const [aFrom = '', aTo = ''] = bounds(a);
  const [bFrom = '', bTo = ''] = bounds(b);
  return aFrom <= bTo && bFrom <= aTo;
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
