import type { PageFault } from '../../../shared/previewView.ts';
import type { RenderTarget } from '../componentFramework.ts';
import { elementsExport, lastComponentExport } from '../runtime/chosenComponent.ts';
import { type Barrel, barrelOf } from './barrel.ts';
import { isEsModule } from './compileScript.ts';
import { elementNames } from './elementNames.ts';
import { lastComponentName } from './lastComponentName.ts';
import { type FileCompilers, type ModuleCode, moduleCode } from './moduleCode.ts';
import { compilerEnding } from './modulePath.ts';
import type { ProjectFiles } from './projectFiles.ts';

/** What modules are compiled for, and among what. */
interface CompileWorld {
  readonly target: RenderTarget;
  readonly files: ProjectFiles;
}

type Made = ModuleCode | { readonly fault: PageFault };

/** More compiled modules are not kept. */
const mostModules = 600;

/** Compiled modules by their path and text: what has not changed is not compiled again. */
export class ModuleCache {
  readonly #made = new Map<string, { readonly bytes: Uint8Array; readonly made: Made }>();
  readonly #barrels = new Map<string, { readonly bytes: Uint8Array; readonly barrel: Barrel | null }>();
  readonly #compilerFor: (ending: string) => Promise<FileCompilers>;

  /** @param compilerFor the compiler of files with this ending, if it is one that has its own */
  constructor(compilerFor: (ending: string) => Promise<FileCompilers>) {
    this.#compilerFor = compilerFor;
  }

  /** A module that only exports what others do; null for any other. */
  barrel(path: string, bytes: Uint8Array): Barrel | null {
    const known = this.#barrels.get(path);
    if (known !== undefined && areEqual(known.bytes, bytes)) return known.barrel;
    const text = new TextDecoder().decode(bytes);
    const barrel = isEsModule(path, text) ? barrelOf(text) : null;
    if (this.#barrels.size >= mostModules) this.#barrels.clear();
    this.#barrels.set(path, { bytes, barrel });
    return barrel;
  }

  /** @param isEntry whether the module's own component is wanted, exported or not */
  async code(path: string, bytes: Uint8Array, { target, files }: CompileWorld, isEntry: boolean): Promise<Made> {
    const key = `${target} ${isEntry} ${path}`;
    const known = this.#made.get(key);
    if (known !== undefined && areEqual(known.bytes, bytes)) return known.made;
    let hasRead = false;
    const read = (other: string) => {
      hasRead = true;
      return files.text(other);
    };
    const compiled = await moduleCode(path, bytes, target, await this.#compilerFor(compilerEnding(path)), read);
    const made = isEntry && !('fault' in compiled) ? withLastComponent(path, bytes, compiled) : compiled;
    if (this.#made.size >= mostModules) this.#made.clear();
    // What depends on other files may be another when they are.
    if (!hasRead) this.#made.set(key, { bytes, made });
    return made;
  }
}

/** Has a module tell what it makes elements of, and one without exports give the last component that it declares. */
function withLastComponent(path: string, bytes: Uint8Array, made: ModuleCode): ModuleCode {
  if (!/\.[mc]?[jt]sx?$/i.test(path)) return made;
  const text = new TextDecoder().decode(bytes);
  const elements = `;Object.defineProperty(exports,'${elementsExport}',{value:${JSON.stringify([...elementNames(text)])}});`;
  const name = lastComponentName(text);
  if (name === null) return { ...made, code: `${made.code}\n${elements}` };
  const line = `;if(Object.keys(exports).length===0&&typeof ${name}!=='undefined')exports.${lastComponentExport}=${name};`;
  return { ...made, code: `${made.code}\n${line}` };
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && Buffer.compare(one, other) === 0;
}
