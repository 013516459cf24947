import type { FrameworkKind } from '../../../../src/app/preview/componentPorts.ts';
import { componentProps } from '../../../../src/preview/props/componentProps.ts';
import { writtenFields } from './writtenShape.ts';

const kinds: Readonly<Record<string, FrameworkKind>> = { tsx: 'react', jsx: 'react', vue: 'vue', svelte: 'svelte' };

/** The props that are found in a file, as TypeScript would say them; null where it takes none. */
export async function foundProps(
  path: string,
  text: string,
  files: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  const kind = kinds[path.slice(path.lastIndexOf('.') + 1)] ?? 'react';
  const { fields, takesProps } = await componentProps(kind, path, text, null, async (other) => files[other] ?? null);
  return takesProps ? writtenFields(fields) : null;
}
