import { builtFlags, builtProcess } from './builtProcess.ts';
import { installEventApis } from './eventApis.ts';
import { type HostFormatting, installIntl } from './intl.ts';
import { structuredCopy } from './structuredCopy.ts';
import { installWebApis } from './webApis.ts';

/** What the sandbox puts into its otherwise empty world; taken away again before any module runs. */
interface SandboxHost {
  /** @param level as of `console` */
  readonly log: (level: string, text: string) => void;
  readonly format: HostFormatting;
}

const world = globalThis as unknown as Record<string, unknown>;
const { log, format } = world.sandboxHost as SandboxHost;
Reflect.deleteProperty(world, 'sandboxHost');

const longestMessage = 2000;

/** As a browser's console writes it, `%s` and the like put in. */
function inWords(values: readonly unknown[]): string {
  const [first, ...rest] = values;
  const used = typeof first === 'string' ? first.replace(/%[sdifoOc]/g, (mark) => filled(mark, rest)) : wordOf(first);
  return [used, ...rest.map(wordOf)].join(' ').slice(0, longestMessage);
}

function filled(mark: string, rest: unknown[]): string {
  if (rest.length === 0) return mark;
  const value = wordOf(rest.shift());
  return mark === '%c' ? '' : value;
}

function wordOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  try {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  } catch {
    return String(value);
  }
}

const logging =
  (level: string) =>
  (...values: readonly unknown[]) =>
    log(level, inWords(values));
const quiet = () => undefined;
world.console = {
  error: logging('error'),
  warn: logging('warning'),
  assert: (isTrue: unknown, ...values: readonly unknown[]) => {
    if (isTrue !== true) log('error', inWords(values.length === 0 ? ['Assertion failed'] : values));
  },
  ...Object.fromEntries(
    ['log', 'info', 'debug', 'trace', 'table', 'group', 'groupCollapsed', 'groupEnd', 'time', 'timeEnd', 'count'].map(
      (name) => [name, quiet],
    ),
  ),
};

// A page that is rendered once is over before any time passes, but for what it waits for: see `Timers`.
for (const name of ['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback']) {
  world[name] = () => 0;
}
for (const name of ['clearTimeout', 'clearInterval', 'clearImmediate', 'cancelAnimationFrame', 'cancelIdleCallback']) {
  world[name] = quiet;
}
world.queueMicrotask = (task: () => void) => void Promise.resolve().then(task);
world.structuredClone = (value: unknown) => structuredCopy(value);
Object.assign(world, builtFlags, { process: builtProcess });

const started = Date.now();
world.performance = { now: () => Date.now() - started, timeOrigin: started, mark: quiet, measure: quiet };
// Ids that are the same at every rendering, so that a page stays as it is.
let ids = 0;
world.crypto = {
  randomUUID: () => {
    ids += 1;
    return `00000000-0000-4000-8000-${ids.toString(16).padStart(12, '0')}`;
  },
  getRandomValues: (array: number[]) => {
    for (const index of array.keys()) array[index] = Math.imul(index + 1, 0x9e3779b1) & 0xff;
    return array;
  },
};

installIntl(world, format);
installWebApis(world);
installEventApis(world);
