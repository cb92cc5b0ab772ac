// The socket at /live: who may see which view, commands with an acknowledgement, a heartbeat. What is sent to whom is
// live-rooms.ts.
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { ScreenKind } from '../../protocol/device-setup.ts';
import type { CommandId } from '../../protocol/ids.ts';
import {
  screenReportSchema,
  socketCommandSchema,
  subscriptionSchema,
} from '../../protocol/socket-contract.ts';
import { heartbeatMs, livePath, type Subscription, type ViewName } from '../../protocol/socket-names.ts';
import { attachAgents } from './agents.ts';
import { actorFor, carryOut, denied, hasRole } from './command-access.ts';
import type { WebParts } from './doors.ts';
import { asProblem } from './faults.ts';
import { type Identities, type Identity, isScreen, kioskOf } from './identity.ts';
import { createLiveRooms, type LiveRooms, type LiveServer, type LiveSocket } from './live-rooms.ts';
import { lookStamp } from './look-sheet.ts';
import { ProblemError } from './problems.ts';
import { parsed } from './route.ts';

export type LiveScreens = {
  connected(): number;
  /** Sends every view that has changed; called by itself after each change of the floor. */
  refresh(): void;
  close(): Promise<void>;
};

/** What a socket may still see is asked again after an edit of the set-up. */
type Shown = { recheck?: () => void };

const commandsPerSecond = 20;
const screenViews: Partial<Record<ViewName, readonly ScreenKind[]>> = {
  kiosk: ['kiosk'],
  hall: ['hall', 'media', 'led-wall'],
  status: ['status'],
  'counter-board': ['counter-board'],
  rating: ['rating'],
};

export function attachLive(http: HttpServer, parts: WebParts, identities: Identities): LiveScreens {
  const { floor, clock, devices } = parts;
  const io: LiveServer = new Server(http, {
    path: livePath,
    serveClient: false,
    maxHttpBufferSize: 64 * 1024,
    pingInterval: 5_000,
    pingTimeout: 5_000,
    allowRequest: (request, decide) => decide(null, sameOrigin(request.headers.origin, request.headers.host)),
  });
  attachAgents(io as never, parts, identities);
  const rooms = createLiveRooms(io, floor);
  io.on('connection', (socket: LiveSocket) => {
    const { headers, address } = socket.handshake;
    const who = () => identities.of(headers, address);
    const screenId = who().screen?.id;
    if (screenId !== undefined) {
      devices.presence(screenId, true);
      socket.on('disconnect', () => devices.presence(screenId, false));
    }
    listen(socket, parts, rooms, who);
  });
  const stopListening = floor.onChange(({ events }) => {
    rooms.refresh();
    // A screen that is no longer known, or somebody who lost a role, sees nothing from now on.
    if (events.some(({ event }) => event.type === 'setup-changed'))
      for (const socket of io.sockets.sockets.values()) (socket.data as Shown).recheck?.();
  });
  let cancelBeat = () => {};
  const beat = () => {
    // Views that time alone changes (a rating form closing, a day turning) go out with the beat.
    rooms.refresh();
    io.emit('heartbeat', { seq: floor.state.seq, sentAt: floor.now(), version: shownVersion(parts) });
    cancelBeat = clock.after(heartbeatMs, beat);
  };
  cancelBeat = clock.after(heartbeatMs, beat);
  return {
    connected: () => io.engine.clientsCount,
    refresh: rooms.refresh,
    async close() {
      rooms.stop();
      stopListening();
      cancelBeat();
      await io.close();
    },
  };
}

/** Another version, or another look: either way pages are loaded anew. */
function shownVersion({ version, setup }: WebParts): string {
  return `${version}~${lookStamp(setup.current().centre.look)}`;
}

