import type { ComponentRenderer, ComponentWords, FrameworkKind } from '../app/preview/componentPorts.ts';
import type { DocumentRenderer, PreviewSource } from '../app/preview/previewPorts.ts';
import { componentPages } from './component/componentPage.ts';
import { renderSvg } from './renderSvg.ts';
import { htmlPages } from './tailwind/htmlPages.ts';
import { tellingUnseen } from './unseen.ts';

/**
 * What can be rendered.
 *
 * @param components compiles and runs components, loaded when the first one is to be shown
 */
export function previewSource(components: ComponentRenderer & DocumentRenderer, words: ComponentWords): PreviewSource {
  const component = (kind: FrameworkKind) => tellingUnseen(componentPages(kind, components, words), words);
  return {
    html: tellingUnseen(htmlPages(components, words), words),
    svg: renderSvg,
    react: component('react'),
    vue: component('vue'),
    svelte: component('svelte'),
  };
}
