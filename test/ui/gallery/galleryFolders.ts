import { join } from 'node:path';
import type { GalleryFolders } from './galleryPage.ts';

const root = join(import.meta.dirname, '../../..');

/** The build of this checkout, and the themes of the newest VS Code that the tests have installed. */
export const galleryFolders: GalleryFolders = {
  dist: join(root, 'dist'),
  themes: join(root, '.vscode-test/1.139.1/node_modules/code-server/lib/vscode/extensions/theme-defaults/themes'),
};
