import type { ComponentRenderer, ComponentWords } from '../app/preview/componentPorts.ts';
import type { PreviewSource } from '../app/preview/previewPorts.ts';
import { componentPages } from './component/componentPage.ts';
import { renderSvg } from './renderSvg.ts';
import { htmlPages } from './tailwind/htmlPages.ts';

/**
 * What can be rendered.
 *
 * @param components compiles and runs components, loaded when the first one is to be shown
 */
export function previewSource(components: ComponentRenderer, words: ComponentWords): PreviewSource {
  return {
    html: htmlPages(components),
    svg: renderSvg,
    react: componentPages('react', components, words),
    vue: componentPages('vue', components, words),
    svelte: componentPages('svelte', components, words),
  };
}
