// The agent: the devices of this machine lent to a server. It opens what the server names, prints what it has been given
// whatever becomes of the link, and tells how its devices are. Papers given before it was started anew wait until the
// server says that they are still wanted.

import type { MessageLink } from '../../protocol/agent-hello.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { DriverContext } from '../driver-context.ts';
import type { DeviceHost, HostEvents } from '../host/device-host.ts';
import { nearHost } from '../host/near-host.ts';
import type { PrintOutcome } from '../printer/ticket-printer.ts';
import {
  type AgentTell,
  type AgentTellBody,
  type ServerAsk,
  type ServerTell,
  serverAsks,
  serverTells,
} from './agent-contract.ts';
import type { JobFolder } from './job-folder.ts';

export type AgentParts = {
  readonly jobs: JobFolder;
  readonly context: DriverContext;
  /** The server speaks another version: which one. */
  readonly refused: (server: { contract: number; version: string }) => void;
  readonly host?: (context: DriverContext, events: HostEvents) => DeviceHost;
};
export type Agent = {
  /** Serves the server over this link until it ends; the devices go on without one. */
  serve(link: MessageLink): void;
  close(): Promise<void>;
};

const tellEveryMs = 5_000;

type Asked = { [A in ServerAsk]: (body: ReturnType<(typeof serverAsks)[A]['body']['parse']>) => unknown };
type Told = { [T in ServerTell]: (body: ReturnType<(typeof serverTells)[T]['parse']>) => void };

export function createAgent({ jobs, context, refused, host: openHost = nearHost }: AgentParts): Agent {
  let link: MessageLink | null = null;
  const known = new Map<string, DeviceStatus>();
  const printing = new Set<string>();

  const tell = <T extends AgentTell>(what: T, body: AgentTellBody<T>) => link?.tell(what, body);
  const tellStatus = (deviceId: string, { grade, reason, heardAt, since }: DeviceStatus) => {
    const ago = (at: number) => Math.max(0, context.now() - at);
    tell('status', {
      ...{ deviceId, grade, reason },
      ...{ heardAgoMs: heardAt === null ? null : ago(heardAt), sinceAgoMs: ago(since) },
    });
  };
  const host = openHost(context, {
    changed(deviceId, status) {
      known.set(deviceId, status);
      tellStatus(deviceId, status);
    },
    pressed: (keypadId, key) => tell('pressed', { keypadId, key }),
    scanned: (scannerId, text) => tell('scanned', { scannerId, text }),
  });
  /** The outcome is dropped once the server has it, so that it is said again after a link that was lost. */
  const tellOutcome = (jobId: string, outcome: PrintOutcome) =>
    link
      ?.ask('outcome', { jobId, outcome })
      .then(() => jobs.drop(jobId))
      .catch(() => {});
  const print = async (jobId: string) => {
    const entry = jobs.of(jobId);
    if (entry === undefined || entry.begun || entry.outcome !== null || printing.has(jobId)) return;
    printing.add(jobId);
    const outcome = await host.print(entry.job.printerId, entry.job.document, () => {
      jobs.begin(jobId);
      tell('sending', { jobId });
    });
    printing.delete(jobId);
    jobs.end(jobId, outcome);
    await tellOutcome(jobId, outcome);
  };
  const standOf = (jobId: string) => {
    const entry = jobs.of(jobId);
    return entry === undefined ? 'unknown' : (entry.outcome ?? 'kept');
  };

  const asked: Asked = {
    async devices(devices) {
      await host.apply(devices);
      for (const [deviceId, status] of known) {
        if (host.status(deviceId) === null) known.delete(deviceId);
        else tellStatus(deviceId, status);
      }
      return {};
    },
    jobs({ wanted }) {
      const stands = Object.fromEntries(wanted.map((jobId) => [jobId, standOf(jobId)]));
      for (const { job, outcome } of jobs.all()) {
        const { jobId } = job;
        if (!wanted.includes(jobId) && !printing.has(jobId)) jobs.drop(jobId);
        else if (outcome === null) void print(jobId);
        else void tellOutcome(jobId, outcome);
      }
      return { stands };
    },
    print(job) {
      try {
        jobs.keep(job);
      } catch (error) {
        context.log('error', 'a paper could not be kept', { error: String(error) });
        return { kept: false, reason: 'agent-disk-full' };
      }
      void print(job.jobId);
      return { kept: true };
    },
    find: async () => ({ found: await host.find() }),
  };
  const told: Told = {
    show: ({ boardId, content }) => host.show(boardId, content),
    dim: ({ percent }) => host.dim(percent),
    light: ({ keypadId, times }) => host.light(keypadId, times),
    refused,
  };

  /** How devices are changes seldom; when they were heard last changes always. */
  let cancelTelling = () => {};
  const tellFromTimeToTime = () => {
    cancelTelling = context.after(tellEveryMs, () => {
      for (const deviceId of known.keys()) {
        const status = host.status(deviceId);
        if (status !== null) tellStatus(deviceId, status);
      }
      tellFromTimeToTime();
    });
  };
  tellFromTimeToTime();

  return {
    serve(next) {
      link = next;
      next.onEnd(() => {
        if (link === next) link = null;
      });
      next.onMessage((what, body, answer) => {
        hear(what, body, answer, asked, told).catch((error: unknown) =>
          context.log('error', 'the server said something that is not understood', {
            what,
            error: String(error),
          }),
        );
      });
    },
    async close() {
      cancelTelling();
      link?.end();
      link = null;
      await host.close();
    },
  };
}

async function hear(
  what: string,
  body: unknown,
  answer: ((body: unknown) => void) | null,
  asked: Asked,
  told: Told,
): Promise<void> {
  if (Object.hasOwn(serverAsks, what)) {
    const ask = what as ServerAsk;
    const parsed = serverAsks[ask].body.parse(body);
    answer?.(await asked[ask](parsed as never));
  } else if (Object.hasOwn(serverTells, what)) {
    const tell = what as ServerTell;
    told[tell](serverTells[tell].parse(body) as never);
  }
}
