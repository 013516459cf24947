import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../vscode/launchBrowser.ts';
import { galleryFolders } from './gallery/galleryFolders.ts';
import { galleryThemes } from './gallery/galleryThemes.ts';
import { PreviewGalleryPage } from './gallery/previewGalleryPage.ts';
import { previewScenes } from './gallery/previewScenes.ts';

/**
 * Takes pictures of the preview in every state and theme, from the built bundle and without VS Code, to be looked at by
 * whoever changes it.
 *
 *   node test/ui/previewGallery.ts [scene …] [--theme=dark] [--width=1100]
 */
const argumentsGiven = process.argv.slice(2);
const option = (name: string) => argumentsGiven.find((text) => text.startsWith(`--${name}=`))?.slice(name.length + 3);
const wanted = argumentsGiven.filter((text) => !text.startsWith('--'));
const width = Number(option('width') ?? 1100);
const pictures = join(import.meta.dirname, '../../out/screenshots/gallery');

await mkdir(pictures, { recursive: true });
const { context, close } = await launchBrowser();
try {
  for (const theme of galleryThemes.filter(({ name }) => [undefined, name].includes(option('theme')))) {
    for (const scene of previewScenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      const size = { width, height: 860 };
      const preview = await PreviewGalleryPage.open({ context, theme, size, dist: galleryFolders.dist });
      await preview.showScene(scene);
      await preview.page.screenshot({
        path: join(pictures, `${scene.name}.${theme.name}.${width}.png`),
        fullPage: true,
      });
      for (const fault of preview.faults) console.log(`${scene.name} (${theme.name}): ${fault}`);
      await preview.close();
    }
  }
} finally {
  await close();
}
