import type { PageNote } from '../../../shared/previewView.ts';
import { joinedPath, parentFolders } from './modulePath.ts';
import type { ProjectFiles } from './projectFiles.ts';

/**
 * That the project asks for another major version of a framework than the one it is shown with; null where it does not,
 * or does not say.
 *
 * @param from path of a file of the project
 */
export async function versionNote(
  { name, shown }: { readonly name: string; readonly shown: string },
  from: string,
  files: ProjectFiles,
): Promise<PageNote | null> {
  for (const folder of parentFolders(from)) {
    const manifest = await files.json(joinedPath(folder, 'package.json') ?? '');
    if (manifest === null) continue;
    const declared = [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies]
      .map((group) => (typeof group === 'object' && group !== null ? Reflect.get(group, name) : undefined))
      .find((range) => typeof range === 'string');
    if (declared === undefined) continue;
    const wanted = String(declared);
    return mayMean(wanted, majorOf(shown)) ? null : { kind: 'version', name, wanted, shown };
  }
  return null;
}

/** Whether a range may mean a major version: one of its alternatives says so, or it says nothing of the kind. */
function mayMean(range: string, major: string): boolean {
  if (/^(?:npm|file|link|workspace|catalog|git|https?|github)\b/.test(range)) return true;
  const alternatives = range.split('||').map((each) => each.trim());
  return alternatives.some((each) => {
    const named = /\d+/.exec(each)?.[0];
    if (named === undefined) return true;
    return each.startsWith('>') ? Number(named) <= Number(major) : named === major;
  });
}

function majorOf(version: string): string {
  return /\d+/.exec(version)?.[0] ?? '';
}
