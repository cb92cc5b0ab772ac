// A hall in which calls are announced, as a test sees it: a real server that is killed and comes back at the same address,
// officers at their counters, boards in a browser that plays sound or holds it back, what is heard from them, and the logs of
// boards and loudspeakers.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { announcedLogKey } from '../../display-ui/announcing/screen-memory.ts';
import type { Announced } from '../../protocol/announced.ts';
import type { SpeechSetup } from '../../protocol/speech-setup.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import type { AnnouncedRow } from '../../server/devices/announcement-log.ts';
import { centreClient } from '../../server/simulation/centre-client.ts';
import { briefly, sampleFolder } from './sample-centre.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** Counters of soc-trang that draw from queues of their own: four on the first floor, four on the second. */
export const inZoneA = [
  { counterId: 'c02', serviceId: 'gddt-nop' },
  { counterId: 'c03', serviceId: 'nv-nop' },
  { counterId: 'c04', serviceId: 'nnptnt-nop' },
  { counterId: 'c07', serviceId: 'xd-nop' },
] as const;
export const inZoneB = [
  { counterId: 'c13', serviceId: 'gtvt-gplx' },
  { counterId: 'c16', serviceId: 'bhxh-mot' },
  { counterId: 'c20', serviceId: 'ca-cccd' },
  { counterId: 'c22', serviceId: 'ca-hochieu' },
] as const;
export const oneMoreInZoneA = { counterId: 'c10', serviceId: 'yt-hanhnghe' } as const;
export const oneMoreInZoneB = { counterId: 'c19', serviceId: 'ldtbxh-ncc' } as const;
type Place = { readonly counterId: string; readonly serviceId: string };

type JournalRow = { payload: { callSeq?: number; counterId?: string } };
export type Officer = {
  readonly counterNumber: string;
  /** Calls the next; gives the number that was called and when. */
  callNext(): Promise<{ number: string; calledAt: number }>;
  callAgain(): Promise<void>;
};
export type Hall = {
  readonly url: string;
  /** Opens these counters, each with one citizen waiting. */
  open(places: readonly Place[]): Promise<Officer[]>;
  mute(zoneId: string, muted: boolean): Promise<void>;
  /** A reading of the API as the supervisor. */
  read<T>(path: string): Promise<T>;
  /** The counters that have called, in the order in which the journal has it. */
  pressed(): Promise<string[]>;
  /** Every row that a loudspeaker has written, oldest first. */
  loudspeaker(id: string): AnnouncedRow[];
  kill(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
};

/** A demonstration of soc-trang in a process of its own; `path`: where it looks for other programs. */
export async function startHall(
  speech: Partial<SpeechSetup> = briefly,
  { path }: { path?: string } = {},
): Promise<Hall> {
  const dataDir = sampleFolder('soc-trang', { speech });
  const start = (port: string) => withPath(path, () => startServer(dataDir, ['--port', port]));
  let server: ServerProcess = await start('0');
  const { url } = server;
  const anybody = centreClient(url);
  const signedIn = async (username: string) => {
    const client = await insisting(() => anybody.signedIn(username, 'denluot'));
    if (client === null) throw new Error(`${username} could not sign in`);
    return client;
  };
  const hall: Hall = {
    url,
    open: (places) =>
      Promise.all(
        places.map(async ({ counterId, serviceId }) => {
          const officer = await signedIn(`canbo${counterId.slice(1)}`);
          const act = async (action: string): Promise<CounterView> => {
            const [path, id] = [`/api/v1/counters/${counterId}/${action}`, commandId()];
            const acted = await insisting(() => officer.command<CounterView>(path, {}, id));
            if (!acted.ok) throw new Error(`${action} at ${counterId}: ${acted.code}`);
            return acted.body;
          };
          const id = commandId();
          const taken = await insisting(() => anybody.command('/api/v1/tickets', { serviceId }, id));
          if (!taken.ok) throw new Error(`no number for ${serviceId}: ${taken.code}`);
          return {
            counterNumber: (await act('open')).counter.number,
            async callNext() {
              const { ticket } = await act('call-next');
              if (ticket === null) throw new Error(`${counterId} has called nobody`);
              return { number: ticket.number, calledAt: ticket.calledAt };
            },
            async callAgain() {
              await act('recall');
            },
          };
        }),
      ),
    async mute(zoneId, muted) {
      const headers = { 'content-type': 'application/json', cookie: await supervisorCookie(url) };
      const answer = await fetch(`${url}/api/v1/zones/${zoneId}/sound`, {
        ...{ method: 'PUT', headers, body: JSON.stringify({ muted }) },
      });
      if (!answer.ok) throw new Error(`the zone was not muted: ${answer.status}`);
    },
    async read<T>(path: string) {
      const answer = await (await signedIn('giamsat')).get<T>(path);
      if (!answer.ok) throw new Error(`${path}: ${answer.code}`);
      return answer.body;
    },
    async pressed() {
      const { events } = await hall.read<{ events: JournalRow[] }>('/api/v1/events?limit=1000');
      const calls = events.filter(({ payload }) => payload.callSeq !== undefined);
      return calls.map(({ payload }) => String(Number(payload.counterId?.slice(1))));
    },
    loudspeaker(id) {
      const file = join(dataDir, 'announcements.ndjson');
      const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
      return lines.map((line) => JSON.parse(line) as AnnouncedRow).filter(({ outletId }) => outletId === id);
    },
    kill: () => server.kill(),
    async comeBack() {
      server = await start(new URL(url).port);
    },
    async close() {
      await server.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return hall;
}

/** The calls whose turn a loudspeaker has begun, and those it has ended and how: in the order in which it happened. */
export function turns(rows: readonly AnnouncedRow[]): { begun: number[]; ended: [number, string][] } {
  return {
    begun: rows.filter(({ how }) => how === null).map(({ callSeq }) => callSeq),
    ended: rows.flatMap(({ callSeq, how }) => (how === null ? [] : [[callSeq, how] as [number, string]])),
  };
}

const commandId = () => randomBytes(12).toString('hex');

/** Asks once more where the connection broke: the server ends those that have been idle. */
const insisting = <T>(ask: () => Promise<T>): Promise<T> => ask().catch(ask);

async function supervisorCookie(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'giamsat', password: 'denluot' }),
  });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** A process that is started meanwhile looks for programs there; what follows after it is not touched. */
