// What the project is measured against: express or socket.io with one synced SQLite insert and nothing else. `bytes` of a
// press asks for a broadcast of about that length; the page writes what was broadcast into one element.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { Server } from 'socket.io';
import { DatabaseSync } from '../../server/journal/sqlite.ts';

const page = `<!doctype html><title>bare</title><p id="number">–</p><script src="/live/socket.io.min.js"></script><script>
io({ path: '/live', transports: ['websocket'] }).on('shown', (body) => {
  document.getElementById('number').textContent = body.index;
});
</script>`;

export async function bareServer(folder: string): Promise<{ url: string; close(): Promise<void> }> {
  const db = new DatabaseSync(join(folder, 'bare.sqlite'));
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT)',
  );
  const insert = db.prepare('INSERT INTO rows (body) VALUES (?)');
  const app = express();
  app.use(express.json());
  app.post('/', (request, response) => {
    insert.run(JSON.stringify(request.body));
    response.status(201).json({ ok: true });
  });
  app.get('/', (_request, response) => void response.type('html').send(page));
  const http = createServer(app);
  const io = new Server(http, { path: '/live' });
  io.on('connection', (socket) => {
    socket.on('press', (body: { readonly index: number; readonly bytes?: number }) => {
      insert.run(JSON.stringify(body));
      const { index, bytes = 0 } = body;
      io.emit('shown', bytes === 0 ? body : { filler: 'x'.repeat(bytes), index });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async close() {
      await io.close();
      db.close();
    },
  };
}
