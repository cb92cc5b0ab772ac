// `npm run verify -- [--data DIR]`: reads a journal through and names the first bad row.
import { prepare } from './prepare.mjs';

await prepare();
await import('../dist/server/journal/verify-command.js');
