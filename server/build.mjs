// `npm run build`: builds even where nothing changed.
import { build, install } from './prepare.mjs';

install();
build({ always: true });
