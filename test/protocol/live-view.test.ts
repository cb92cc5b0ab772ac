// A screen's connection over a real socket: to a server that says what each test wants, through silence, refusal, restart
// and another version, and to a real centre.
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LiveState, type LiveView, openLiveView } from '../../protocol/client/live-view.ts';
import type { Command } from '../../protocol/commands.ts';
import type { ServiceId } from '../../protocol/ids.ts';
import {
  type ClientToServer,
  livePath,
  type ServerToClient,
  type SocketCommand,
} from '../../protocol/socket-names.ts';
import { startCentre } from '../support/running-centre.ts';
import { type Browser, openBrowser, Queue } from './browser.ts';

type Screen = Socket<ClientToServer, ServerToClient>;
type Hall = LiveView<'hall'>;
const hour = 3_600_000;
const take: Command = { type: 'issue-ticket', serviceId: 'chung-thuc' as ServiceId };
const refusal = {
  type: 'urn:denluot:problem:x',
  title: 'Chưa ghép nối.',
  status: 401,
  code: 'device-not-paired',
};

/** A server of the socket that knows nothing but what it is told to say. */
class Scripted {
  readonly screens = new Queue<Screen>();
  readonly subscriptions = new Queue<unknown>();
  readonly commands = new Queue<{ sent: SocketCommand; answer: (result: never) => void }>();
  refuses: false | typeof refusal = false;
  #http: HttpServer | null = null;
  #io: Server<ClientToServer, ServerToClient> | null = null;

  async start(port = 0): Promise<number> {
    const http = createServer();
    this.#http = http;
    this.#io = new Server(http, { path: livePath, serveClient: false });
    this.#io.on('connection', (screen) => {
      screen.on('subscribe', (subscription, answer) => {
        this.subscriptions.add(subscription);
        answer(this.refuses ? { ok: false, problem: this.refuses } : { ok: true });
      });
      screen.on('command', (sent, answer) => this.commands.add({ sent, answer: answer as never }));
      this.screens.add(screen);
    });
    await new Promise<void>((ready) => http.listen(port, '127.0.0.1', ready));
    return (http.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    await this.#io?.close();
    this.#http?.closeAllConnections();
  }
}

let server: Scripted;
let port: number;
let browser: Browser;
let live: Hall;

beforeEach(async () => {
  server = new Scripted();
  port = await server.start();
  browser = openBrowser(`http://127.0.0.1:${port}/hall`);
  live = openLiveView<'hall'>({ view: 'hall' });
});
afterEach(async () => {
  live.close();
  browser.close();
  await server.stop();
});

/** Resolves when the screen's state is as wanted. */
function until<V extends 'hall' | 'kiosk'>(
  screen: LiveView<V>,
  wanted: (state: LiveState<V>) => boolean,
): Promise<LiveState<V>> {
  return new Promise((resolve) => {
    const look = () => {
      if (!wanted(screen.state())) return;
      stop();
      resolve(screen.state());
    };
    const stop = screen.onChange(look);
    look();
  });
}
const body = (name: string) => ({ centre: { name: { vi: name } } }) as never;
const show = (screen: Screen, seq: number, name = `view ${seq}`, sentAt = Date.now()) =>
  screen.emit('view', { view: 'hall', seq, sentAt, body: body(name) });
const beat = (screen: Screen, version = 'v1') =>
  screen.emit('heartbeat', { seq: 0, sentAt: Date.now(), version });

describe('a view', () => {
  it('is nothing, and says so, before the server has spoken', () => {
    expect(live.state()).toEqual({
      ...{ body: null, seq: 0, outOfDate: true, clockOffsetMs: 0, problem: null, newerVersion: false },
    });
  });
  it('is subscribed to and shown as it comes, the newest whole', async () => {
    const screen = await server.screens.next();
    expect(await server.subscriptions.next()).toEqual({ view: 'hall' });
    show(screen, 4);
    expect(await until(live, ({ seq }) => seq === 4)).toMatchObject({
      body: body('view 4'),
      outOfDate: false,
    });
    show(screen, 9);
    expect(await until(live, ({ seq }) => seq === 9)).toMatchObject({ body: body('view 9') });
  });
  it('of another kind is not taken for this one', async () => {
    const screen = await server.screens.next();
    screen.emit('view', { view: 'kiosk', seq: 7, sentAt: Date.now(), body: body('kiosk') });
    show(screen, 3);
    expect(await until(live, ({ seq }) => seq > 0)).toMatchObject({ seq: 3, body: body('view 3') });
  });
  it('runs the hall’s clock by the server’s', async () => {
    const screen = await server.screens.next();
    show(screen, 1, 'ahead', Date.now() + hour);
    const { clockOffsetMs } = await until(live, ({ seq }) => seq === 1);
    expect(Math.abs(clockOffsetMs - hour)).toBeLessThan(5_000);
    screen.emit('heartbeat', { seq: 1, sentAt: Date.now() - hour, version: 'v1' });
    await until(live, (state) => Math.abs(state.clockOffsetMs + hour) < 5_000);
  });
  it('is told to those who listen, and no longer to those who stopped', async () => {
    const screen = await server.screens.next();
    const told = { listens: 0, stopped: 0 };
    live.onChange(() => {
      told.listens += 1;
    });
    const stop = live.onChange(() => {
      told.stopped += 1;
    });
    stop();
    show(screen, 1);
    await until(live, ({ seq }) => seq === 1);
    expect(told.listens).toBeGreaterThanOrEqual(1);
    expect(told.stopped).toBe(0);
  });
});

