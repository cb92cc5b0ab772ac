// Devices at another machine: the server's side and the agent over a link that a test cuts, with a real folder of papers.
// What matters: a paper comes out once, or is said to be uncertain; what boards show is told again; clocks may differ.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Agent, createAgent } from '../../hardware/agent/agent.ts';
import { agentContract } from '../../hardware/agent/agent-contract.ts';
import { type JobFolder, openJobFolder, writeSynced } from '../../hardware/agent/job-folder.ts';
import type { PrintOutcome } from '../../hardware/printer/ticket-printer.ts';
import { testTicket } from '../../hardware/test-ticket.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import { type FarHost, farHost } from '../../server/devices/far-host.ts';
import { driverBench } from '../support/driver-bench.ts';
import { type LinkPair, linkPair } from '../support/message-links.ts';
import { ScriptedHost } from '../support/scripted-host.ts';

const ticket = (number: string) => ({ ...testTicket('p', new Date(0)), number });
const printerSetup = { id: 'p', name: 'p', driver: 'escpos', address: 'file:/dev/usb/lp0', widthDots: 576 };
const padSetup = { id: 'k', name: 'k', driver: 'hid', address: 'hid:04d9:1203', counterId: 'c1' };
const boardSetup = {
  id: 'b',
  name: 'b',
  protocol: 'modbus-rtu',
  address: 'serial:/dev/ttyUSB0',
  counterId: 'c1',
  unitId: 1,
};
const devices = {
  printers: [printerSetup],
  boards: [boardSetup],
  keypads: [padSetup],
  scanners: [],
} as never;

