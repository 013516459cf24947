import { PreviewGalleryPage } from './gallery/previewGalleryPage.ts';
import { previewScenes } from './gallery/previewScenes.ts';
import { takeGallery } from './gallery/takeGallery.ts';

/**
 * Takes pictures of the preview in every state and theme, from the built bundle and without VS Code, to be looked at by
 * whoever changes it.
 *
 *   node test/ui/previewGallery.ts [scene …] [--theme=dark] [--width=1100]
 */
await takeGallery(previewScenes, (options) => PreviewGalleryPage.open(options));