describe('the version', () => {
  it('is newer once the server says another than at first', async () => {
    const screen = await server.screens.next();
    beat(screen, 'v1');
    beat(screen, 'v1');
    show(screen, 1);
    expect((await until(live, ({ seq }) => seq === 1)).newerVersion).toBe(false);
    beat(screen, 'v2');
    await until(live, ({ newerVersion }) => newerVersion);
    show(screen, 2);
    expect((await until(live, ({ seq }) => seq === 2)).newerVersion).toBe(true);
  });
});

describe('a link', () => {
  it('that falls silent makes the view out of date, until something is heard', async () => {
    const screen = await server.screens.next();
    show(screen, 1);
    await until(live, ({ outOfDate }) => !outOfDate);
    expect(await until(live, ({ outOfDate }) => outOfDate)).toMatchObject({ seq: 1, body: body('view 1') });
    beat(screen);
    await until(live, ({ outOfDate }) => !outOfDate);
  });
  it('that is cut is made again, and the view asked for again', async () => {
    const screen = await server.screens.next();
    await server.subscriptions.next();
    show(screen, 5);
    await until(live, ({ seq }) => seq === 5);
    screen.conn.close();
    const again = await server.screens.next();
    expect(await server.subscriptions.next()).toEqual({ view: 'hall' });
    show(again, 6);
    expect(await until(live, ({ seq }) => seq === 6)).toMatchObject({ outOfDate: false });
  });
  it('finds the server again after a restart, also one that counts from the beginning', async () => {
    const screen = await server.screens.next();
    show(screen, 500);
    await until(live, ({ seq }) => seq === 500);
    await server.stop();
    await server.start(port);
    show(await server.screens.next(), 2);
    expect(await until(live, ({ seq }) => seq === 2)).toMatchObject({ body: body('view 2') });
  });
  it('is given up when the screen is closed', async () => {
    const screen = await server.screens.next();
    const gone = new Promise((resolve) => screen.once('disconnect', resolve));
    live.close();
    await gone;
    expect(server.screens.left).toBe(0);
  });
});

describe('a subscription that is refused', () => {
  it('says why, is asked for again, and forgets why when it is granted', async () => {
    server.refuses = refusal;
    const screen = await server.screens.next();
    expect((await until(live, ({ problem }) => problem !== null)).problem).toEqual(refusal);
    expect(live.state().body).toBeNull();
    await server.subscriptions.next();
    await server.subscriptions.next();
    server.refuses = false;
    await until(live, ({ problem }) => problem === null);
    show(screen, 1);
    expect(await until(live, ({ seq }) => seq === 1)).toMatchObject({ problem: null, outOfDate: false });
  });
});

describe('a subscription that is refused on a later link', () => {
  const later = async (problem: typeof refusal) => {
    const screen = await server.screens.next();
    show(screen, 5);
    await until(live, ({ seq }) => seq === 5);
    server.refuses = problem;
    screen.conn.close();
    const again = await server.screens.next();
    await until(live, (state) => state.problem !== null);
    beat(again);
    beat(again, 'v2');
    return until(live, ({ newerVersion }) => newerVersion);
  };
  it('takes away what this screen may not see any more', async () => {
    expect(await later(refusal)).toMatchObject({ body: null, outOfDate: true, problem: refusal });
  });
  it('leaves the old picture, as such, while the server is in trouble', async () => {
    const trouble = { ...refusal, status: 503, code: 'journal-unavailable' };
    expect(await later(trouble)).toMatchObject({ body: body('view 5'), outOfDate: true, problem: trouble });
  });
});

describe('a command', () => {
  it('is answered, or refused, as the server says', async () => {
    const done = live.command(take);
    const first = await server.commands.next();
    expect(first.sent).toEqual({ id: first.sent.id, command: take });
    first.answer({ ok: true, answer: { number: 'A001' } } as never);
    expect(await done).toEqual({ ok: true, answer: { number: 'A001' } });
    const refused = live.command(take);
    const second = await server.commands.next();
    second.answer({ ok: false, problem: refusal } as never);
    expect(await refused).toEqual({ ok: false, problem: refusal });
    expect(second.sent.id).not.toBe(first.sent.id);
  });
  it('whose answer is lost is sent again under the same id', async () => {
    const done = live.command(take);
    const screen = await server.screens.next();
    const lost = await server.commands.next();
    screen.conn.close();
    const again = await server.commands.next();
    expect(again.sent).toEqual(lost.sent);
    again.answer({ ok: true, answer: 'once' } as never);
    expect(await done).toEqual({ ok: true, answer: 'once' });
  });
  it('given while the server restarts is sent when it is back', async () => {
    await server.screens.next();
    await server.stop();
    const done = live.command(take);
    await server.start(port);
    const { answer } = await server.commands.next();
    answer({ ok: true, answer: 'late' } as never);
    expect(await done).toEqual({ ok: true, answer: 'late' });
  });
});

describe('at a real centre', () => {
  it('a kiosk sees the number that it has taken', async () => {
    const centre = await startCentre({ sample: 'commune' });
    const page = openBrowser(`${centre.url}/kiosk`);
    const kiosk = openLiveView<'kiosk'>({ view: 'kiosk' });
    const before = await until(kiosk, (state) => state.body !== null);
    expect(await kiosk.command(take)).toMatchObject({ ok: true, answer: { number: 'A001' } });
    const after = await until(kiosk, ({ seq }) => seq > before.seq);
    expect(after.body?.services.find(({ id }) => id === 'chung-thuc')?.waiting).toBe(1);
    kiosk.close();
    page.close();
    await centre.stop();
  });
});
