import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { launchBrowser } from '../vscode/launchBrowser.ts';
import { galleryFolders } from './gallery/galleryFolders.ts';
import { GalleryPage } from './gallery/galleryPage.ts';
import { galleryScenes } from './gallery/galleryScenes.ts';
import { galleryThemes } from './gallery/galleryThemes.ts';

/**
 * Takes pictures of the comparison panel in every state and theme, from the built bundle and without VS Code, to be
 * looked at by whoever changes it.
 *
 *   node test/ui/panelGallery.ts [scene …] [--theme=dark] [--dist=dist] [--themes=folder with VS Code's themes]
 */
const argumentsGiven = process.argv.slice(2);
const option = (name: string) => argumentsGiven.find((text) => text.startsWith(`--${name}=`))?.slice(name.length + 3);
const folders = {
  dist: resolve(option('dist') ?? galleryFolders.dist),
  themes: resolve(option('themes') ?? galleryFolders.themes),
};
const wanted = argumentsGiven.filter((text) => !text.startsWith('--'));
const pictures = join(import.meta.dirname, '../../out/screenshots/gallery');

await mkdir(pictures, { recursive: true });
const { context, close } = await launchBrowser();
try {
  for (const theme of galleryThemes.filter(({ name }) => [undefined, name].includes(option('theme')))) {
    for (const scene of galleryScenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      const size = scene.size ?? { width: 1280, height: 860 };
      const gallery = await GalleryPage.open({ context, theme, size, ...folders });
      const { page, faults } = gallery;
      await gallery.show(scene.view);
      for (const name of scene.press ?? []) await page.getByRole('button', { name, exact: true }).click();
      for (const key of scene.keys ?? []) await page.keyboard.press(key);
      // Colours come in idle time, and nothing says when the last of them is there.
      await page.waitForTimeout(900);
      await page.screenshot({ path: join(pictures, `${scene.name}.${theme.name}.png`) });
      for (const fault of faults) console.log(`${scene.name} (${theme.name}): ${fault}`);
      await gallery.close();
    }
  }
} finally {
  await close();
}
