// `npm run simulate -- --speed 60`: runs the invented day against a running server.
import { prepare } from './prepare.mjs';

await prepare();
await import('../dist/server/simulation/simulate-command.js');
