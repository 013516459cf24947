import { plainStyles } from '../../../../src/preview/component/componentStyles.ts';
import { frameworks, ownCompilers } from '../../../../src/preview/component/frameworks.ts';
import { ModuleCache } from '../../../../src/preview/component/modules/moduleCache.ts';
import type { ComponentTools } from '../../../../src/preview/component/renderComponent.ts';
import { Sandbox } from '../../../../src/preview/component/sandbox/sandbox.ts';
import { propsFor } from '../../../../src/preview/props/propsFor.ts';
import type { BuiltComponents } from './builtComponents.ts';

/** What the thread renders components with, but for what a suite gives in its place; without Tailwind if not given. */
export async function componentTools(
  built: BuiltComponents,
  change: Partial<ComponentTools> = {},
): Promise<ComponentTools> {
  return {
    frameworks,
    sandbox: await Sandbox.load(await built.engine(), { memoryBytes: 96 * 1024 * 1024, deadline: 5000 }),
    cache: new ModuleCache(async (ending) =>
      ending === 'vue' || ending === 'svelte' ? { [ending]: await ownCompilers[ending]() } : {},
    ),
    willRun: () => {},
    runtime: (name) => built.runtime(name),
    data: propsFor,
    styles: plainStyles,
    ...change,
  };
}
