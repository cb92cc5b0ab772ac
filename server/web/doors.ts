// What the web room asks of the other rooms, as narrow doors that app.ts opens: set-up, reports, devices, the journal's
// feed and, in a demonstration, the invented day.

import type { AgentHello, MessageLink } from '../../protocol/agent-hello.ts';
import type { Announced } from '../../protocol/announced.ts';
import type { Actor } from '../../protocol/commands.ts';
import type { ScreenSetup } from '../../protocol/device-setup.ts';
import type { PolicyName } from '../../protocol/dispatch-setup.ts';
import type { DeviceTest, FrameTrial } from '../../protocol/endpoints/device-endpoints.ts';
import type { OperatorDay } from '../../protocol/endpoints/supervision-endpoints.ts';
import type { FoundByMachine, FoundDevice, NetworkRange } from '../../protocol/found-device.ts';
import type { BusinessDay, CounterId, OperatorId, ZoneId } from '../../protocol/ids.ts';
import type { ReportDescription, ReportFormat } from '../../protocol/reports.ts';
import type { Setup, StaffSetup } from '../../protocol/setup-schema.ts';
import type { SimulatedDeed } from '../../protocol/simulated-deed.ts';
import type { ScreenReport } from '../../protocol/socket-names.ts';
import type { SpeechLanguage } from '../../protocol/speech/utterance.ts';
import type { PolicyTrial, WaitBoundView } from '../../protocol/views/policy-trial.ts';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';
import type { PrintView } from '../../protocol/views/view-parts.ts';
import type { Clock } from '../application/clock.ts';
import type { Floor } from '../application/floor-port.ts';
import type { Replay } from '../application/replay/replay.ts';
import type { RecordedEvent } from '../domain/events.ts';

import type { NoticeDoor } from './notice-door.ts';

export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  details?: Record<string, unknown>,
) => void;

export type SetupKept =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: 'invalid-setup' | 'setup-changed-meanwhile';
      readonly errors: { path: string; message: string }[];
    };
export interface SetupDoor {
  current(): Setup;
  publicDocument(): unknown;
  replace(document: unknown, by: Actor): Promise<SetupKept>;
  /** The account, if the password is right; takes as long where it is not. */
  checkPassword(username: string, password: string): Promise<StaffSetup | null>;
  addScreen(screen: ScreenSetup, by: Actor): SetupKept;
  /** Refused where another revision is in force than the one that the asker saw. */
  moveCounter(
    move: { counterId: CounterId; zoneId: ZoneId; revision?: number | undefined },
    by: Actor,
  ): SetupKept;
  /** The same for the policy by which numbers are called. */
  switchPolicy(change: { policy: PolicyName; revision: number }, by: Actor): SetupKept;
}
/** What each policy promises with the centre's figures, and what it would have done on a recorded day. */
export interface PolicyDoor {
  bound(policy: PolicyName): WaitBoundView;
  try(day: BusinessDay, policies: readonly PolicyName[]): Promise<TriedPolicies>;
}
export type TriedPolicies =
  | { readonly ok: true; readonly visits: number; readonly leftOut: number; readonly trials: PolicyTrial[] }
  | { readonly ok: false; readonly code: 'unknown-day' | 'busy' | 'failed' }
  | { readonly ok: false; readonly code: 'trial-too-large'; readonly params: { readonly limit: number } }
  | { readonly ok: false; readonly code: 'trial-too-long'; readonly params: { readonly seconds: number } };
export type BuiltReport =
  | { readonly ok: true; readonly contentType: string; readonly body: string; readonly fileName: string }
  | { readonly ok: false; readonly code: 'unknown-report' | 'format-not-offered' | 'invalid-request' };
export interface ReportDoor {
  list(): ReportDescription[];
  build(name: string, period: { from: string; to: string }, format: ReportFormat): BuiltReport;
}
export interface DeviceDoor {
  list(): DeviceView[];
  printOf(ticketId: string): PrintView;
  /** Asks for a ticket's first print; asking again changes nothing. `before`: it was issued by an earlier request. */
  requestPrint(ticketId: string, kioskId: string | null, before: boolean): PrintView;
  /** One more copy, marked as such. */
  reprint(ticketId: string, kioskId: string | null): PrintView;
  /** Tries a printer or a board; null where there is none of this id. */
  test(deviceId: string): Promise<DeviceTest | null>;
  /** What each machine has plugged in. */
  find(): Promise<FoundByMachine[]>;
  /** Printers that listen in a range of the network; nothing outside it is asked. */
  findInNetwork(range: NetworkRange): Promise<FoundDevice[]>;
  /** A new roll of paper has been put in; false where there is no such printer. */
  renewRoll(printerId: string): boolean;
  /** The bytes that would make a board show a text; throws `RangeError` with a sentence where that cannot be. */
  frameBytes(wanted: FrameTrial): string;
  presence(deviceId: string, here: boolean): void;
  /** What a screen says of its sound and of the calls it has announced. */
  report(deviceId: string, report: ScreenReport): void;
  /** The sound of a call; null for one that is not known, `no-voice` where nobody can say it. */
  callSound(callSeq: number, hurried: boolean): Promise<{ readonly wav: Uint8Array } | 'no-voice' | null>;
  callWords(callSeq: number): { language: SpeechLanguage; text: string }[] | null;
  /** What a screen or a loudspeaker has announced, newest first. */
  announced(deviceId: string): Announced[];
  /** An agent's link; false where it is not known, or of another version. */
  agent(agentId: string, link: MessageLink, hello: AgentHello): boolean;
  /** Does to a simulated device what a hand would do; false where there is none that could. */
  simulate(deviceId: string, deed: SimulatedDeed): boolean;
}
/** One officer's day; null where there is no such person. Who may see it is the route's affair. */
export interface OperatorDoor {
  day(operatorId: OperatorId, day: BusinessDay): OperatorDay | null;
}
export type WebParts = {
  readonly floor: Floor;
  readonly clock: Clock;
  readonly setup: SetupDoor;
  /** The address of a ticket's page, as its paper's code says it. */
  readonly ticketLink: (ticketId: string) => string;
  readonly reports: ReportDoor;
  readonly operators: OperatorDoor;
  readonly replay: Replay;
  readonly policies: PolicyDoor;
  readonly devices: DeviceDoor;
  readonly notices: NoticeDoor;
  readonly rowsAfter: (seq: number, limit: number) => readonly RecordedEvent[];
  /** Signs sessions; the same over restarts. */
  readonly secret: Buffer;
  readonly demo: boolean;
  readonly version: string;
  /** The folder of the built pages. */
  readonly uiRoot: string;
  readonly simulation: { run(speed: number): { running: boolean; speed: number } } | null;
  readonly log: Log;
};
