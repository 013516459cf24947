import type { UiProject } from './uiProject.ts';
import type { UiKind, UiTarget } from './uiTarget.ts';

/** From where an interface is asked for. */
export interface AskedFrom {
  /** In what the file that was asked from is written; null when it has no interface, or there is no file. */
  readonly own: UiKind | null;
  readonly hasSelection: boolean;
  /** True when the file as a whole is meant: chosen in the explorer, or with nothing in it yet. */
  readonly meansFile: boolean;
  /** False without a folder that a new file could go into. */
  readonly canMakeFiles: boolean;
}

/** Every target that makes sense, the likeliest first. Never empty as long as files can be made. */
export function targetChoices(from: AskedFrom, project: UiProject): readonly UiTarget[] {
  const { own, hasSelection, meansFile, canMakeFiles } = from;
  const [likeliest, ...others] = canMakeFiles ? newFiles(own, project) : [];
  const newFile = likeliest === undefined ? [] : [likeliest];
  const selection = own !== null && hasSelection ? [{ ...own, place: 'selection' } as const] : [];
  const file = own === null ? [] : [{ ...own, place: 'file' } as const];
  const first = meansFile && !hasSelection ? [...file, ...newFile] : [...selection, ...newFile, ...file];
  return [...first, ...others];
}

/** A new file in the manner of the file or the project, then in every other. */
function newFiles(own: UiKind | null, project: UiProject): readonly UiTarget[] {
  const { typescript, tailwind } = project;
  const kinds: readonly UiKind[] = [
    ...(own === null ? [] : [own]),
    ...project.frameworks.map((framework) => ({ framework, typescript, tailwind })),
    // A page of its own has no build that would find its classes.
    { framework: 'html', typescript: false, tailwind: false },
    { framework: 'react', typescript: true, tailwind },
    { framework: 'react', typescript: false, tailwind },
    { framework: 'vue', typescript, tailwind },
    { framework: 'svelte', typescript, tailwind },
  ];
  const isSame = (one: UiKind, other: UiKind) =>
    one.framework === other.framework && (one.framework !== 'react' || one.typescript === other.typescript);
  return kinds
    .filter((kind, index) => kinds.findIndex((other) => isSame(kind, other)) === index)
    .map((kind) => ({ ...kind, tailwind: kind.framework !== 'html' && kind.tailwind, place: 'new-file' }));
}
