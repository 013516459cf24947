import type { ComponentRenderer, ComponentWords } from '../app/preview/componentPorts.ts';
import type { PreviewSource } from '../app/preview/previewPorts.ts';
import { componentPages } from './component/componentPage.ts';
import { renderHtml } from './renderHtml.ts';
import { renderSvg } from './renderSvg.ts';

/**
 * What can be rendered.
 *
 * @param components compiles and runs components, loaded when the first one is to be shown
 */
export function previewSource(components: ComponentRenderer, words: ComponentWords): PreviewSource {
  return {
    html: renderHtml,
    svg: renderSvg,
    react: componentPages('react', components, words),
    vue: null,
    svelte: null,
  };
}