/** Answers what one screen asks for; each answer goes to the screen's own acknowledgement. */
function listen(socket: LiveSocket, parts: WebParts, rooms: LiveRooms, who: () => Identity): void {
  const { floor, clock, devices, demo, log } = parts;
  const { headers, auth } = socket.handshake;
  // A browser's page cannot set the header; it says its language when it connects.
  const language = typeof auth.language === 'string' ? auth.language : headers['accept-language'];
  const mayCommand = perSecond(commandsPerSecond, () => clock.now());
  const answered = <T>(reply: unknown, run: () => T, give: (value: T) => unknown) => {
    if (typeof reply !== 'function') return;
    try {
      reply(give(run()));
    } catch (error) {
      reply({ ok: false, problem: asProblem(error, language, log) });
    }
  };
  const subscribe = (wanted: unknown) => {
    const subscription = parsed(subscriptionSchema, wanted);
    const show = () => {
      allowView(subscription, who(), demo);
      if (!rooms.show(socket, asOwn(subscription, who()))) throw new ProblemError('not-found');
    };
    show();
    (socket.data as Shown).recheck = () => {
      try {
        show();
      } catch {
        // Its own end of the link connects anew and hears why it is refused.
        socket.conn.close();
      }
    };
  };
  const take = (message: unknown) => {
    if (!mayCommand()) throw new ProblemError('too-many-requests');
    const { id, command } = parsed(socketCommandSchema, message);
    const { result, repeated } = carryOut(floor, id as CommandId, command, actorFor(command, who()));
    if (command.type === 'issue-ticket')
      devices.requestPrint(String(result.ticketId), kioskOf(who()), repeated);
    return result;
  };
  socket.on('subscribe', (wanted, reply) =>
    answered(
      reply,
      () => subscribe(wanted),
      () => ({ ok: true }),
    ),
  );
  socket.on('report', (message, reply) =>
    answered(
      reply,
      () => {
        if (!mayCommand()) throw new ProblemError('too-many-requests');
        const screenId = who().screen?.id;
        if (screenId !== undefined) devices.report(screenId, parsed(screenReportSchema, message));
      },
      () => ({ ok: true }),
    ),
  );
  socket.on('command', (message, reply) =>
    answered(
      reply,
      () => take(message),
      (answer) => ({ ok: true, answer }),
    ),
  );
}

/** True so many times a second. */
function perSecond(atMost: number, now: () => number): () => boolean {
  let second = 0;
  let count = 0;
  return () => {
    const current = Math.floor(now() / 1_000);
    count = current === second ? count + 1 : 1;
    second = current;
    return count <= atMost;
  };
}

function allowView(subscription: Subscription, identity: Identity, demo: boolean): void {
  const kinds = screenViews[subscription.view];
  if (subscription.view === 'simulators') {
    if (!demo) throw new ProblemError('not-found');
    return;
  }
  if (kinds !== undefined) {
    if (identity.staff !== null || isScreen(identity, kinds)) return;
    throw denied(identity, 'device-not-paired');
  }
  const roles =
    subscription.view === 'counter'
      ? (['operator', 'supervisor', 'guide'] as const)
      : (['supervisor', 'technician', 'guide'] as const);
  if (!hasRole(identity.staff, roles)) throw denied(identity, 'not-signed-in');
}

/**
 * A paired kiosk sees its own printer and prints, a paired board its own arrows and sound, whatever they ask for. Boards
 * without anything of their own share one view.
 */
function asOwn(subscription: Subscription, { screen, ...identity }: Identity): Subscription {
  if (subscription.view === 'kiosk') {
    const kioskId = kioskOf({ screen, ...identity });
    return kioskId === null ? subscription : { view: 'kiosk', kioskId };
  }
  if (subscription.view !== 'hall') return subscription;
  const { screenId: _asked, ...shared } = subscription;
  const isSpecial = screen !== null && (!screen.sound || Object.keys(screen.arrows).length > 0);
  return isSpecial ? { ...shared, screenId: screen.id } : shared;
}

/** A browser names the page's origin; it must be this server. Other programs name none. */
function sameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
