import { pathToFileURL } from 'node:url';

export interface WorkbenchPaths {
  /** The folder of an extension to load from its sources. */
  readonly developmentPath?: string;
  /** A module whose `run()` is called in the extension host, and whose outcome ends the run. */
  readonly testsPath?: string;
}

/** The address of a workbench that a server on this machine shows for a folder. */
export function workbenchUrl(port: number, folder: string, paths: WorkbenchPaths = {}): string {
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
  const payload: (readonly [string, string])[] = [];
  if (paths.developmentPath !== undefined) {
    payload.push(['extensionDevelopmentPath', remote(paths.developmentPath)]);
  }
  if (paths.testsPath !== undefined) {
    payload.push(['extensionTestsPath', remote(paths.testsPath)]);
  }
  // Slashes stay as they are, for the sake of people who read the address.
  const opened = encodeURIComponent(pathToFileURL(folder).pathname).replaceAll('%2F', '/');
  const address = `http://127.0.0.1:${port}/?folder=${opened}`;
  return payload.length === 0 ? address : `${address}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
