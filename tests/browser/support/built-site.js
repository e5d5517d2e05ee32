// Where does the built site lie that tests and measurements run against? Exports dist.

import { fileURLToPath } from 'node:url';

/** The built site under test. */
export const dist =
  process.env.MEDCODE_DIST ?? fileURLToPath(new URL('../../../dist', import.meta.url));
