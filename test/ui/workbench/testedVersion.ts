import { type VersionName, vscodeVersions } from '../../vscode/vscodeVersions.ts';

/**
 * The VS Code that this run of the tests is about, as the runner said in TIEBREAK_VSCODE; the newest without one.
 *
 * @throws Error when the variable names no version.
 */
export function testedVersion(): VersionName {
  const name = process.env.TIEBREAK_VSCODE ?? 'newest';
  const known = (Object.keys(vscodeVersions) as VersionName[]).find((version) => version === name);
  if (known === undefined) {
    throw new Error(`TIEBREAK_VSCODE is ${name}; it can be newest or oldest.`);
  }
  return known;
}
