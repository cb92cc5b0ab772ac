// The devices of another machine, behind the same contract as those of this one. While its agent is away everything it
// should show is remembered and told again, presses are lost on purpose (one made then means nothing later), and a paper
// that had been handed over is asked after until it is known what became of it.
import { randomBytes } from 'node:crypto';
import {
  type AgentTell,
  agentContract,
  agentTells,
  type ServerAsk,
  serverAsks,
} from '../../hardware/agent/agent-contract.ts';
import type { DriverContext } from '../../hardware/driver-context.ts';
import type { DeviceHost, HostDevices, HostEvents } from '../../hardware/host/device-host.ts';
import type { BoardContent } from '../../hardware/led/number-board.ts';
import type { PrintOutcome } from '../../hardware/printer/ticket-printer.ts';
import type { AgentHello, MessageLink } from '../../protocol/agent-hello.ts';
import type { DeviceReason, DeviceStatus } from '../../protocol/device-status.ts';

/** A paper whose agent stays away for longer than this is given up: it may be printed, and a copy would say so. */
const unknownAtMostMs = 90_000;
const jobsAtMost = 200;
/** `handed`: on the agent's disk. */
type Job = { handed: boolean; sending: () => void; end: (outcome: PrintOutcome) => void };
type Answer<A extends ServerAsk> = ReturnType<(typeof serverAsks)[A]['answer']['parse']>;

export type FarHost = DeviceHost & {
  /** The agent is here; false where its version does not go together with this one. */
  linked(link: MessageLink, hello: AgentHello, version: string): boolean;
};

