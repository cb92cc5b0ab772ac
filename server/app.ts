// The composition root: opens every room and joins them. The only file that imports every part.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../protocol/commands.ts';
import type { BusinessDay } from '../protocol/ids.ts';
import type { Setup } from '../protocol/setup-schema.ts';
import type { Clock } from './application/clock.ts';
import { followDueTickets } from './application/due-tickets.ts';
import { createFloor } from './application/floor.ts';
import type { Floor } from './application/floor-port.ts';
import { createReplay } from './application/replay/replay.ts';
import { deviceFaults } from './devices/device-faults.ts';
import { type Devices, openDevices } from './devices/devices.ts';
import { intakeAt } from './domain/business-day.ts';
import { setupChangeFaults } from './domain/setup-change.ts';
import { type Estimating, openEstimates } from './estimating/open-estimates.ts';
import { journalFigures } from './journal/figures.ts';
import { operatorFigures } from './journal/operator-figures.ts';
import { pastDays } from './journal/past-days.ts';
import { openSqliteJournal, type SqliteJournal } from './journal/sqlite-journal.ts';
import { type OpenedNotices, openNotices, pictureFaults } from './notices/notices.ts';
import { packageRoot } from './package-root.ts';
import { operatorDay } from './reports/operator-day.ts';
import { buildReport, reportDescriptions } from './reports/reports.ts';
import { writeSynced } from './setup/json-file.ts';
import { demoAccounts, verifyPassword } from './setup/passwords.ts';
import { withKeptSecrets, withoutSecrets } from './setup/public-setup.ts';
import { createFromSample, openSetupStore, SetupError, type SetupStore } from './setup/setup-store.ts';
import { createDemonstration } from './simulation/demonstration.ts';
import { openPolicyTrials } from './trials/policy-trials.ts';
import type { Log, SetupDoor, SetupKept, WebParts } from './web/doors.ts';
import { httpUrl, reachableHost } from './web/own-address.ts';
import { createWeb } from './web/web.ts';

export type AppOptions = {
  readonly dataDir: string;
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly sample: string | null;
  readonly demo: boolean;
  /** Whether a demonstration begins with people in the hall. */
  readonly lively: boolean;
  readonly estimating: Estimating;
  readonly clock: Clock;
  readonly log: Log;
};
export type App = {
  readonly url: string;
  readonly floor: Floor;
  readonly journal: SqliteJournal;
  readonly devices: Devices;
  close(): Promise<void>;
};

/** Starts the centre of a data folder; throws `SetupError` with one sentence where that cannot be. */
export async function startApp(options: AppOptions): Promise<App> {
  const { dataDir, demo, clock, log } = options;
  const store = openSetup(options);
  const setup = store.current();
  const journal = openSqliteJournal(join(dataDir, 'journal.sqlite'));
  const notices = openNotices(dataDir);
  for (const warning of notices.warnings) log('warn', warning);
  let reachedAt = '';
  const ticketLink = (id: string) => `${store.current().centre.publicUrl ?? reachedAt}/t/${id}`;
  const devices = await openDevices({
    ...{ setup, clock, ticketLink, log, version: versionText() },
    rolls: keptFigures(join(dataDir, 'paper-rolls.json'), log),
    seen: keptFigures(join(dataDir, 'screens-seen.json'), log),
    dataDir,
  });
  const estimates = openEstimates({
    ...{ estimating: options.estimating, dataDir, setup, journal, demo, clock, log },
    store: keptList(join(dataDir, 'staffing-advice.json'), log),
  });
  const floor = createFloor({
    ...{ journal, clock, setup, estimates },
    newId: () => randomBytes(12).toString('hex'),
    devices,
    notices: () => notices.current(),
    alwaysOpen: demo,
    log,
  });
  const stopDueTickets = followDueTickets({ floor, clock, log });
  const policies = openPolicyTrials({
    ...{ journalFile: join(dataDir, 'journal.sqlite'), clock, log },
    setup: () => store.current(),
  });
  let demonstration: ReturnType<typeof createDemonstration> | null = null;
  const web = createWeb({
    ...{ floor, clock, devices, notices, ticketLink, demo, log },
    setup: setupDoor(store, floor, notices, demo),
    reports: reportDoor(journal, store),
    operators: operatorDoor(journal, store, floor),
    replay: createReplay({
      past: pastDays(journal.db),
      rules: () => floor.rules,
      intakeAt: (at) =>
        demo
          ? { open: true, opensAt: null, closesAt: null }
          : intakeAt(at, store.current().hours, store.current().centre.timeZone),
      letOthers: () => new Promise((resume) => setImmediate(resume)),
    }),
    policies,
    rowsAfter: (seq, limit) => journal.rowsAfter(seq, limit),
    secret: keptSecret(join(dataDir, 'session.key')),
    version: versionText(),
    uiRoot: join(packageRoot(), 'dist', 'ui'),
    simulation: demo ? { run: (speed) => demonstration?.run(speed) ?? { running: false, speed: 0 } } : null,
  });
  devices.follow(floor, () => web.refresh());
  estimates.follow(floor, () => web.refresh());
  const { port } = await web.listen(options);
  const url = httpUrl(options.host, port);
  reachedAt = httpUrl(reachableHost(options.host), port);
  if (demo) {
    demonstration = createDemonstration(`http://127.0.0.1:${port}`, (error) =>
      log('warn', 'the invented day stopped', { error: String(error) }),
    );
    if (options.lively) await demonstration.begin();
  }
  return {
    ...{ url, floor, journal, devices },
    async close() {
      await demonstration?.close();
      stopDueTickets();
      await web.close();
      await policies.close();
      await estimates.close();
      await devices.close();
      journal.close();
    },
  };
}

