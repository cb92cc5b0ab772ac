// Who is shown what: screens that subscribe to the same view share a room, each room's view is built once for a change and
// sent only where it differs from what was sent before. Whole views; what a screen missed is in the next one.
import type { Server, Socket } from 'socket.io';
import type { ClientToServer, Envelope, ServerToClient, Subscription } from '../../protocol/socket-names.ts';
import type { Floor } from '../application/floor-port.ts';

export type LiveServer = Server<ClientToServer, ServerToClient>;
export type LiveSocket = Socket<ClientToServer, ServerToClient>;
export type LiveRooms = {
  /** Leaves what the screen was shown before and shows it this; false where there is no such view. */
  show(socket: LiveSocket, subscription: Subscription): boolean;
  /** Sends every view that has changed, once this turn of the event loop is over. */
  refresh(): void;
  stop(): void;
};

const roomName = 'view:';

export function createLiveRooms(io: LiveServer, floor: Floor): LiveRooms {
  const rooms = new Map<string, { subscription: Subscription; sent: string; heardSeq: number }>();
  let scheduled = false;
  let stopped = false;

  const envelope = (subscription: Subscription, heardSeq: number | null): Envelope | null => {
    const body = floor.view(subscription as never, heardSeq);
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
      const fresh = envelope(kept.subscription, kept.heardSeq);
      kept.heardSeq = floor.state.callSeq;
      const text = JSON.stringify(fresh?.body);
      if (fresh === null || text === kept.sent) continue;
      kept.sent = text;
      io.to(room).emit('view', fresh);
    }
  };
  return {
    show(socket, subscription) {
      // Whoever comes may have been away: everything that is still to be announced is in its first view.
      const first = envelope(subscription, null);
      if (first === null) return false;
      const room = roomName + JSON.stringify(subscription);
      for (const former of socket.rooms)
        if (former.startsWith(roomName) && former !== room) socket.leave(former);
      socket.join(room);
      if (!rooms.has(room)) {
        const { callSeq: heardSeq } = floor.state;
        const sent = JSON.stringify(envelope(subscription, heardSeq)?.body);
        rooms.set(room, { subscription, sent, heardSeq });
      }
      socket.emit('view', first);
      return true;
    },
    refresh() {
      if (scheduled) return;
      scheduled = true;
      setImmediate(sendChanged);
    },
    stop() {
      stopped = true;
    },
  };
}
