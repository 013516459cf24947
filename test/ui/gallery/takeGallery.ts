import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../vscode/launchBrowser.ts';
import type { BuiltPageOptions } from './builtPage.ts';
import { galleryFolders } from './galleryFolders.ts';
import { galleryThemes } from './galleryThemes.ts';

/** A page that can be put into states. */
interface GalleryPage<Scene> {
  readonly page: Page;
  /** What its console said, and what it did that its policy forbids. */
  readonly faults: readonly string[];
  showScene(scene: Scene): Promise<void>;
  close(): Promise<void>;
}

/**
 * Takes whole-page pictures of scenes in every theme, into `out/screenshots/gallery`. The command line can name scenes,
 * one theme (`--theme=dark`) and a width (`--width=320`).
 */
export async function takeGallery<Scene extends { readonly name: string }>(
  scenes: readonly Scene[],
  open: (options: Omit<BuiltPageOptions, 'panel'>) => Promise<GalleryPage<Scene>>,
): Promise<void> {
  const given = process.argv.slice(2);
  const option = (name: string) => given.find((text) => text.startsWith(`--${name}=`))?.slice(name.length + 3);
  const wanted = given.filter((text) => !text.startsWith('--'));
  const width = Number(option('width') ?? 1100);
  const pictures = join(import.meta.dirname, '../../../out/screenshots/gallery');
  await mkdir(pictures, { recursive: true });
  const { context, close } = await launchBrowser();
  try {
    for (const theme of galleryThemes.filter(({ name }) => [undefined, name].includes(option('theme')))) {
      for (const scene of scenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
        const shown = await open({ context, theme, size: { width, height: 860 }, dist: galleryFolders.dist });
        await shown.showScene(scene);
        const path = join(pictures, `${scene.name}.${theme.name}.${width}.png`);
        await shown.page.screenshot({ path, fullPage: true });
        for (const fault of shown.faults) console.log(`${scene.name} (${theme.name}): ${fault}`);
        await shown.close();
      }
    }
  } finally {
    await close();
  }
}
