import { existsSync } from 'node:fs';
import { runProcess } from './runProcess.ts';

/**
 * Installs one of Debian's own packages, where this is Debian and we are root.
 *
 * @param missing what was not found, as the beginning of a sentence
 * @param advice what a person can do instead, as a sentence
 * @throws Error with these words where it cannot be installed
 */
export async function installDebianPackage(name: string, missing: string, advice: string): Promise<void> {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) throw new Error(`${missing}. ${advice}`);
  console.log(`${missing}: installing Debian's ${name} with apt-get …`);
  const options = { folder: '/', environment: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  try {
    await runProcess('apt-get', ['update'], options);
    await runProcess('apt-get', ['install', '-y', name], options);
  } catch (cause) {
    throw new Error(`${missing}, and apt-get could not install one. ${advice}`, { cause });
  }
}
