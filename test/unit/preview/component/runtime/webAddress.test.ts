import assert from 'node:assert/strict';
import { SearchParams } from '../../../../../src/preview/component/runtime/searchParams.ts';
import { WebAddress } from '../../../../../src/preview/component/runtime/webAddress.ts';

describe('addresses without a browser', () => {
  it('are taken apart as the platform does', () => {
    for (const [written, base] of [
      ['https://example.com'],
      ['https://Example.com:8080/a/../b/./c?x=1&y=a+b#part'],
      ['https://me:secret@example.com/a b?q=1 2'],
      ['mailto:ada@example.com'],
      ['data:image/png;base64,AA=='],
      ['/api/users?page=2', 'https://example.com/x/y'],
      ['next', 'https://example.com/x/y?z=1'],
      ['../up/', 'https://example.com/x/y/z'],
      ['//other.example/a', 'https://example.com'],
      ['?page=2', 'https://example.com/x?page=1'],
      ['#top', 'https://example.com/x?page=1'],
      ['https://example.com/?', undefined],
    ] as const) {
      const ours = new WebAddress(written, base);
      const real = new URL(written, base);
      for (const part of ['protocol', 'hostname', 'port', 'host', 'origin', 'pathname', 'search', 'hash'] as const) {
        assert.equal(ours[part], real[part], `${part} of ${written}`);
      }
      assert.equal(ours.toJSON(), ours.href);
      if (!written.includes('@example.com/') && written !== 'https://example.com/?') {
        assert.equal(String(ours), real.href);
      }
    }
  });

  it('are none where the platform takes none', () => {
    for (const written of ['', 'words', '/path', 'a b']) {
      assert.throws(() => new WebAddress(written), { message: 'Invalid URL' });
      assert.equal(WebAddress.canParse(written), false);
    }
    assert.throws(() => new WebAddress('/path', 'about:blank'));
    assert.equal(WebAddress.canParse('/a', 'https://example.com'), true);
  });

  it('change with their parameters', () => {
    const address = new WebAddress('https://example.com/a?x=1#b');
    address.searchParams.set('y', 'ü &');
    assert.equal(address.href, 'https://example.com/a?x=1&y=%C3%BC+%26#b');
    address.searchParams.delete('x');
    address.searchParams.delete('y');
    assert.equal(address.href, 'https://example.com/a#b');
  });
});

describe('parameters of an address without a browser', () => {
  it('are read and written as the platform does', () => {
    for (const given of [
      '?q=hello+world&x=%C3%BC&x=2&flag&=y&broken=%zz',
      { a: 1, b: 'c d' },
      [
        ['a', '1'],
        ['a', '2'],
      ],
      '',
    ]) {
      const ours = new SearchParams(given);
      const real = new URLSearchParams(given as string);
      assert.equal(ours.toString(), real.toString());
      assert.deepEqual([...ours], [...real]);
      assert.deepEqual([...ours.keys(), ...ours.values()], [...real.keys(), ...real.values()]);
      assert.equal(ours.size, [...real].length);
      for (const name of ['q', 'x', 'flag', 'a', 'none']) {
        assert.deepEqual(
          [ours.get(name), ours.getAll(name), ours.has(name)],
          [real.get(name), real.getAll(name), real.has(name)],
        );
      }
    }
  });

  it('are changed as the platform does', () => {
    const change = (params: SearchParams | URLSearchParams) => {
      params.append('b', '1');
      params.set('x', 'new');
      params.set('z', 'last');
      params.delete('y');
      params.sort();
      const seen: string[] = [];
      params.forEach((value: string, name: string) => {
        seen.push(name + value);
      });
      return [params.toString(), seen];
    };
    assert.deepEqual(change(new SearchParams('x=1&y=2&x=3')), change(new URLSearchParams('x=1&y=2&x=3')));
  });
});
