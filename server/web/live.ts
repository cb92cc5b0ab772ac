// The socket at /live: who may see which view, each view built once per change for all who see it, commands with an
// acknowledgement, a heartbeat. A screen always receives whole views; what it missed is in the next one.
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { CommandId } from '../../protocol/ids.ts';
import type { ScreenKind } from '../../protocol/setup-schema.ts';
import { socketCommandSchema, subscriptionSchema } from '../../protocol/socket-contract.ts';
import {
  type ClientToServer,
  type Envelope,
  heartbeatMs,
  livePath,
  type ServerToClient,
  type Subscription,
  type ViewName,
} from '../../protocol/socket-names.ts';
import { actorFor, carryOut, denied, hasRole } from './command-access.ts';
import type { WebParts } from './doors.ts';
import { asProblem } from './faults.ts';
import { type Identities, type Identity, isScreen, kioskOf } from './identity.ts';
import { ProblemError } from './problems.ts';
import { parsed } from './route.ts';

type LiveSocket = Socket<ClientToServer, ServerToClient>;
export type LiveScreens = {
  connected(): number;
  /** Sends every view that has changed; called by itself after each change of the floor. */
  refresh(): void;
  close(): Promise<void>;
};

const commandsPerSecond = 20;
const screenViews: Partial<Record<ViewName, ScreenKind>> = {
  kiosk: 'kiosk',
  hall: 'hall',
  'counter-board': 'counter-board',
  rating: 'rating',
};

export function attachLive(http: HttpServer, parts: WebParts, identities: Identities): LiveScreens {
  const { floor, clock, devices, log } = parts;
  const io = new Server<ClientToServer, ServerToClient>(http, {
    path: livePath,
    serveClient: false,
    maxHttpBufferSize: 64 * 1024,
    pingInterval: 5_000,
    pingTimeout: 5_000,
    allowRequest: (request, decide) => decide(null, sameOrigin(request.headers.origin, request.headers.host)),
  });
  const rooms = new Map<string, { subscription: Subscription; sent: string }>();
  let scheduled = false;
  let stopped = false;

  const envelope = (subscription: Subscription): Envelope | null => {
    const body = floor.view(subscription as never);
    return body === null
      ? null
      : { view: subscription.view, seq: floor.state.seq, sentAt: floor.now(), body: body as never };
  };
  const sendChanged = () => {
    scheduled = false;
    if (stopped) return;
    for (const [room, kept] of rooms) {
      if ((io.sockets.adapter.rooms.get(room)?.size ?? 0) === 0) {
        rooms.delete(room);
        continue;
      }
      const fresh = envelope(kept.subscription);
      const text = JSON.stringify(fresh?.body);
      if (fresh === null || text === kept.sent) continue;
      kept.sent = text;
      io.to(room).emit('view', fresh);
    }
  };
  const refresh = () => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(sendChanged);
  };

  io.on('connection', (socket: LiveSocket) => {
    const { headers, address, auth } = socket.handshake;
    // A browser's page cannot set the header; it says its language when it connects.
    const language = typeof auth.language === 'string' ? auth.language : headers['accept-language'];
    const who = () => identities.of(headers, address);
    const rate = { second: 0, count: 0 };
    const screenId = who().screen?.id;
    if (screenId !== undefined) {
      devices.presence(screenId, true);
      socket.on('disconnect', () => devices.presence(screenId, false));
    }
    const answered = <T>(reply: unknown, run: () => T, give: (value: T) => unknown) => {
      if (typeof reply !== 'function') return;
      try {
        reply(give(run()));
      } catch (error) {
        reply({ ok: false, problem: asProblem(error, language, log) });
      }
    };
    socket.on('subscribe', (wanted, reply) =>
      answered(
        reply,
        () => subscribe(socket, parsed(subscriptionSchema, wanted), who()),
        () => ({ ok: true }),
      ),
    );
    socket.on('command', (message, reply) =>
      answered(
        reply,
        () => {
          const second = Math.floor(clock.now() / 1_000);
          rate.count = rate.second === second ? rate.count + 1 : 1;
          rate.second = second;
          if (rate.count > commandsPerSecond) throw new ProblemError('too-many-requests');
          const { id, command } = parsed(socketCommandSchema, message);
          const { result, repeated } = carryOut(floor, id as CommandId, command, actorFor(command, who()));
          if (command.type === 'issue-ticket')
            devices.requestPrint(String(result.ticketId), kioskOf(who()), repeated);
          return result;
        },
        (answer) => ({ ok: true, answer }),
      ),
    );
  });

  function subscribe(socket: LiveSocket, subscription: Subscription, identity: Identity): void {
    allowView(subscription, identity, parts.demo);
    const own = ownKiosk(subscription, identity);
    const first = envelope(own);
    if (first === null) throw new ProblemError('not-found');
    const room = `view:${JSON.stringify(own)}`;
    for (const former of socket.rooms)
      if (former.startsWith('view:') && former !== room) socket.leave(former);
    socket.join(room);
    if (!rooms.has(room)) rooms.set(room, { subscription: own, sent: JSON.stringify(first.body) });
    socket.emit('view', first);
  }

  const stopListening = floor.onChange(refresh);
  let cancelBeat = () => {};
  const beat = () => {
    // Views that time alone changes (a rating form closing, a day turning) go out with the beat.
    refresh();
    io.emit('heartbeat', { seq: floor.state.seq, sentAt: floor.now(), version: parts.version });
    cancelBeat = clock.after(heartbeatMs, beat);
  };
  cancelBeat = clock.after(heartbeatMs, beat);
  return {
    connected: () => io.engine.clientsCount,
    refresh,
    async close() {
      stopped = true;
      stopListening();
      cancelBeat();
      await io.close();
    },
  };
}

function allowView(subscription: Subscription, identity: Identity, demo: boolean): void {
  const kind = screenViews[subscription.view];
  if (subscription.view === 'simulators') {
    if (!demo) throw new ProblemError('not-found');
    return;
  }
  if (kind !== undefined) {
    if (identity.staff !== null || isScreen(identity, [kind])) return;
    throw denied(identity, 'device-not-paired');
  }
  const roles =
    subscription.view === 'counter'
      ? (['operator', 'supervisor', 'guide'] as const)
      : (['supervisor', 'technician', 'guide'] as const);
  if (!hasRole(identity.staff, roles)) throw denied(identity, 'not-signed-in');
}

/** A paired kiosk sees its own printer and prints, whatever it asks for. */
function ownKiosk(subscription: Subscription, identity: Identity): Subscription {
  const kioskId = kioskOf(identity);
  return subscription.view === 'kiosk' && kioskId !== null ? { view: 'kiosk', kioskId } : subscription;
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
