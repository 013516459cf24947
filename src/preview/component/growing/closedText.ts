import type { ComponentJob } from '../../../app/preview/componentPorts.ts';
import { closedReact } from './closedReact.ts';
import { closedSvelte } from './closedSvelte.ts';
import { closedVue } from './closedVue.ts';

/**
 * A component's text as it is rendered: while it is still being written, with all closed that is open. What is whole comes
 * out as it is.
 */
export async function closedText({
  kind,
  path,
  text,
  underWay,
}: Pick<ComponentJob, 'kind' | 'path' | 'text' | 'underWay'>): Promise<string> {
  if (!underWay) return text;
  switch (kind) {
    case 'react':
      return await closedReact(path, text);
    case 'vue':
      return await closedVue(text);
    case 'svelte':
      return await closedSvelte(text);
  }
}
