/** One VS Code that the tests run in, and the npm packages that it is made of. */
export interface VSCodeVersion {
  readonly vscode: string;
  /** Version of code-server, the npm package that carries this VS Code's server and web workbench. */
  readonly codeServer: string;
  /** The Node it is run with: the line that the desktop VS Code of this version has built in. */
  readonly node: string;
  /** Version of ripgrep's npm package, where the server expects its install script to have fetched that program. */
  readonly ripgrep?: string;
  readonly downloadMegabytes: number;
}

export type VersionName = 'newest' | 'oldest';

/** `oldest` is what package.json's engines.vscode promises; `newest` the last one known when this was written. */
export const vscodeVersions: Readonly<Record<VersionName, VSCodeVersion>> = {
  newest: { vscode: '1.139.1', codeServer: '4.139.1', node: '24', downloadMegabytes: 200 },
  oldest: { vscode: '1.112.0', codeServer: '4.112.0', node: '22.22.1', ripgrep: '1.18.0', downloadMegabytes: 160 },
};
