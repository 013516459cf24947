import assert from 'node:assert/strict';
import { installWebApis } from '../../../../../src/preview/component/runtime/webApis.ts';

describe('what a component has beside the language', () => {
  const ours = {} as Pick<typeof globalThis, 'URL' | 'URLSearchParams' | 'TextEncoder' | 'btoa' | 'atob'>;
  installWebApis(ours as unknown as Record<string, unknown>);

  it('reads addresses as the platform does', () => {
    const written: readonly (readonly [string, string?])[] = [
      ['https://Example.com'],
      ['https://me:pw@example.com:8443/a/../b/./c?x=1&y=a+b#top'],
      ['http://example.com:80/?q='],
      ['/orders?page=2', 'https://example.com/a/b?c=1'],
      ['next', 'https://example.com/a/b'],
      ['../up/', 'https://example.com/a/b/c'],
      ['//cdn.example/x.js', 'https://example.com'],
      ['?q=1', 'https://example.com/a'],
      ['#part', 'https://example.com/a?q=1'],
      ['mailto:ada@example.com'],
    ];
    const parts = [
      'href',
      'origin',
      'protocol',
      'username',
      'password',
      'host',
      'hostname',
      'port',
      'pathname',
      'search',
      'hash',
    ] as const;
    for (const [address, base] of written) {
      const [own, platform] = [new ours.URL(address, base), new URL(address, base)];
      for (const part of parts) assert.equal(own[part], platform[part], `${part} of ${address}`);
    }
    assert.throws(() => new ours.URL('/relative'), /^TypeError: Invalid URL$/);
    assert.deepEqual([ours.URL.canParse('no'), ours.URL.canParse('https://a.b')], [false, true]);
  });

  it('reads and writes queries as the platform does', () => {
    for (const given of [
      '?a=1&b=x%20y&a=2',
      { a: '1', 'b c': 'ü&=' },
      [
        ['a', '(1)'],
        ['b', '~!'],
      ] as [string, string][],
      undefined,
    ]) {
      const [own, platform] = [new ours.URLSearchParams(given), new URLSearchParams(given)];
      for (const parameters of [own, platform]) {
        parameters.append('z', 'é');
        parameters.set('a', '9');
        parameters.delete('none');
      }
      assert.equal(own.toString(), platform.toString());
      assert.deepEqual([[...own], own.get('a'), own.getAll('z'), own.has('q')], [[...platform], '9', ['é'], false]);
    }
  });

  it('has texts as bytes', () => {
    assert.deepEqual([...new ours.TextEncoder().encode('aé€😀')], [...new TextEncoder().encode('aé€😀')]);
    for (const text of ['', 'a', 'ab', 'abc', '\u00ff']) {
      assert.equal(ours.btoa(text), btoa(text));
      assert.equal(ours.atob(btoa(text)), text);
    }
  });
});
