import type { Canaries } from './canaries.ts';
import { connectingDocument, type HostilePage, pageOf, scriptOf } from './hostilePage.ts';

/** Pages that try to come by a window besides their own, which would be without anything that holds them. */
export function hostileRealms(canaries: Canaries): readonly HostilePage[] {
  const inner = connectingDocument(canaries);
  const text = `'${inner.replaceAll('&#39;', "\\'").replaceAll('</', '<\\/')}'`;
  const xml = `'<r xmlns:x="http://www.w3.org/1999/xhtml"><x:iframe srcdoc="${inner.replaceAll('<', '&lt;').replaceAll('</', '<\\/')}"/><x:template><x:iframe srcdoc="x"/></x:template></r>'`;
  const host = '<div id="host"><template shadowrootmode="open"><p>x</p></template></div>';
  const swallow = `<iframe srcdoc="${inner}"></iframe>`;
  return [
    // Whatever of the language and of the page's interfaces a fence might go by says something else.
    pageOf(
      'realm-disguised',
      scriptOf(
        `const kept = [[RegExp.prototype, 'exec'], [RegExp.prototype, 'test'], [String.prototype, 'replace'], [Array.prototype, Symbol.iterator], [Element.prototype, 'remove'], [Element.prototype, 'querySelectorAll'], [Document.prototype, 'querySelector'], [Reflect, 'apply'], [window, 'String']].map(([holder, name]) => [holder, name, holder[name]]);
for (let at = 0; at < kept.length; at += 1) kept[at][0][kept[at][1]] = kept[at][1] === 'apply' ? kept[at][2] : () => null;
const body = document.body;
for (let at = 0; at < 2; at += 1) attempt(() => { const frame = at === 0 ? document.createElement('iframe') : document.createElementNS('http://www.w3.org/1999/xhtml', 'iframe'); frame.srcdoc = ${text}; body.append(frame); });
attempt(() => body.insertAdjacentHTML('beforeend', '<iframe srcdoc="' + ${text}.replaceAll('"', '&quot;') + '"></iframe>'));
attempt(() => { location.href = 'javascript:' + JSON.stringify(${text}); });
setTimeout(() => { for (let at = 0; at < kept.length; at += 1) kept[at][0][kept[at][1]] = kept[at][2]; }, 50);`,
      ),
    ),
    pageOf(
      'realm-of-xml',
      host +
        scriptOf(
          `const root = document.querySelector('#host').shadowRoot ?? document.body;
for (const type of ['text/xml', 'application/xhtml+xml', 'image/svg+xml']) attempt(() => root.append(new DOMParser().parseFromString(${xml}, type).documentElement));
attempt(() => { let asked = 0; root.append(new DOMParser().parseFromString(${xml}, { toString: () => (asked++ === 0 ? 'text/xml' : 'text/html') }).documentElement); });
attempt(() => { const frame = document.implementation.createDocument('http://www.w3.org/1999/xhtml', 'iframe').documentElement; frame.setAttribute('srcdoc', ${text}); root.append(frame); });
attempt(() => { const found = new DOMParser().parseFromString(${xml}, 'text/xml').querySelector('template'); root.append(found.content.cloneNode(true)); });`,
        ),
    ),
    // A quote that is left open makes elements of what follows as a comment.
    pageOf('realm-written', `${scriptOf(`document.write('<p title="');`)}<!-- ">${swallow} -->`),
    pageOf(
      'realm-written-in-shadow',
      `${scriptOf(`document.write('<p title="');`)}<!-- "><div><template shadowrootmode="closed">${swallow}</template></div> -->`,
    ),
    // What a policy trusts in pieces is a frame as a whole.
    pageOf(
      'realm-written-later',
      scriptOf(
        `setTimeout(() => { const policy = window.trustedTypes?.defaultPolicy; const trust = (text) => (policy ? policy.createHTML(text, '', 'x') : text);
document.open(); document.write(trust('<html data-ran="yes"><div><template shadowrootmode="open"><ifr'), trust('ame srcdoc="' + ${text}.replaceAll('"', '&quot;') + '"></iframe></template></div>')); document.close(); }, 100);`,
      ),
    ),
    pageOf(
      'realm-in-shadow',
      scriptOf(
        `Object.prototype.attributes = false; Object.prototype.attributeFilter = []; MutationObserver.prototype.observe = () => undefined;
const box = document.createElement('div'); document.body.append(box); attempt(() => box.attachShadow({ mode: 'open' }));
delete Object.prototype.attributes; delete Object.prototype.attributeFilter;
attempt(() => { const frame = document.createElement('iframe'); frame.srcdoc = ${text}; box.shadowRoot.append(frame); });
attempt(() => box.shadowRoot.setHTMLUnsafe('<iframe srcdoc="' + ${text}.replaceAll('"', '&quot;') + '"></iframe>'));
attempt(() => document.body.append(Document.parseHTMLUnsafe('<iframe srcdoc="' + ${text}.replaceAll('"', '&quot;') + '"></iframe>').body.firstChild));`,
      ),
    ),
  ];
}
