import { SpendPage } from './gallery/spendPage.ts';
import { spendScenes } from './gallery/spendScenes.ts';
import { takeGallery } from './gallery/takeGallery.ts';

/**
 * Takes whole-page pictures of the spend dashboard in every state and theme, from the built bundle and without VS Code,
 * to be looked at by whoever changes it.
 *
 *   node test/ui/spendGallery.ts [scene …] [--theme=dark] [--width=1100]
 */
await takeGallery(spendScenes, (options) => SpendPage.open(options));