function withPath<T>(path: string | undefined, start: () => T): T {
  const { PATH } = process.env;
  if (path !== undefined) process.env.PATH = path;
  try {
    return start();
  } finally {
    if (PATH !== undefined) process.env.PATH = PATH;
  }
}

export type Boards = {
  /** A board in a browser profile of its own. */
  open(url: string, options?: { reducedMotion?: 'reduce'; hasTouch?: boolean }): Promise<Page>;
  close(): Promise<void>;
};

/** A browser for boards: one that is set up to play sound, or one as it comes, which holds it back until somebody touches. */
export async function startBoards(sound: 'plays' | 'held-back' = 'plays'): Promise<Boards> {
  const executablePath =
    process.env.CHROMIUM ??
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
      existsSync(file),
    );
  if (executablePath === undefined) throw new Error('no Chromium: npm test says what to install');
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...['--no-first-run', '--disable-background-networking', '--disable-quic', '--disable-gpu'],
      ...(sound === 'plays' ? ['--autoplay-policy=no-user-gesture-required'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  return {
    async open(url, options = {}) {
      // Small, because every picture is painted by the processor here.
      const viewport = { width: 640, height: 360 };
      const page = await (await browser.newContext({ locale: 'vi-VN', viewport, ...options })).newPage();
      await page.addInitScript(keepWhatSounds);
      await page.goto(url);
      return page;
    },
    close: () => browser.close(),
  };
}

/** Runs in the page before its own script: keeps which call's sound begins and which has come to its end. */
function keepWhatSounds(): void {
  const callOf = new WeakMap<object, string | undefined>();
  const keep = (what: string) =>
    localStorage.setItem('sounded', JSON.stringify([...JSON.parse(localStorage.sounded ?? '[]'), what]));
  const { fetch } = window;
  window.fetch = async (asked, ...rest) => {
    const response = await fetch(asked, ...rest);
    const bytes = response.arrayBuffer.bind(response);
    const [, callSeq] = /calls\/(\d+)\/sound/.exec(String(asked)) ?? [];
    response.arrayBuffer = async () => {
      const sound = await bytes();
      callOf.set(sound, callSeq);
      return sound;
    };
    return response;
  };
  const { decodeAudioData } = BaseAudioContext.prototype;
  BaseAudioContext.prototype.decodeAudioData = async function (bytes) {
    const callSeq = callOf.get(bytes);
    const sound = await decodeAudioData.call(this, bytes);
    callOf.set(sound, callSeq);
    return sound;
  };
  const keepFor = ({ buffer }: AudioBufferSourceNode, what: string) =>
    keep(`${buffer === null ? undefined : callOf.get(buffer)} ${what}`);
  const { createBufferSource } = BaseAudioContext.prototype;
  BaseAudioContext.prototype.createBufferSource = function () {
    const source = createBufferSource.call(this);
    // Before the page's own listener, which may begin the next one at once.
    source.addEventListener('ended', () => keepFor(source, 'ends'));
    return source;
  };
  const { start } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (...when) {
    keepFor(this, 'begins');
    start.apply(this, when);
  };
}

/** What has come out of a board's loudspeaker, in the order in which it happened: `1 begins`, `1 ends`. */
export async function soundedFrom(board: Page): Promise<string[]> {
  return JSON.parse(await look<string>(board, `localStorage.getItem('sounded') ?? '[]'`));
}

/** Each from its first word to its last before the next one begins. */
export const toTheEnd = (calls: readonly number[]): string[] =>
  calls.flatMap((callSeq) => [`${callSeq} begins`, `${callSeq} ends`]);

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Looks into a page; unlike Playwright's own looks this does not count as a touch, which would let the sound out. */
export async function look<T>(page: Page, expression: string): Promise<T> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  const { result, exceptionDetails } = await (await session).send('Runtime.evaluate', {
    ...{ expression, returnByValue: true, userGesture: false },
  });
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description);
  return result.value as T;
}

/** The board's own log, oldest first. */
export async function announcedOn(board: Page): Promise<Announced[]> {
  const key = `'${announcedLogKey} ' + location.pathname + location.search`;
  return JSON.parse(await look<string>(board, `localStorage.getItem(${key}) ?? '[]'`));
}

export async function howOn(board: Page): Promise<[number, string][]> {
  return (await announcedOn(board)).map(({ callSeq, how }) => [callSeq, how]);
}

export const onceEach = (calls: readonly number[], how = 'spoken'): [number, string][] =>
  calls.map((callSeq) => [callSeq, how]);
