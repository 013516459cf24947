import type { Page } from 'playwright-core';

/**
 * What the window will know of its editors when it is loaded again. VS Code writes that into the browser's own store
 * every few seconds, since a page that goes cannot wait for it; a window of the desktop can.
 */
export function savedLayout(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const texts: string[] = [];
    for (const name of names.filter((each) => each.startsWith('vscode-web-state-db-'))) {
      const database = await settled(indexedDB.open(name));
      const items = database.transaction('ItemTable').objectStore('ItemTable');
      texts.push(String(await settled(items.get('memento/workbench.parts.editor'))));
      database.close();
    }
    return texts.join('\n');
  });
}
