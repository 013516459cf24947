import { runChecker } from './checker.ts';
import { followConsole } from './consoleMessages.ts';
import { holdForms, tellOfSubmits } from './forms.ts';
import type { FrameCommands, FrameEnvelope, FrameMessages } from './frameMessages.ts';
import { highlight } from './highlight.ts';
import { calmLinks } from './links.ts';
import { installStorage } from './memoryStorage.ts';
import { removePeerConnections } from './peerConnections.ts';
import { takePicture } from './picture.ts';
import { keepHistory } from './routerHistory.ts';
import { sealRealm } from './seal/sealRealm.ts';
import { followShadowRoots } from './seal/shadowRoots.ts';

// Runs in a frame before anything of the previewed page does.

removePeerConnections(window);
followShadowRoots(window, [sealRealm(window), calmLinks(window)]);
holdForms(window);
keepHistory(window);
installStorage(window, document);

const nonce = document.currentScript instanceof HTMLScriptElement ? document.currentScript.nonce : '';
const holder = window.parent;
const post = holder.postMessage.bind(holder);
const tell = <Name extends keyof FrameMessages>(type: Name, payload: FrameMessages[Name]): void =>
  post({ type, payload }, '*');

const handlers: { readonly [Name in keyof FrameCommands]: (payload: FrameCommands[Name]) => void } = {
  'scroll-to': ({ ratio }) => scrollToRatio(ratio),
  check: ({ script, isComponent }) => {
    runChecker(script, nonce, isComponent).then(
      (violations) => tell('frame-checked', { violations }),
      () => tell('frame-checked', { violations: null }),
    );
  },
  measure: () => tell('frame-measured', { width: widthOfContent() }),
  highlight: ({ selector }) => highlight(selector),
  picture: ({ script }) => {
    takePicture(script, nonce).then(
      (png) => tell('frame-pictured', { png }),
      () => tell('frame-pictured', { png: null }),
    );
  },
  ping: () => tell('frame-alive', {}),
};

function run<Name extends keyof FrameCommands>({ type, payload }: { type: Name; payload: FrameCommands[Name] }): void {
  if (Object.hasOwn(handlers, type)) handlers[type](payload);
}

window.addEventListener('message', ({ source, data }: MessageEvent<FrameEnvelope<FrameCommands>>) => {
  if (source === holder && typeof data === 'object' && data !== null) run(data);
});
followConsole(window, (messages) => tell('frame-logged', { messages }));
tellOfSubmits(window);

let isFollowing = false;
window.addEventListener(
  'scroll',
  () => {
    if (isFollowing) isFollowing = false;
    else tell('frame-scrolled', { ratio: scrollRatio() });
  },
  { passive: true },
);

function scrollRatio(): number {
  const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
  return scrollHeight > clientHeight ? scrollTop / (scrollHeight - clientHeight) : 0;
}

function scrollToRatio(ratio: number): void {
  const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
  const top = Math.round(ratio * (scrollHeight - clientHeight));
  // Only a scroll that really happens is heard of, and that one is not the person's.
  isFollowing = Math.abs(top - scrollTop) >= 1;
  if (isFollowing) window.scrollTo({ top, behavior: 'instant' });
}

function widthOfContent(): number {
  return Math.max(document.documentElement.scrollWidth, document.body?.scrollWidth ?? 0);
}

function tellReady(): void {
  let isTold = false;
  const once = () => {
    if (!isTold) tell('frame-ready', {});
    isTold = true;
  };
  requestAnimationFrame(() => requestAnimationFrame(once));
  // Nothing is drawn in a window that nobody sees.
  setTimeout(once, 150);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', tellReady, { once: true });
else tellReady();
