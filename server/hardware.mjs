// `npm run hardware -- …` and `npm run simulators -- …`: the small commands of this room.
import { prepare } from './prepare.mjs';

const [command = 'command'] = process.argv.splice(2, 1);
await prepare();
await import(`../dist/hardware/${command}.js`);