export function farHost(context: DriverContext, events: HostEvents): FarHost {
  const run = randomBytes(6).toString('hex');
  let link: MessageLink | null = null;
  let away: DeviceReason = 'agent-away';
  let devices: HostDevices = { printers: [], boards: [], keypads: [], scanners: [] };
  let percent: number | null = null;
  let jobNumber = 0;
  const contents = new Map<string, BoardContent>();
  const statuses = new Map<string, DeviceStatus>();
  const jobs = new Map<string, Job>();

  const ids = () =>
    [devices.printers, devices.boards, devices.keypads, devices.scanners]
      .flat()
      .map(({ id }) => id as string);
  const set = (id: string, status: DeviceStatus) => {
    const before = statuses.get(id);
    statuses.set(id, status);
    // That it was heard again is no change.
    if (before?.grade !== status.grade || before.reason !== status.reason) events.changed(id, status);
  };
  const allAway = () => {
    for (const id of ids()) {
      const before = statuses.get(id);
      if (before?.reason !== away)
        set(id, { grade: 'absent', reason: away, heardAt: before?.heardAt ?? null, since: context.now() });
    }
  };
  const ask = async <A extends ServerAsk>(
    what: A,
    body: ReturnType<(typeof serverAsks)[A]['body']['parse']>,
  ): Promise<Answer<A>> => {
    if (link === null) throw new Error('the agent is away');
    return serverAsks[what].answer.parse(await link.ask(what, body)) as Answer<A>;
  };
  const end = (jobId: string, outcome: PrintOutcome) => {
    jobs.get(jobId)?.end(outcome);
    jobs.delete(jobId);
  };
  /** Asks after every paper that is not known to be at an end. */
  const askAfterJobs = async () => {
    const { stands } = await ask('jobs', { wanted: [...jobs.keys()] });
    for (const [jobId, stand] of Object.entries(stands)) {
      if (stand === 'unknown') end(jobId, { state: 'failed', reason: 'agent-away', mayHavePrinted: false });
      else if (stand === 'kept') {
        const job = jobs.get(jobId);
        if (job !== undefined) job.handed = true;
      } else end(jobId, stand);
    }
  };
  /** Tells a new link everything, and asks after the papers that were handed to the one before. */
  const brief = async () => {
    await ask('devices', devices);
    if (percent !== null) link?.tell('dim', { percent });
    for (const [boardId, content] of contents) link?.tell('show', { boardId, content });
    await askAfterJobs();
  };
  const told: { [T in AgentTell]: (body: ReturnType<(typeof agentTells)[T]['parse']>) => void } = {
    status({ deviceId, grade, reason, heardAgoMs, sinceAgoMs }) {
      if (!ids().includes(deviceId)) return;
      const now = context.now();
      const heardAt = heardAgoMs === null ? null : Math.round(now - heardAgoMs);
      set(deviceId, { grade, reason, heardAt, since: Math.round(now - sinceAgoMs) });
    },
    pressed: ({ keypadId, key }) => events.pressed(keypadId, key),
    scanned: ({ scannerId, text }) => events.scanned(scannerId, text),
    sending: ({ jobId }) => jobs.get(jobId)?.sending(),
    outcome: ({ jobId, outcome }) => end(jobId, outcome),
  };
  const hear = (what: string, body: unknown, answer: ((body: unknown) => void) | null) => {
    if (!Object.hasOwn(agentTells, what)) return;
    const tell = what as AgentTell;
    const parsed = agentTells[tell].safeParse(body);
    if (!parsed.success)
      return context.log('warn', 'an agent said something that is not understood', { what });
    told[tell](parsed.data as never);
    answer?.({});
  };

  return {
    linked(next, hello, version) {
      if (hello.contract !== agentContract) {
        away = 'agent-version';
        allAway();
        next.tell('refused', { contract: agentContract, version });
        return false;
      }
      away = 'agent-away';
      link?.end();
      link = next;
      next.onMessage(hear);
      next.onEnd(() => {
        if (link !== next) return;
        link = null;
        allAway();
      });
      brief().catch((error: unknown) => {
        context.log('warn', 'an agent could not be told its devices', { error: String(error) });
        // It comes again, and is told everything again.
        next.end();
      });
      return true;
    },
    async apply(wanted) {
      devices = wanted;
      const here = new Set(ids());
      for (const known of [statuses, contents])
        for (const id of known.keys()) if (!here.has(id)) known.delete(id);
      if (link === null) allAway();
      else await ask('devices', devices).catch(() => {});
    },
    async print(printerId, document, sending = () => {}) {
      if (link === null || jobs.size >= jobsAtMost)
        return { state: 'failed', reason: link === null ? away : 'device-error', mayHavePrinted: false };
      jobNumber += 1;
      const jobId = `${run}-${jobNumber}`;
      const ended = new Promise<PrintOutcome>((resolve) =>
        jobs.set(jobId, { handed: false, sending, end: resolve }),
      );
      ask('print', { jobId, printerId, document }).then(
        (answer) => {
          const job = jobs.get(jobId);
          if (!answer.kept) end(jobId, { state: 'failed', reason: answer.reason, mayHavePrinted: false });
          else if (job !== undefined) job.handed = true;
        },
        // Whether it arrived is asked: now where the link still stands, else when the agent is back.
        () => askAfterJobs().catch(() => {}),
      );
      const cancel = whileAway(jobId);
      return ended.finally(cancel);
    },
    show(boardId, content) {
      contents.set(boardId, content);
      link?.tell('show', { boardId, content });
    },
    dim(wanted) {
      percent = wanted;
      link?.tell('dim', { percent: wanted });
    },
    light: (keypadId, times) => link?.tell('light', { keypadId, times }),
    status: (id) => statuses.get(id) ?? null,
    find: async () => (link === null ? [] : (await ask('find', {})).found),
    async close() {
      for (const jobId of jobs.keys()) end(jobId, { state: 'unconfirmed', reason: away });
      link?.end();
      link = null;
    },
  };

  /** Gives a job up once its agent has been away for too long at a stretch. */
  function whileAway(jobId: string): () => void {
    let awaySince: number | null = null;
    let cancel = () => {};
    const look = () => {
      cancel = context.after(5_000, () => {
        awaySince = link === null ? (awaySince ?? context.now()) : null;
        if (awaySince !== null && context.now() - awaySince >= unknownAtMostMs) {
          const { handed } = jobs.get(jobId) ?? { handed: false };
          end(
            jobId,
            handed
              ? { state: 'unconfirmed', reason: away }
              : { state: 'failed', reason: away, mayHavePrinted: true },
          );
        } else look();
      });
    };
    look();
    return () => cancel();
  }
}
