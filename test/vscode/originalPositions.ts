import { readFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { projectFolder } from './projectFolder.ts';

/**
 * Prepares a function that replaces positions in a bundle by those in the sources it was made from. The extension host
 * formats stacks by itself and does not look at source maps, so this is done to the text of a stack afterwards.
 */
export async function originalPositions(bundle: string): Promise<(stack: string) => string> {
  const map = new SourceMap(JSON.parse(await readFile(`${bundle}.map`, 'utf8')));
  return (stack) =>
    stack.replaceAll(/([^\s()]+):(\d+):(\d+)/g, (position, file: string, line: string, column: string) => {
      if (file !== bundle) {
        return position;
      }
      const origin = map.findOrigin(Number(line), Number(column));
      if (!('fileName' in origin) || origin.fileName === undefined) {
        return position;
      }
      const source = relative(projectFolder, resolve(dirname(bundle), origin.fileName));
      return `${source}:${origin.lineNumber}:${origin.columnNumber}`;
    });
}
