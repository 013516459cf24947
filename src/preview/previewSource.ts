import type { PreviewSource } from '../app/preview/previewPorts.ts';
import { renderHtml } from './renderHtml.ts';
import { renderSvg } from './renderSvg.ts';

/** What can be rendered. Components need their compilers. */
export const previewSource: PreviewSource = {
  html: renderHtml,
  svg: renderSvg,
  react: null,
  vue: null,
  svelte: null,
};
