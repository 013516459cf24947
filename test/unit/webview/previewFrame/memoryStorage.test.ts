import assert from 'node:assert/strict';
import { installStorage } from '../../../../src/webview/previewFrame/memoryStorage.ts';

describe('what a frame keeps for its page', () => {
  const opened = () => {
    const view = {} as { readonly localStorage: Storage; readonly sessionStorage: Storage };
    const document = {} as { cookie: string };
    installStorage(view, document);
    return { ...view, view, document };
  };

  it('is empty at first, and gives back what was put in', () => {
    const { localStorage, sessionStorage } = opened().view;
    assert.equal(localStorage.getItem('theme'), null);
    assert.equal(localStorage.theme, undefined);
    localStorage.setItem('theme', 'dark');
    localStorage.count = 3;
    assert.deepEqual([localStorage.theme, localStorage.getItem('count'), localStorage.length], ['dark', '3', 2]);
    assert.deepEqual(
      [Object.keys(localStorage), localStorage.key(1), 'theme' in localStorage],
      [['theme', 'count'], 'count', true],
    );
    localStorage.removeItem('theme');
    delete localStorage.count;
    assert.equal(localStorage.length, 0);
    assert.equal(sessionStorage.length, 0);
  });

  it('has cookies', () => {
    const { document } = opened();
    document.cookie = 'a=1; path=/';
    document.cookie = 'b=2';
    document.cookie = 'a=3';
    assert.equal(document.cookie, 'b=2; a=3');
  });
});
