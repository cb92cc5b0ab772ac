// The rooms of the house keep their doors shut: every import of every source file is held against the table of rooms, and
// planted violations show that the check would see one.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFaults } from './import-faults.ts';
import { pureRooms, roomRules } from './room-rules.ts';
import { parsed, root, sourceFiles } from './source-file.ts';

const files = sourceFiles();
const faultsIn = (filePath: string, text: string) => importFaults(parsed(filePath, text)).length;

describe('the source', () => {
  it('is found in every room of the table', () => {
    for (const { room } of roomRules)
      expect(
        existsSync(path.join(root, room)) || files.some((file) => file.path.startsWith(`${room}/`)),
        `room ${room} is gone`,
      ).toBe(true);
    for (const room of pureRooms) expect(existsSync(path.join(root, room)), `${room} is gone`).toBe(true);
    expect(files.length).toBeGreaterThan(100);
  });
  it('imports only what its room may import', () => {
    expect(files.flatMap(importFaults)).toEqual([]);
  });
});

describe('a planted violation is seen', () => {
  it.each([
    ['protocol/ids.ts', "import type { Ticket } from '../server/domain/branch-state.ts';"],
    ['protocol/ids.ts', "import { useState } from 'react';"],
    ['protocol/ids.ts', "import { ask } from './client/ask.ts';"],
    ['protocol/ids.ts', "import { createHash } from 'node:crypto';"],
    ['protocol/client/ask.ts', "import express from 'express';"],
    ['protocol/locales/vi/kiosk.ts', "import { z } from 'zod';"],
    ['protocol/locales/vi/kiosk.ts', "import { ask } from '../../client/ask.ts';"],
    ['hardware/led/boards.ts', "import type { Setup } from '../../server/setup/setup-store.ts';"],
    ['hardware/led/boards.ts', "import { floor } from '../../server/domain/queue.ts';"],
    ['hardware/led/boards.ts', "import { io } from 'socket.io-client';"],
    ['server/domain/queue.ts', "import { readFileSync } from 'node:fs';"],
    ['server/domain/queue.ts', "import { z } from 'zod';"],
    ['server/domain/queue.ts', "import type { Floor } from '../application/floor-port.ts';"],
    ['server/domain/queue.ts', "import { textPage } from '../../protocol/locales/text-page.ts';"],
    ['server/domain/queue.ts', "import path from 'path';"],
    ['server/application/floor.ts', "import { openJournal } from '../journal/sqlite-journal.ts';"],
    ['server/application/floor.ts', "import { readFileSync } from 'node:fs';"],
    ['server/application/views/hall-view.ts', "import { createHash } from 'node:crypto';"],
    ['server/journal/read-models.ts', "import { newFold } from '../domain/evolve.ts';"],
    ['server/journal/read-models.ts', "import { createFloor } from '../application/floor.ts';"],
    ['server/journal/read-models.ts', "import type { Setup } from '../setup/setup-store.ts';"],
    ['server/setup/setup-store.ts', "import { openDatabase } from '../journal/sqlite.ts';"],
    ['server/reports/report.ts', "import { openDatabase } from '../journal/sqlite.ts';"],
    ['server/reports/report.ts', "import { decide } from '../domain/decide.ts';"],
    ['server/web/web.ts', "import { createDevices } from '../devices/devices.ts';"],
    ['server/web/web.ts', "import { decide, type DomainEvent } from '../domain/decide.ts';"],
    ['server/web/web.ts', "import { escpos } from '../../hardware/printer/printers.ts';"],
    ['server/web/web.ts', "import { startApp } from '../app.ts';"],
    ['server/devices/devices.ts', "import { web } from '../web/web.ts';"],
    ['server/simulation/run-day.ts', "import { decide } from '../domain/decide.ts';"],
    ['server/simulation/run-day.ts', "import { openSqliteJournal } from '../journal/sqlite-journal.ts';"],
    ['server/simulation/play/player.ts', "import { readFileSync } from 'node:fs';"],
    ['server/simulation/play/player.ts', "import { createFloor } from '../../application/floor.ts';"],
    ['server/simulation/play/player.ts', "import { readRecordedDay } from '../../journal/recorded-day.ts';"],
    ['server/simulation/play/player.ts', "import { centreClient } from '../centre-client.ts';"],
    ['server/main.ts', "import { openJournal } from './journal/sqlite-journal.ts';"],
    ['kiosk-ui/main.tsx', "import { hall } from '../display-ui/hall/hall-page.tsx';"],
    ['kiosk-ui/main.tsx', "import type { Ticket } from '../server/domain/branch-state.ts';"],
    ['display-ui/main.tsx', "import { boards } from '../hardware/led/boards.ts';"],
    ['counter-ui/main.tsx', "import { z } from 'zod';"],
    ['counter-ui/main.tsx', "import '../kiosk-ui/kiosk.css';"],
    ['counter-ui/main.tsx', "import { given } from '../test/support/given.ts';"],
    ['server/extra.ts', ''],
    ['tools/extra.ts', ''],
  ])('%s: %s', (filePath, text) => {
    expect(faultsIn(filePath, `${text}\n`)).toBe(1);
  });
  it.each([
    ['handed on', "export { openDatabase } from '../journal/sqlite.ts';"],
    ['handed on whole', "export * from '../journal/sqlite.ts';"],
    ['handed on as types', "export type * from '../journal/sqlite.ts';"],
    ['loaded later', "const later = await import('../journal/sqlite.ts');"],
    ['loaded later, in a template', 'const later = await import(`../journal/sqlite.ts`);'],
    ['made up while running', "const later = await import('../jour' + 'nal/sqlite.ts');"],
    ['named as a type', "type Database = import('../journal/sqlite.ts').Database;"],
    ['required', "const database = require('../journal/sqlite.ts');"],
    ['for its effect', "import '../journal/sqlite.ts';"],
    ['as text', "import text from '../journal/sqlite.ts?raw';"],
    ['over many lines', "import {\n  openDatabase,\n} from\n  '../journal/sqlite.ts';"],
    ['by way of elsewhere', "import { openDatabase } from '../../server/journal/sqlite.ts';"],
  ])('however it is written: %s', (_how, text) => {
    expect(faultsIn('server/domain/queue.ts', text)).toBe(1);
  });
});

describe('what the table allows is let through', () => {
  it.each([
    ['server/domain/queue.ts', "import type { CounterId } from '../../protocol/ids.ts';"],
    [
      'server/journal/read-models.ts',
      "import { type DomainEvent, type EventOf } from '../domain/events.ts';",
    ],
    ['server/journal/read-models.ts', "import { JournalUnavailable } from '../application/journal-port.ts';"],
    ['server/app.ts', "import { openJournal } from './journal/sqlite-journal.ts';"],
    ['server/simulation/play/player.ts', "import { decide } from '../../domain/decide.ts';"],
    ['server/simulation/play-sources.ts', "import { readRecordedDay } from '../journal/recorded-day.ts';"],
    [
      'kiosk-ui/main.tsx',
      "import '../protocol/look/base.css'; import { createRoot } from 'react-dom/client';",
    ],
    ['test/domain/x.test.ts', "import { decide } from '../../server/domain/decide.ts'; import 'express';"],
    ['server/domain/queue.ts', "// import { z } from 'zod';\nconst text = \"import { z } from 'zod'\";"],
  ])('%s: %s', (filePath, text) => {
    expect(importFaults(parsed(filePath, text))).toEqual([]);
  });
});
