import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { vscodeVersions } from './vscodeVersions.ts';

/** A desktop VS Code on this machine. */
export interface DesktopCode {
  /** The program itself, not the script that is called `code`: that one returns at once. */
  readonly program: string;
  readonly version: string;
}

/** Finds an installed desktop VS Code that is new enough for the extension: by `code` on the PATH, or where it usually is. */
export function findDesktopCode(): DesktopCode | undefined {
  for (const program of [...programsOnPath(), ...usualPrograms()]) {
    const version = existsSync(program) ? versionOf(program) : undefined;
    if (version !== undefined && minor(version) >= minor(vscodeVersions.oldest.vscode)) {
      return { program, version };
    }
  }
  return undefined;
}

/** The version of a desktop VS Code, read from what lies beside its program. */
export function versionOf(program: string): string | undefined {
  const resources =
    process.platform === 'darwin' ? join(dirname(program), '..', 'Resources') : join(dirname(program), 'resources');
  const manifest = join(resources, 'app', 'package.json');
  if (!existsSync(manifest)) {
    return undefined;
  }
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version?: unknown };
  return typeof version === 'string' ? version : undefined;
}

function minor(version: string): number {
  const [major = 0, minorPart = 0] = version.split('.').map(Number);
  return major * 10_000 + minorPart;
}

/** The `code` script lies in a `bin` folder at a known place from the program. */
function programsOnPath(): readonly string[] {
  const script = process.platform === 'win32' ? 'code.cmd' : 'code';
  const program = { darwin: '../../../MacOS/Electron', win32: '../Code.exe' }[process.platform as string] ?? '../code';
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, script))
    .filter((path) => existsSync(path))
    .map((path) => join(dirname(realpathSync(path)), program));
}

function usualPrograms(): readonly string[] {
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(process.env.HOME ?? '', 'Applications')].map((folder) =>
        join(folder, 'Visual Studio Code.app/Contents/MacOS/Electron'),
      );
    case 'win32':
      return [join(process.env.LOCALAPPDATA ?? '', 'Programs'), process.env.PROGRAMFILES ?? ''].map((folder) =>
        join(folder, 'Microsoft VS Code', 'Code.exe'),
      );
    default:
      return ['/usr/share/code/code', '/opt/visual-studio-code/code', '/snap/code/current/usr/share/code/code'];
  }
}
