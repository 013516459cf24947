import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder: where package.json is, and what VS Code loads the extension from. */
export const projectFolder: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
