import type { Canaries } from './canaries.ts';
import { type HostilePage, pageOf, scriptOf } from './hostilePage.ts';

/** Pages whose links are where nothing above them hears of a click. */
export function hostileLinks({ http }: Canaries): readonly HostilePage[] {
  const at = (name: string) => `${http}${name}`;
  return [
    pageOf(
      'link-detached',
      scriptOf(
        `for (const more of [{}, { download: 'x' }, { target: '_self' }]) for (const press of [(link) => link.click(), (link) => link.dispatchEvent(new MouseEvent('click')), (link) => link.appendChild(document.createElement('b')).click()]) press(Object.assign(document.createElement('a'), { href: '${at('link-detached')}' }, more));`,
      ),
    ),
    pageOf(
      'link-in-shadow',
      `<div id="go"></div>${scriptOf(`const root = document.querySelector('#go').attachShadow({ mode: 'closed' }); const link = Object.assign(document.createElement('a'), { href: '${at('link-in-shadow')}', textContent: 'Go' }); link.style.display = 'block'; root.append(link);`)}`,
      true,
      '#go',
    ),
    pageOf(
      'link-in-declared-shadow',
      `<div id="go"><template shadowrootmode="open"><a style="display:block" href="${at('link-in-declared-shadow')}">Go</a></template></div>${scriptOf('')}`,
      true,
      '#go',
    ),
    pageOf(
      'link-unheard',
      `<a id="go" href="${at('link-unheard')}">Go</a>${scriptOf(`window.addEventListener('click', (event) => event.stopImmediatePropagation(), true); Event.prototype.preventDefault = () => undefined; Event.prototype.composedPath = () => []; Element.prototype.closest = Element.prototype.matches = () => null;`)}`,
      true,
      '#go',
    ),
    pageOf(
      'link-in-picture',
      `<svg width="200" height="40"><a id="go" xlink:href="${at('link-in-picture')}"><rect width="200" height="40"/></a></svg>${scriptOf(`const link = document.createElementNS('http://www.w3.org/2000/svg', 'a'); link.setAttributeNS('http://www.w3.org/1999/xlink', 'y:href', '${at('link-in-picture-detached')}'); link.dispatchEvent(new MouseEvent('click'));`)}`,
      true,
      '#go',
    ),
  ];
}
