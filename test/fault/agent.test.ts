// The agent as a process of its own beside a real server: paired by the code it shows, prints on its own machine's printer,
// goes on while the server is gone, and says so when the server does not know it.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PrinterSimulator, startPrinterSimulator } from '../../hardware/simulator/printer-simulator.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { soon } from '../support/driver-bench.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

const program = fileURLToPath(new URL('../../dist/hardware/agent/agent-command.js', import.meta.url));
let centre: RunningCentre;
let printer: PrinterSimulator;
let folder: string;
let agent: ChildProcess | null = null;
let said = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'denluot-agent-process-'));
  centre = await startCentre({ sample: 'commune' });
  printer = await startPrinterSimulator({ widthDots: 576, now: () => Date.now() });
});
afterEach(async () => {
  await stopAgent();
  await centre.stop();
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

const startAgent = (server = centre.url) => {
  said = '';
  const child = spawn(process.execPath, [program, '--server', server, '--data', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const hear = (bytes: Buffer) => {
    said += bytes.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  agent = child;
};
const stopAgent = () =>
  new Promise<void>((resolve) => {
    if (agent === null || agent.exitCode !== null || agent.signalCode !== null) return resolve();
    agent.once('exit', () => resolve());
    agent.kill('SIGTERM');
  });
/** What the technician asks for; gives status and body. */
type Technician = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ status: number; body: unknown }>;
const technicianAt = async (url: string): Promise<Technician> => {
  const headers = { 'content-type': 'application/json' };
  const session = JSON.stringify({ username: 'quantri', password: 'denluot' });
  const signedIn = await fetch(`${url}/api/v1/session`, { method: 'POST', headers, body: session });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return async (method, path, body) => {
    const response = await fetch(url + path, {
      ...{ method, headers: { ...headers, cookie } },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
};
/** Pairs the agent and gives it the only printer of the centre; settles when that is well. */
const paired = async (): Promise<Technician> => {
  startAgent();
  await soon(() => expect(said).toMatch(/Pairing code: \d{6}/));
  const code = /Pairing code: (\d{6})/.exec(said)?.[1] ?? '';
  const technician = await technicianAt(centre.url);
  const approved = await technician('POST', '/api/v1/devices/pair/approve', { code, name: 'Máy kiosk' });
  const { deviceId: agentId } = approved.body as { deviceId: string };
  await soon(() => expect(said).toContain('Connected'));
  const setup = (await technician('GET', '/api/v1/setup')).body as Setup;
  const [first] = setup.devices.printers;
  const edited = {
    ...setup,
    devices: { ...setup.devices, printers: [{ ...first, agentId, address: printer.address }] },
  };
  expect((await technician('PUT', '/api/v1/setup', edited)).status).toBe(200);
  await soon(() => expect(printerStatus()).toMatchObject({ grade: 'good' }));
  return technician;
};
const printerStatus = () => centre.app.devices.list().find(({ kind }) => kind === 'printer')?.status;
const take = async (): Promise<string> => {
  const serviceId = centre.app.floor.rules.setup.services[0]?.id;
  const taken = await centre.hall.command<{ ticket: { id: string } }>('/api/v1/tickets', { serviceId });
  return taken.ok ? taken.body.ticket.id : '';
};

it('is paired by its code, prints here what is issued there, and is missed when it goes', async () => {
  await paired();
  const id = await take();
  await soon(() => expect(centre.app.devices.printOf(id)).toMatchObject({ state: 'printed', copies: 1 }));
  expect(printer.papers()).toHaveLength(1);
  await stopAgent();
  await soon(() => expect(printerStatus()).toMatchObject({ grade: 'absent', reason: 'agent-away' }));
  // Issued while the agent is away: printed once, when it is back.
  const later = await take();
  await soon(() =>
    expect(centre.app.devices.printOf(later)).toMatchObject({ state: 'failed', reason: 'agent-away' }),
  );
  startAgent();
  await soon(() => expect(printer.papers()).toHaveLength(2));
  await soon(() => expect(centre.app.devices.printOf(later)).toMatchObject({ state: 'printed', copies: 1 }));
  expect(said).not.toContain('Pairing code');
});

it('of a server that does not know it any more says what to do', async () => {
  const technician = await paired();
  const setup = (await technician('GET', '/api/v1/setup')).body as Setup;
  const printers = setup.devices.printers.map(({ agentId: _agent, ...rest }) => ({
    ...rest,
    address: 'simulator',
  }));
  await technician('PUT', '/api/v1/setup', {
    ...setup,
    devices: { ...setup.devices, printers, screens: [] },
  });
  await stopAgent();
  startAgent();
  await soon(() => expect(said).toContain('does not know this machine any more'));
});

it('of a server that is not there tries again and says so; without an address it says how it is called', async () => {
  startAgent('http://127.0.0.1:9');
  await soon(() => expect(said).toContain('not reached. Trying again.'));
  await stopAgent();
  startAgent('nonsense');
  await new Promise((resolve) => agent?.once('exit', resolve));
  expect(said).toContain('npm run agent -- --server');
  expect(agent?.exitCode).toBe(2);
});
