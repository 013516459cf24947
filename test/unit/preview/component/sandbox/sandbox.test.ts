import assert from 'node:assert/strict';
import type { LinkedProgram } from '../../../../../src/preview/component/runtime/linkedProgram.ts';
import { Sandbox } from '../../../../../src/preview/component/sandbox/sandbox.ts';
import { useBuiltComponents } from '../builtComponents.ts';

/** A runtime without a framework: shows what a module's `text` is, and waits for it. */
const plainRuntime = `
  delete globalThis.sandboxHost;
  var tiebreakRuntime = (() => {
    const bodies = {};
    return {
      define: (id, body) => { bodies[id] = body; },
      show: async ({ entry }) => {
        const module = { exports: {} };
        bodies[entry](module, module.exports, () => { throw new Error('none'); });
        return String(await module.exports.text);
      },
    };
  })();
`;
const program: LinkedProgram = { entry: 'a.js', links: {}, missingWords: '', props: {}, revivals: [], standIns: false };

describe('The sandbox', () => {
  const built = useBuiltComponents();
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await Sandbox.load(await built().engine(), { memoryBytes: 32 * 1024 * 1024, deadline: 300 });
  });
  const run = (body: string) => sandbox.run(plainRuntime, [{ id: 'a.js', body }], program);
  const textOf = async (body: string) => {
    const outcome = await run(body);
    assert.equal(outcome.kind, 'done', JSON.stringify(outcome));
    return outcome.kind === 'done' ? outcome.text : '';
  };

  it('gives what a module gives, at once or later', async () => {
    assert.equal(await textOf('exports.text = 1 + 1'), '2');
    assert.equal(await textOf('exports.text = Promise.resolve().then(() => "later")'), 'later');
  });

  it('has nothing of the process around it', async () => {
    const names = ['process', 'require', 'fetch', 'module', 'Buffer', 'WebAssembly', 'XMLHttpRequest', 'Worker'];
    const kinds = `JSON.stringify(${JSON.stringify([...names, 'sandboxHost'])}.map((name) => typeof globalThis[name]))`;
    assert.deepEqual(
      JSON.parse(await textOf(`exports.text = ${kinds}`)),
      [...names, 'sandboxHost'].map(() => 'undefined'),
    );
    const reached = `Function('return this')() === globalThis && [].constructor.constructor('return typeof process')()`;
    assert.equal(await textOf(`exports.text = ${reached}`), 'undefined');
    assert.equal(await textOf("exports.text = import('node:fs').then(() => 'in', () => 'out')"), 'out');
  });

  it('stops what has no end, even if it catches everything', async () => {
    for (const body of [
      'for (;;) {}',
      'for (;;) { try { for (;;) {} } catch {} }',
      "/^(a+)+$/.test('a'.repeat(40) + 'b')",
      'const again = () => Promise.resolve().then(again); exports.text = again()',
    ]) {
      const outcome = await run(body);
      assert.ok(outcome.kind === 'stopped' && outcome.why === 'too-slow', `${body}: ${JSON.stringify(outcome)}`);
    }
    const outcome = await run('exports.text = new Promise(() => {})');
    assert.ok(outcome.kind === 'stopped' && outcome.why === 'waiting', 'a promise that nobody keeps');
  });

  it('stops what takes too much memory', async () => {
    const patient = await Sandbox.load(await built().engine(), { memoryBytes: 16 * 1024 * 1024, deadline: 20_000 });
    const body = 'const all = []; for (;;) all.push(new Uint8Array(1024 * 1024));';
    const outcome = await patient.run(plainRuntime, [{ id: 'a.js', body }], program);
    assert.ok(outcome.kind === 'stopped' && outcome.why === 'too-much-memory', JSON.stringify(outcome));
  });

  it('goes on after what has no bottom', async () => {
    const outcome = await run('const deep = () => deep() + 1; deep();');
    assert.ok(outcome.kind === 'failed' && /stack overflow/.test(outcome.message), JSON.stringify(outcome));
    assert.equal(await textOf('exports.text = "well"'), 'well');
  });

  it('leaves nothing to the next run, and nothing to this process', async () => {
    const spoil = `
      Object.prototype.spoilt = true; Array.prototype.map = null; globalThis.left = 1; String = null;
      Object.getPrototypeOf(async () => {}).constructor.prototype.spoilt = true;
      exports.text = 'spoilt';`;
    const outcome = await run(spoil);
    assert.notEqual(outcome.kind, 'done', 'it spoilt its own world');
    assert.equal(
      await textOf('exports.text = [typeof left, typeof {}.spoilt, typeof [].map].join()'),
      'undefined,undefined,function',
    );
    assert.equal(Reflect.get({}, 'spoilt'), undefined);
    assert.equal(typeof [].map, 'function');
  });

  it('says where a script is none, on its own lines', async () => {
    const outcome = await run('const one = 1;\n\nconst two = ;');
    assert.ok(outcome.kind === 'failed');
    assert.match(outcome.message, /^SyntaxError: /);
    assert.match(outcome.stack, /a\.js:3/);
  });

  it('takes nothing that is thrown for more than words', async () => {
    for (const body of ['throw null', 'throw { message: 1, stack: {} }', 'throw "words"', 'throw Symbol("s")']) {
      const outcome = await run(body);
      assert.equal(outcome.kind, 'failed', body);
      assert.equal(outcome.kind === 'failed' && typeof outcome.message, 'string');
    }
  });
});