function openSetup({ dataDir, sample, demo, log }: AppOptions): SetupStore {
  const file = join(dataDir, 'centre.json');
  if (sample !== null) createFromSample(file, sample);
  if (!existsSync(file) && !existsSync(`${file}.bak`)) {
    throw new SetupError(
      `There is no centre in ${dataDir} yet: start with --sample commune or --sample soc-trang, or put a centre.json there.`,
    );
  }
  mkdirSync(dataDir, { recursive: true });
  const store = openSetupStore(file);
  const known = demo ? [] : demoAccounts(store.current());
  if (known.length > 0) {
    throw new SetupError(
      `${file}: staff: ${known.length} accounts (${known.slice(0, 3).join(', ')} …) have the known password of the samples; set others with: npm start -- --data ${dataDir} --set-passwords`,
    );
  }
  for (const warning of store.warnings) log('warn', warning);
  return store;
}

function setupDoor(store: SetupStore, floor: Floor, notices: OpenedNotices, demo: boolean): SetupDoor {
  const current = (): Setup => store.current();
  /** Keeps an edit on disk and takes it into force; an edit that would leave people stranded is refused. */
  const keep = (next: unknown, by: Actor): SetupKept => {
    const checked = store.check(next);
    if (!checked.ok) return checked;
    const errors = [
      ...setupChangeFaults(floor.state, current(), checked.setup),
      ...deviceFaults(checked.setup.devices),
      ...pictureFaults(checked.setup, notices.current()),
    ];
    if (!demo && demoAccounts(checked.setup).length > 0)
      errors.push({ path: 'staff', message: 'the known password of the samples is for demonstrations only' });
    if (errors.length > 0) return { ok: false, code: 'invalid-setup', errors };
    const kept = store.replace(checked.setup);
    if (kept.ok) floor.changeSetup(kept.setup, by);
    return kept;
  };
  return {
    current,
    publicDocument: () => withoutSecrets(current()),
    replace: async (document, by) => keep(await withKeptSecrets(document, current()), by),
    async checkPassword(username, password) {
      const account = current().staff.find((each) => each.username === username);
      return (await verifyPassword(password, account?.password, demo)) ? (account ?? null) : null;
    },
    moveCounter({ counterId, zoneId, revision = current().revision }, by) {
      const counters = current().counters.map((each) => (each.id === counterId ? { ...each, zoneId } : each));
      return keep({ ...current(), revision, counters }, by);
    },
    switchPolicy({ policy, revision }, by) {
      return keep({ ...current(), revision, dispatch: { ...current().dispatch, policy } }, by);
    },
    addScreen(screen, by) {
      const { devices } = current();
      return keep({ ...current(), devices: { ...devices, screens: [...devices.screens, screen] } }, by);
    },
  };
}

function reportDoor(journal: SqliteJournal, store: SetupStore): WebParts['reports'] {
  const figures = journalFigures(journal.db);
  return {
    list: reportDescriptions,
    build: (name, { from, to }, format) =>
      buildReport(
        name,
        { from: from as BusinessDay, to: to as BusinessDay },
        format,
        figures,
        store.current(),
      ),
  };
}

function operatorDoor(journal: SqliteJournal, store: SetupStore, floor: Floor): WebParts['operators'] {
  const figures = operatorFigures(journal.db);
  const until = (day: BusinessDay) => (day === floor.state.businessDay ? floor.now() : 0);
  return { day: (id, day) => operatorDay(figures, store.current(), { id, day, until: until(day) }) };
}

/** The same for a list. */
function keptList<T>(file: string, log: Log): { load(): readonly T[]; save(list: readonly T[]): void } {
  const kept = keptFigures<readonly T[]>(file, log);
  return { load: () => kept.load().list ?? [], save: (list) => kept.save({ list }) };
}

/** Figures that are a pity to lose and no more, beside the journal: without the file they begin anew. */
function keptFigures<T>(
  file: string,
  log: Log,
): { load(): Record<string, T>; save(figures: Readonly<Record<string, T>>): void } {
  return {
    load() {
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as Record<string, T>;
      } catch {
        return {};
      }
    },
    save(figures) {
      try {
        writeSynced(file, JSON.stringify(figures));
      } catch (error) {
        log('warn', 'figures could not be kept', { file, error: String(error) });
      }
    },
  };
}

/** The key that signs sessions, made once and kept beside the journal. */
function keptSecret(file: string): Buffer {
  if (!existsSync(file)) writeSynced(file, randomBytes(32).toString('hex'), 0o600);
  return Buffer.from(readFileSync(file, 'utf8'), 'hex');
}

/** The version and the build, so that a page knows when the server has become another. */
function versionText(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  const stamp = join(packageRoot(), 'dist', '.built-from');
  return existsSync(stamp) ? `${version}+${readFileSync(stamp, 'utf8').slice(0, 8)}` : version;
}
