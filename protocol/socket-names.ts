// The names and shapes of the socket at `/live` that a browser needs, without the schemas that check them: those are in
// socket-contract.ts and stay on the server, so that a kiosk loads less.

import type { Announced, ScreenSound } from './announced.ts';
import type { Command } from './commands.ts';
import type { Problem } from './refusals.ts';
import type { Subscription } from './socket-contract.ts';
import type { CounterView } from './views/counter-view.ts';
import type { CounterBoardView, HallView } from './views/hall-view.ts';
import type { KioskView } from './views/kiosk-view.ts';
import type { RatingView } from './views/rating-view.ts';
import type { SimulatorsView } from './views/simulators-view.ts';
import type { StatusView } from './views/status-view.ts';
import type { SupervisorView } from './views/supervisor-view.ts';

export type { Subscription };
export const livePath = '/live';
/** The cookie by which a paired screen or agent is known: `<device id>~<secret>`. */
export const deviceCookie = 'denluot_device';

export type ViewBodies = {
  kiosk: KioskView;
  hall: HallView;
  status: StatusView;
  'counter-board': CounterBoardView;
  rating: RatingView;
  counter: CounterView;
  supervisor: SupervisorView;
  simulators: SimulatorsView;
};
export type ViewName = keyof ViewBodies;

/** `seq`: the journal's newest row in this view; `sentAt`: the server's clock, epoch ms, by which a screen runs its own. */
export type Envelope<V extends ViewName = ViewName> = {
  view: V;
  seq: number;
  sentAt: number;
  body: ViewBodies[V];
};

export type SocketCommand = { id: string; command: Command };
export type CommandAnswer = { ok: true; answer: unknown } | { ok: false; problem: Problem };
export type SubscribeAnswer = { ok: true } | { ok: false; problem: Problem };

/** A heartbeat with the newest `seq` goes out at least this often; a screen that hears nothing for 2.5 × says so. */
export const heartbeatMs = 1_000;
export const outOfDateAfterMs = 2_500;

export type ScreenReport = { sound: ScreenSound; announced: Announced[] };
/** A screen that has nothing new to say says that it is there this often. */
export const reportEveryMs = 30_000;

export type ClientToServer = {
  report: (report: ScreenReport, taken: (result: { ok: boolean }) => void) => void;
  subscribe: (subscription: Subscription, answer: (result: SubscribeAnswer) => void) => void;
  command: (command: SocketCommand, answer: (result: CommandAnswer) => void) => void;
};
export type ServerToClient = {
  view: (envelope: Envelope) => void;
  heartbeat: (beat: { seq: number; sentAt: number; version: string }) => void;
};
