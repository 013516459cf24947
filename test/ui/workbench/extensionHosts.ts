import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { RunningServer } from '../../vscode/startServer.ts';

/** A row of the table of processes. */
interface Row {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The process ids of a server's extension hosts. For systems that have `ps`. */
export async function extensionHostsOf(server: RunningServer): Promise<readonly number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,args='], { maxBuffer: 16 * 1024 * 1024 });
  const rows = stdout.split('\n').flatMap((line): readonly Row[] => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
  const servers = rows.filter(({ command }) => command.includes(server.dataFolder)).map(({ pid }) => pid);
  return rows
    .filter(({ parent, command }) => servers.includes(parent) && command.includes('--type=extensionHost'))
    .map(({ pid }) => pid);
}
