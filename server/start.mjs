// `npm start` and `npm run demo`: makes the clone ready, then starts the compiled server with the same options.
import { prepare } from './prepare.mjs';

await prepare();
await import('../dist/server/main.js');
