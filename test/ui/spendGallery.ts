import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../vscode/launchBrowser.ts';
import { galleryFolders } from './gallery/galleryFolders.ts';
import { galleryThemes } from './gallery/galleryThemes.ts';
import { SpendPage } from './gallery/spendPage.ts';
import { spendScenes } from './gallery/spendScenes.ts';

/**
 * Takes whole-page pictures of the spend dashboard in every state and theme, from the built bundle and without VS Code,
 * to be looked at by whoever changes it.
 *
 *   node test/ui/spendGallery.ts [scene …] [--theme=dark] [--width=1100]
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
    for (const scene of spendScenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      const size = { width, height: 860 };
      const spend = await SpendPage.open({ context, theme, size, dist: galleryFolders.dist });
      await spend.showScene(scene);
      const path = join(pictures, `${scene.name}.${theme.name}.${width}.png`);
      await spend.page.screenshot({ path, fullPage: true });
      for (const fault of spend.faults) console.log(`${scene.name} (${theme.name}): ${fault}`);
      await spend.close();
    }
  }
} finally {
  await close();
}
