import assert from 'node:assert/strict';
import { relativePath } from '../../../../src/core/preview/relativePath.ts';

describe('the file that an address means', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['style.css', 'site/pages/style.css'],
    ['./style.css?v=2#x', 'site/pages/style.css'],
    ['../img/a%20b.png', 'site/img/a b.png'],
    ['/style.css', 'style.css'],
    ['../../x.css', 'x.css'],
    ['../../../x.css', null],
    ['..%2f..%2f..%2fx.css', null],
    ['%2e%2e/%2e%2e/%2e%2e/x.css', null],
    ['..\\..\\x.css', null],
    ['//evil.test/x.css', null],
    ['https://evil.test/x.css', null],
    ['file:///etc/passwd', null],
    ['C:/x.css', null],
    ['C%3A/x.css', null],
    ['a%00.png', null],
    ['%E0%A4%A', null],
    ['#top', null],
    ['', null],
    ['../..', null],
  ];
  for (const [address, path] of cases) {
    it(`${address} is ${path}`, () => assert.equal(relativePath(address, 'site/pages/index.html'), path));
  }
});