let folder: string;
let server: ReturnType<typeof driverBench>;
let far: FarHost;
let host: ScriptedHost;
let agent: Agent;
let link: LinkPair;
let heard: { statuses: [string, DeviceStatus][]; pressed: string[]; scanned: string[]; refused: number[] };
/** The agent's clock is three years behind. */
const agentBench = () => {
  const bench = driverBench();
  bench.clock.set(1_000);
  return bench;
};
const settled = async () => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
};
let bench: ReturnType<typeof driverBench>;
const startAgent = (jobs: JobFolder = openJobFolder(folder)) => {
  bench = agentBench();
  agent = createAgent({
    ...{ jobs, context: bench.context, host: host.open },
    refused: ({ contract }) => heard.refused.push(contract),
  });
};
const connect = (contract = agentContract) => {
  link = linkPair();
  agent.serve(link.agent);
  return far.linked(link.server, { contract, version: '0.1.0' }, '0.1.0');
};
const printing = (number: string) => {
  const seen: { outcome: PrintOutcome | null; sending: boolean } = { outcome: null, sending: false };
  void far
    .print('p', ticket(number), () => {
      seen.sending = true;
    })
    .then((outcome) => {
      seen.outcome = outcome;
    });
  return seen;
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'denluot-agent-'));
  heard = { statuses: [], pressed: [], scanned: [], refused: [] };
  server = driverBench();
  host = new ScriptedHost();
  far = farHost(server.context, {
    changed: (id, status) => heard.statuses.push([id, status]),
    pressed: (id, key) => heard.pressed.push(`${id} ${key}`),
    scanned: (id, text) => heard.scanned.push(`${id} ${text}`),
  });
  await far.apply(devices);
  startAgent();
});
afterEach(async () => {
  await agent.close();
  await far.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('an agent that is away', () => {
  it('makes its devices absent, and its printer one that others stand in for', async () => {
    expect(far.status('p')).toMatchObject({ grade: 'absent', reason: 'agent-away' });
    expect(await far.print('p', ticket('A001'))).toEqual({
      ...{ state: 'failed', reason: 'agent-away', mayHavePrinted: false },
    });
  });
  it('is told its devices, contents and brightness when it comes', async () => {
    far.show('b', { state: 'number', text: 'A001', call: 7 });
    far.dim(40);
    connect();
    await settled();
    expect(host.devices.printers).toMatchObject([{ id: 'p', address: 'file:/dev/usb/lp0' }]);
    expect(host.shown.get('b')).toEqual({ state: 'number', text: 'A001', call: 7 });
    expect(host.percent).toBe(40);
  });
  it('has its presses lost, not kept for later', async () => {
    connect();
    await settled();
    host.events.pressed('k', '7');
    await settled();
    link.cut();
    host.events.pressed('k', 'enter');
    connect();
    await settled();
    expect(heard.pressed).toEqual(['k 7']);
  });
});

describe('an agent', () => {
  it('says how its devices are, by ages: a wrong clock is of no consequence', async () => {
    connect();
    await settled();
    server.clock.set(5_000_000);
    host.say('p', { grade: 'bad', reason: 'paper-out', heardAt: 900, since: 400 });
    await settled();
    expect(far.status('p')).toEqual({
      ...{ grade: 'bad', reason: 'paper-out', heardAt: 4_999_900, since: 4_999_400 },
    });
  });
  it('says from time to time when its devices were heard last', async () => {
    connect();
    await settled();
    host.say('p', { grade: 'good', reason: 'answered', heardAt: 900, since: 400 });
    await settled();
    const before = far.status('p')?.heardAt ?? 0;
    host.statuses.set('p', { grade: 'good', reason: 'answered', heardAt: 5_900, since: 400 });
    server.clock.pass(5_000);
    bench.clock.pass(5_000);
    await settled();
    expect(far.status('p')?.heardAt).toBe(before + 5_000);
  });
  it('of which the server makes nothing is asked to come again', async () => {
    link = linkPair();
    agent.serve(link.agent);
    let isOver = false;
    link.server.onEnd(() => {
      isOver = true;
    });
    far.linked(
      { ...link.server, ask: () => Promise.reject(new Error('no answer')) },
      { contract: agentContract, version: 'x' },
      'x',
    );
    await settled();
    expect(isOver).toBe(true);
  });
  it('says what is plugged in and scanned, and lights its pads', async () => {
    connect();
    await settled();
    host.events.scanned('s', 'A012');
    far.light('k', 3);
    await settled();
    expect(heard.scanned).toEqual(['s A012']);
    expect(host.lit).toEqual([['k', 3]]);
    expect(await far.find()).toMatchObject([{ address: 'serial:/dev/ttyUSB0' }]);
  });
  it('of another version is told so and not listened to', async () => {
    expect(connect(agentContract + 1)).toBe(false);
    await settled();
    expect(far.status('p')).toMatchObject({ grade: 'absent', reason: 'agent-version' });
    expect(heard.refused).toEqual([agentContract]);
  });
  it('that says what is not understood does no harm', async () => {
    connect();
    await settled();
    for (const what of ['status', 'nonsense', 'outcome', '__proto__']) link.agent.tell(what, { deviceId: 5 });
    await settled();
    expect(server.logged).toContain('an agent said something that is not understood');
    expect(printing('A001').outcome).toBeNull();
  });
});

describe('a paper', () => {
  it('is kept on disk before it is acknowledged, printed, and forgotten once the server knows', async () => {
    host.isPrinting = false;
    connect();
    await settled();
    const seen = printing('A001');
    await settled();
    expect(seen).toEqual({ outcome: null, sending: true });
    expect(readdirSync(folder)).toHaveLength(1);
    host.letGo();
    await settled();
    expect(seen.outcome).toEqual({ state: 'printed', paperMm: 100 });
    expect(host.papers).toEqual(['A001']);
    expect(readdirSync(folder)).toEqual([]);
  });
  it('that was handed over is printed while the link is away, and known when it is back', async () => {
    host.isPrinting = false;
    connect();
    await settled();
    const seen = printing('A001');
    await settled();
    link.cut();
    host.letGo();
    await settled();
    expect(host.papers).toEqual(['A001']);
    expect(seen.outcome).toBeNull();
    connect();
    await settled();
    expect(seen.outcome).toEqual({ state: 'printed', paperMm: 100 });
    expect(host.papers).toEqual(['A001']);
  });
  it('of which the answer was lost is asked after, and not printed twice', async () => {
    connect();
    await settled();
    link.loseAnswers();
    const seen = printing('A001');
    await settled();
    link.cut();
    connect();
    await settled();
    expect(seen.outcome).toEqual({ state: 'printed', paperMm: 100 });
    expect(host.papers).toEqual(['A001']);
  });
  it('that never arrived is a failed one of which nothing came out', async () => {
    connect();
    await settled();
    const seen = printing('A001');
    link.cut();
    await settled();
    connect();
    await settled();
    expect(seen.outcome).toMatchObject({ state: 'failed', mayHavePrinted: false });
    expect(host.papers).toEqual([]);
  });
  it('that the agent could not take, though the link stands, is a failed one of which nothing came out', async () => {
    connect();
    await settled();
    const seen: { outcome: PrintOutcome | null } = { outcome: null };
    // No document at all: the agent does not understand it and says nothing; the server's patience ends.
    void far.print('p', null as never).then((outcome) => {
      seen.outcome = outcome;
    });
    await settled();
    link.giveUpAsking();
    await settled();
    expect(seen.outcome).toMatchObject({ state: 'failed', mayHavePrinted: false });
  });
  it('that had not begun when the machine was started anew is printed when the server still wants it', async () => {
    host.isPrinting = false;
    connect();
    await settled();
    printing('A001');
    await settled();
    const second = printing('A002');
    await settled();
    link.cut();
    // The second one never began: as after a cut of power, its file says so.
    const jobs = openJobFolder(folder);
    const kept = jobs.all().find(({ job }) => (job.document as { number: string }).number === 'A002');
    writeSynced(
      join(folder, `${kept?.job.jobId}.json`),
      JSON.stringify({ ...kept, begun: false, outcome: null }),
    );
    host = new ScriptedHost();
    startAgent();
    connect();
    await settled();
    expect(host.papers).toEqual(['A002']);
    expect(second.outcome).toEqual({ state: 'printed', paperMm: 100 });
  });
  it('that was on its way when the power went may be out, and is said to be so', async () => {
    host.isPrinting = false;
    connect();
    await settled();
    const seen = printing('A001');
    await settled();
    link.cut();
    host = new ScriptedHost();
    startAgent();
    connect();
    await settled();
    expect(seen.outcome).toEqual({ state: 'failed', reason: 'connection-lost', mayHavePrinted: true });
    expect(host.papers).toEqual([]);
  });
  it('that the server no longer wants is not printed', async () => {
    host.isPrinting = false;
    connect();
    await settled();
    printing('A001');
    await settled();
    await far.close();
    far = farHost(server.context, { changed() {}, pressed() {}, scanned() {} });
    const jobs = openJobFolder(folder);
    for (const each of jobs.all())
      writeSynced(
        join(folder, `${each.job.jobId}.json`),
        JSON.stringify({ ...each, begun: false, outcome: null }),
      );
    host = new ScriptedHost();
    startAgent();
    connect();
    await settled();
    expect(host.papers).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
  it('whose agent stays away is given up as uncertain, not as good', async () => {
    host.isPrinting = false;
    connect();
    await settled();
    const seen = printing('A001');
    await settled();
    link.cut();
    for (let seconds = 0; seconds < 120; seconds += 5) server.clock.pass(5_000);
    await settled();
    expect(seen.outcome).toEqual({ state: 'unconfirmed', reason: 'agent-away' });
  });
  it('is refused where the disk is full, and another printer may have it', async () => {
    const full = () => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    };
    await agent.close();
    startAgent(openJobFolder(folder, full));
    connect();
    await settled();
    const seen = printing('A001');
    await settled();
    expect(seen.outcome).toEqual({ state: 'failed', reason: 'agent-disk-full', mayHavePrinted: false });
    expect(host.papers).toEqual([]);
  });
});

describe('the folder of papers', () => {
  it('passes over what was never whole, and keeps the order', () => {
    const jobs = openJobFolder(folder);
    for (const jobId of ['j-2', 'j-1', 'j-3']) jobs.keep({ jobId, printerId: 'p', document: ticket(jobId) });
    writeFileSync(join(folder, 'j-4.json'), '{"job":');
    writeFileSync(join(folder, 'j-5.json.new'), 'half');
    expect(
      openJobFolder(folder)
        .all()
        .map(({ job }) => job.jobId),
    ).toEqual(['j-2', 'j-1', 'j-3']);
    expect(readdirSync(folder).sort()).toEqual(['j-1.json', 'j-2.json', 'j-3.json', 'j-5.json.new']);
  });
  it('has a bound', () => {
    mkdirSync(join(folder, 'many'));
    const jobs = openJobFolder(join(folder, 'many'), () => {});
    for (let each = 0; each < 500; each += 1)
      jobs.keep({ jobId: `j-${each}`, printerId: 'p', document: ticket('A') });
    expect(() => jobs.keep({ jobId: 'one-more', printerId: 'p', document: ticket('A') })).toThrow('too many');
  });
});

it('however links break and agents start anew, no number is on two papers, and one that is on none is said to be so', async () => {
  type Mishap = 'cut' | 'connect' | 'restart' | 'print' | 'hold' | 'let-go' | 'lose-answers';
  const mishaps = fc.array(
    fc.constantFrom<Mishap>(
      'print',
      'print',
      'connect',
      'connect',
      'cut',
      'restart',
      'hold',
      'let-go',
      'lose-answers',
    ),
    { maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(mishaps, async (course) => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      const papers: string[] = [];
      const seen = new Map<string, PrintOutcome | null>();
      const newHost = () => {
        host = new ScriptedHost();
        // Papers of every machine that ever was.
        host.papers.push = (...numbers: string[]) => papers.push(...numbers);
      };
      newHost();
      startAgent();
      far = farHost(server.context, { changed() {}, pressed() {}, scanned() {} });
      await far.apply(devices);
      link = linkPair();
      for (const mishap of course) {
        if (mishap === 'cut') link.cut();
        else if (mishap === 'connect') {
          link.cut();
          connect();
        } else if (mishap === 'restart') {
          link.cut();
          // A machine that is switched off prints nothing any more.
          host.papers.push = () => 0;
          newHost();
          startAgent();
        } else if (mishap === 'hold') host.isPrinting = false;
        else if (mishap === 'let-go') host.letGo();
        else if (mishap === 'lose-answers') link.loseAnswers();
        else {
          const number = `A${seen.size}`;
          seen.set(number, null);
          void far.print('p', ticket(number)).then((outcome) => seen.set(number, outcome));
        }
        await settled();
      }
      link.cut();
      host.letGo();
      connect();
      await settled();
      host.letGo();
      await settled();
      expect(papers).toHaveLength(new Set(papers).size);
      for (const [number, outcome] of seen) {
        expect(outcome).not.toBeNull();
        if (outcome?.state === 'printed') expect(papers).toContain(number);
        if (outcome?.state === 'failed' && !outcome.mayHavePrinted) expect(papers).not.toContain(number);
      }
    }),
    { numRuns: 150 },
  );
});
