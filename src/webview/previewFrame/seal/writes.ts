import { fixProperty } from './fixProperty.ts';
import { headWrites } from './headWrites.ts';
import { apply, getterOf } from './natives.ts';

type View = Window & typeof globalThis;

/**
 * What a script writes while its page is read comes into the page as a whole, before the script. Otherwise it would be
 * read in one with what follows in the page: a tag or a quote that is left open makes elements of what was a comment, and
 * nothing that looks at either text sees them coming. Scripts in what is written do not run.
 */
export function holdWrites(view: View): void {
  const documents = view.Document.prototype;
  const currentScript = getterOf(documents, 'currentScript');
  const body = getterOf(documents, 'body');
  const documentElement = getterOf(documents, 'documentElement');
  const previousSibling = getterOf(view.Node.prototype, 'previousSibling');
  const { insertAdjacentHTML } = view.Element.prototype;
  const inHead = headWrites(view);
  const { document } = view;
  let isRead = false;
  document.addEventListener('DOMContentLoaded', ({ isTrusted }) => {
    if (!isTrusted || isRead) return;
    isRead = true;
    inHead.release();
  });
  for (const [name, end] of [
    ['write', ''],
    ['writeln', '\n'],
  ] as const) {
    const native = documents[name];
    fixProperty(documents, name, function (this: Document, ...parts: readonly unknown[]) {
      let text = '';
      for (let at = 0; at < parts.length; at += 1) text += `${parts[at]}`;
      // As plain text: what is trusted already, piece by piece, would come past the policy that looks at the whole.
      if (isRead || this !== document) return apply(native, this, [text]);
      const script = currentScript(document);
      if (script === null) {
        return apply(insertAdjacentHTML, body(document) ?? documentElement(document), ['beforeend', text + end]);
      }
      const last = previousSibling(script);
      apply(insertAdjacentHTML, script, ['beforebegin', text + end]);
      inHead.hold(last, script);
    });
  }
}
