import type { PageFault } from '../../../shared/previewView.ts';
import type { ReadText, RenderTarget } from '../componentFramework.ts';
import { lastComponentExport } from '../runtime/chosenComponent.ts';
import { lastComponentName } from './componentName.ts';
import { type FileCompilers, type ModuleCode, moduleCode } from './moduleCode.ts';
import { endingOf } from './modulePath.ts';

type Made = ModuleCode | { readonly fault: PageFault };

/** What a module is wanted for. */
export interface ModuleUse {
  readonly target: RenderTarget;
  /** Whether the module's own component is wanted, exported or not. */
  readonly isEntry: boolean;
  /** Files whose types decide about the code. */
  readonly read: ReadText;
}

interface Kept {
  readonly bytes: Uint8Array;
  readonly made: Made;
  /** What else was read for it. */
  readonly asked: ReadonlyMap<string, string | null>;
}

/** More compiled modules are not kept. */
const mostModules = 600;

/** Compiled modules by their path and text: what has not changed is not compiled again. */
export class ModuleCache {
  readonly #made = new Map<string, Kept>();
  readonly #compilerFor: (ending: string) => Promise<FileCompilers>;

  /** @param compilerFor the compiler of files with this ending, if it is one that has its own */
  constructor(compilerFor: (ending: string) => Promise<FileCompilers>) {
    this.#compilerFor = compilerFor;
  }

  async code(path: string, bytes: Uint8Array, { target, isEntry, read }: ModuleUse): Promise<Made> {
    const key = `${target} ${isEntry} ${path}`;
    const known = this.#made.get(key);
    if (known !== undefined && areEqual(known.bytes, bytes) && (await isAsAsked(known, read))) return known.made;
    const asked = new Map<string, string | null>();
    const reading: ReadText = async (other) => {
      const text = await read(other);
      asked.set(other, text);
      return text;
    };
    const compiled = await moduleCode(path, bytes, target, await this.#compilerFor(endingOf(path)), reading);
    const made = isEntry && !('fault' in compiled) ? withLastComponent(path, bytes, compiled) : compiled;
    if (this.#made.size >= mostModules) this.#made.clear();
    this.#made.set(key, { bytes, made, asked });
    return made;
  }
}

/** Has a module without exports give the last component that it declares. */
function withLastComponent(path: string, bytes: Uint8Array, made: ModuleCode): ModuleCode {
  if (!/\.[mc]?[jt]sx?$/i.test(path)) return made;
  const name = lastComponentName(new TextDecoder().decode(bytes));
  if (name === null) return made;
  const line = `;if(Object.keys(exports).length===0&&typeof ${name}!=='undefined')exports.${lastComponentExport}=${name};`;
  return { ...made, code: `${made.code}\n${line}` };
}

async function isAsAsked({ asked }: Kept, read: ReadText): Promise<boolean> {
  for (const [path, text] of asked) if ((await read(path)) !== text) return false;
  return true;
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && Buffer.compare(one, other) === 0;
}
