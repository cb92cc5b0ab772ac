// `npm run agent -- --server URL [--data DIR]`: lends this machine's printers, boards, keypads and scanners to a server. The
// first time it shows a code, which a technician types on the server's page of devices.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemContext } from '../system-context.ts';
import { createAgent } from './agent.ts';
import { openJobFolder } from './job-folder.ts';
import { connectAgent, keptIdentity, pair } from './server-connection.ts';

const usage = 'npm run agent -- --server http://SERVER:8080 [--data ./data/agent]';
const { values } = parseArgs({
  options: { server: { type: 'string' }, data: { type: 'string', default: './data/agent' } },
});

async function start(server: string): Promise<void> {
  const version = ownVersion();
  const stop = new AbortController();
  const context = systemContext((level, message, details) =>
    console.error(`${new Date().toISOString()} ${level} ${message} ${JSON.stringify(details ?? {})}`),
  );
  let lastSaid = '';
  const say = (words: string) => {
    if (words !== lastSaid) console.log(words);
    lastSaid = words;
  };
  const agent = createAgent({
    jobs: openJobFolder(join(values.data, 'jobs')),
    context,
    refused: (theirs) =>
      say(
        `The server runs another version (${theirs.version}, this agent ${version}): install the same one here. Trying again from time to time.`,
      ),
  });
  let connection: { close(): void } | null = null;
  const end = () => {
    stop.abort();
    connection?.close();
    void agent.close().then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  const identity =
    keptIdentity(values.data, server) ??
    (await pair(
      server,
      values.data,
      (words) =>
        say(
          'code' in words
            ? `Pairing code: ${words.code}. Type it on the page ${server}/devices.`
            : `${server} is ${words.trouble}. Trying again.`,
        ),
      stop.signal,
    ));
  connection = connectAgent(
    identity,
    version,
    (link) => agent.serve(link),
    (state) =>
      say(
        {
          connected: `Connected to ${server}.`,
          away: `${server} is not reached. Papers already here are printed; trying again.`,
          'not-paired': `${server} does not know this machine any more: remove ${join(values.data, 'agent.json')} and start again to pair it anew.`,
        }[state],
      ),
  );
}

function ownVersion(): string {
  const root = new URL(import.meta.url.includes('/dist/') ? '../../../' : '../../', import.meta.url);
  return (JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }).version;
}

const server = values.server?.replace(/\/+$/, '') ?? '';
if (!/^https?:\/\/[^/]+$/.test(server)) {
  console.error(usage);
  process.exitCode = 2;
} else
  start(server).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'AbortError') return;
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
