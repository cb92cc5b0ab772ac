// The program: reads its options, starts the centre, and ends it in order when it is told to.

import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { startApp } from './app.ts';
import { systemClock } from './application/clock.ts';
import { NoticesError } from './notices/notice-store.ts';
import { demoAccounts, hashPassword } from './setup/passwords.ts';
import { createFromSample, openSetupStore, SetupError } from './setup/setup-store.ts';

const usage = `Usage: npm start -- [--data DIR] [--host H] [--port N] [--sample NAME] [--demo] [--quiet-demo] [--set-passwords]`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: './data' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '8080' },
      sample: { type: 'string' },
      demo: { type: 'boolean', default: false },
      'quiet-demo': { type: 'boolean', default: false },
      'set-passwords': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new SetupError(`--port ${values.port} is not a port. ${usage}`);
  return { ...values, port };
}

/** Asks for a password for every account that still has the samples' known one; an empty line closes the account. */
async function setPasswords(dataDir: string, sample: string | undefined): Promise<void> {
  const file = join(dataDir, 'centre.json');
  if (sample !== undefined) createFromSample(file, sample);
  const store = openSetupStore(file);
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answers = lines[Symbol.asyncIterator]();
  const chosen = new Map<string, string | null>();
  for (const username of demoAccounts(store.current())) {
    process.stdout.write(`New password for ${username} (at least 8 characters; empty: may not sign in): `);
    const words = String((await answers.next()).value ?? '').trim();
    if (words !== '' && words.length < 8)
      throw new SetupError('A password needs at least 8 characters; nothing was changed.');
    chosen.set(username, words === '' ? null : await hashPassword(words));
  }
  lines.close();
  const staff = store.current().staff.map((each) => ({
    ...each,
    password: chosen.get(each.username) ?? (chosen.has(each.username) ? null : each.password),
  }));
  const kept = store.replace({ ...store.current(), staff });
  console.log(
    kept.ok
      ? `${chosen.size} passwords set.`
      : `Nothing was changed: ${kept.errors[0]?.path}: ${kept.errors[0]?.message}`,
  );
}

async function main(): Promise<void> {
  const { data, host, port, sample, demo, ...options } = readOptions();
  if (options['set-passwords']) return setPasswords(data, sample);
  const log = (level: string, message: string, details: Record<string, unknown> = {}) => {
    if (level !== 'info')
      console.error(JSON.stringify({ at: new Date().toISOString(), level, message, ...details }));
  };
  const app = await startApp({
    dataDir: data,
    host,
    port,
    sample: sample ?? null,
    demo,
    lively: demo && !options['quiet-demo'],
    estimating: 'thread',
    clock: systemClock,
    log,
  });
  const beyond = demo && !['127.0.0.1', 'localhost', '::1'].includes(host);
  if (beyond)
    console.error(
      'Warning: this demonstration is reachable from other machines and its passwords are known to everybody.',
    );
  console.log(`Đến Lượt is running: open ${app.url}/ in a browser. Ctrl+C ends it.`);
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) process.exit(1);
      ending = true;
      void app.close().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  const portTaken =
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';
  if (error instanceof SetupError || error instanceof NoticesError) console.error(error.message);
  else if (portTaken) console.error('The port is taken by another program; choose another one with --port.');
  else if (error instanceof TypeError && 'code' in error) console.error(`${error.message}. ${usage}`);
  else console.error(error);
  process.exit(2);
});
