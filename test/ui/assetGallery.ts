import { AssetGalleryPage } from './gallery/assetGalleryPage.ts';
import { assetScenes } from './gallery/assetScenes.ts';
import { takeGallery } from './gallery/takeGallery.ts';

/**
 * Takes pictures of an image asset's panel in every state and theme, from the built bundle and without VS Code, to be
 * looked at by whoever changes it.
 *
 *   node test/ui/assetGallery.ts [scene …] [--theme=dark] [--width=1100]
 */
await takeGallery(assetScenes, (options) => AssetGalleryPage.open(options));
