import { looksSecret } from '../edits/secretPaths.ts';

/** Code and what describes it, in an installed package: by name, with nothing in it that begins with a dot. */
const packagePath =
  /^(?:[^./\\][^/\\]*\/)*node_modules\/(?:\.pnpm\/node_modules\/)?(?:@[\w-][\w.-]*\/)?[\w-][\w.-]*\/(?:[\w@-][\w@.-]*\/)*[\w-][\w.-]*\.(?:js|cjs|mjs|json|css)$/;

/** Whether a path is that of an installed package's code, which a component may import and no model may read. */
export function isPackagePath(path: string): boolean {
  return packagePath.test(path) && !looksSecret(path);
}
