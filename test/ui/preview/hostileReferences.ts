import type { Canaries } from './canaries.ts';
import { type HostilePage, pageOf, scriptOf } from './hostilePage.ts';

/** Pages that refer to what is elsewhere in less usual ways. */
export function hostileReferences({ http, socket }: Canaries): readonly HostilePage[] {
  const at = (name: string) => `${http}${name}`;
  return [
    pageOf(
      'style-elsewhere',
      `<style>@import url("${at('layered.css')}") layer(a) supports(display: grid);@namespace x url(${at('namespace')});@property --p{syntax:"<url>";inherits:false;initial-value:url(${at('property')})}
div{background:-webkit-image-set(url(${at('image-set')}) 1x),-webkit-cross-fade(url(${at('fade')}),url(${at('fade2')}),50%),src("${at('src')}");mask:url(${at('mask')});-webkit-mask-box-image:url(${at('mask-box')});clip-path:url(${at('clip')}#x);filter:url(${at('filter')}#x);border-image:url(${at('border')}) 1;shape-outside:url(${at('shape')});offset-path:url(${at('offset')}#x);background-color:var(--p)}
div::before{content:url(${at('content')})}li{list-style-image:url(${at('list')})}li::marker{content:url(${at('marker')})}::selection{background:url(${at('selection')})}@container (width > 0px){p{background:url(${at('container')})}}</style><div>x</div><ul><li>x</li></ul><p>x</p>`,
    ),
    pageOf(
      'picture-references',
      `<svg width="90" height="90"><filter id="f"><feImage href="${at('fe-image')}"/></filter><image xlink:href="${at('xlink')}" width="9" height="9"/><image width="9" height="9"><set attributeName="href" to="${at('set')}"/></image><use href="${at('use')}#x"/><mask id="m"><image href="${at('mask-image')}" width="9" height="9"/></mask><foreignObject width="50" height="50"><img src="${at('foreign')}" alt=""></foreignObject><rect width="50" height="50" filter="url(#f)" mask="url(#m)" fill="url(${at('fill')}#x)" style="marker:url(${at('svg-marker')}#x)"/></svg>`,
    ),
    pageOf(
      'old-attributes',
      `<table background="${at('table')}"><tr><td background="${at('cell')}">x</td></tr></table><img src="data:," lowsrc="${at('lowsrc')}" attributionsrc="${at('attribution')}" longdesc="${at('longdesc')}" alt=""><video controls poster="${at('poster')}"><source src="${at('video-source')}"><track default src="${at('captions')}"></video><audio><source src="${at('audio-source')}"></audio><bgsound src="${at('sound')}">`,
    ),
    pageOf(
      'new-media',
      scriptOf(
        `attempt(() => new FontFace('x', 'url(${at('font-face')})').load().catch(() => 0)); attempt(() => { new Audio('${at('audio')}').play().catch(() => 0); }); attempt(() => { const v = document.createElement('video'); v.src = '${at('video')}'; v.load(); const t = document.createElement('track'); t.default = true; t.src = '${at('track')}'; v.append(t); document.body.append(v); }); attempt(() => new AudioContext().audioWorklet.addModule('${at('worklet.js')}').catch(() => 0)); attempt(() => new WebSocketStream('${socket}stream').opened.catch(() => 0)); attempt(() => { const i = new Image(); i.src = '${at('decoded')}'; i.decode().catch(() => 0); }); attempt(() => { navigator.mediaSession.metadata = new MediaMetadata({ artwork: [{ src: '${at('artwork')}' }] }); }); attempt(() => new Notification('x', { icon: '${at('notification')}' }));`,
      ),
    ),
    pageOf(
      'import-map',
      `<script type="importmap">{ "imports": { "far": "${at('mapped.js')}" } }</script><script type="module">import 'far';</script><script type="module" src="${at('module.js')}"></script><script nomodule src="${at('nomodule.js')}"></script>${scriptOf(`attempt(() => import('far').catch(() => 0));`)}`,
    ),
    pageOf(
      'downloads',
      scriptOf(
        `const link = document.createElement('a'); link.download = 'owned.txt'; link.href = URL.createObjectURL(new Blob(['owned'])); document.body.append(link); link.click(); link.href = 'data:text/plain,owned'; link.click(); attempt(() => showSaveFilePicker().then(() => escaped('files'), () => 0)); attempt(() => document.documentElement.requestFullscreen().then(() => escaped('the whole screen'), () => 0)); attempt(() => document.body.requestPointerLock()); attempt(() => { document.domain = '127.0.0.1'; escaped('a domain'); }); attempt(() => navigator.clipboard.writeText('owned').then(() => escaped('clipboard'), () => 0)); attempt(() => Notification.requestPermission().then((given) => given === 'granted' && escaped('notifications'), () => 0)); attempt(() => { for (let at = 0; at < 50; at += 1) { alert(at); confirm(at); if (prompt(at) !== null) escaped('a prompt'); } });`,
      ),
      false,
    ),
  ];
}
