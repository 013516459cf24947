import { spawnSync } from 'node:child_process';

/** How a program gets a real disk of its own that is small: a command that mounts it at $DISK, then runs the program. */
interface SmallDisk {
  readonly name: string;
  readonly command: readonly string[];
}

const mountAndRun = 'mount -t tmpfs -o size=1m,mode=0777 tmpfs "$DISK" && exec "$@"';

// In a namespace of its own, so that the disk goes with the process, however that ends.
const candidates: readonly SmallDisk[] = [
  { name: 'a mount of root', command: ['unshare', '--mount', 'sh', '-c', mountAndRun, 'sh'] },
  {
    name: 'a mount in a user namespace',
    command: ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', mountAndRun, 'sh'],
  },
];

/**
 * The first way to a small disk that works on this machine.
 *
 * @param directory an empty folder to mount at @throws where there is none: then nothing is proven
 */
export function smallDisk(directory: string): SmallDisk {
  const tries = candidates.map((candidate) => {
    const [program = '', ...parameters] = candidate.command;
    const { status, stderr } = spawnSync(program, [...parameters, 'true'], {
      env: { ...process.env, DISK: directory },
      encoding: 'utf8',
    });
    return { candidate, works: status === 0, why: `${candidate.name}: ${stderr ?? 'no such program'}` };
  });
  const found = tries.find(({ works }) => works);
  if (found === undefined) throw new Error(`No small disk can be had. ${tries.map(({ why }) => why).join('; ')}`);
  return found.candidate;
}
