import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../vscode/launchBrowser.ts';
import { AssetGalleryPage } from './gallery/assetGalleryPage.ts';
import { assetScenes } from './gallery/assetScenes.ts';
import { galleryFolders } from './gallery/galleryFolders.ts';
import { galleryThemes } from './gallery/galleryThemes.ts';

/**
 * Takes pictures of an image asset's panel in every state and theme, from the built bundle and without VS Code, to be
 * looked at by whoever changes it.
 *
 *   node test/ui/assetGallery.ts [scene …] [--theme=dark] [--width=1100]
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
    for (const scene of assetScenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      const size = { width, height: 860 };
      const panel = await AssetGalleryPage.open({ context, theme, size, dist: galleryFolders.dist });
      await panel.showScene(scene);
      await panel.page.screenshot({
        path: join(pictures, `${scene.name}.${theme.name}.${width}.png`),
        fullPage: true,
      });
      for (const fault of panel.faults) console.log(`${scene.name} (${theme.name}): ${fault}`);
      await panel.close();
    }
  }
} finally {
  await close();
}
