import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parse } from 'parse5';
import { drawing } from '../../../../src/models/scripted/answers/umbrella/drawing.ts';
import { sanitizeSvg } from '../../../../src/preview/svg/sanitizeSvg.ts';

const shape = '<path d="M0 0h9v9z"/>';
const svg = (content: string, attributes = '') => `<svg viewBox="0 0 9 9" ${attributes}>${content}${shape}</svg>`;
const evil = 'https://evil.test';

/** Each must be harmless afterwards, with the shape left. */
const hostile: Readonly<Record<string, string>> = {
  script: svg('<script>alert(1)</script>'),
  'script with an address': svg(`<script href="${evil}/x.js"/><script xlink:href="${evil}/x.js"></script>`),
  'script in CDATA': svg('<script><![CDATA[alert(1)]]></script>'),
  'handler on the root': svg('', 'onload="alert(1)"'),
  'handler in capitals': svg('<circle r="1" OnClick="alert(1)"/>'),
  'handlers of animations': svg('<circle r="1"><animate attributeName="r" onbegin="alert(1)" to="2"/></circle>'),
  foreignObject: svg(`<foreignObject><iframe src="${evil}"></iframe><body onload="alert(1)"></body></foreignObject>`),
  link: svg(`<a href="javascript:alert(1)" target="_blank" ping="${evil}">${shape}</a>`),
  'obscured scheme': svg('<a xlink:href="java&#10;script:alert(1)"><circle r="1"/></a>'),
  'animated address': svg('<a href="#x"><set attributeName="href" to="javascript:alert(1)"/><circle r="1"/></a>'),
  'animated address with a prefix': svg(
    `<use href="#a"><animate attributeName="xlink:href" values="${evil}#a"/></use>`,
  ),
  'animated handler': svg('<circle r="1"><set attributeName="onclick" to="alert(1)"/></circle>'),
  image: svg(`<image href="${evil}/a.png"/><image xlink:href="//evil.test/b.png"/>`),
  'drawing within the drawing': svg('<image href="data:image/svg+xml,%3Csvg onload=alert(1)%3E"/>'),
  'use of another file': svg(`<use href="${evil}/a.svg#x"/><use xlink:href="data:image/svg+xml;base64,PHN2Zz4=#x"/>`),
  feImage: svg(`<filter id="f"><feImage href="${evil}/a.png"/></filter>`),
  'paint from elsewhere': svg(`<rect width="1" height="1" fill="url(${evil}/a.svg#g)" filter="url('${evil}#f')"/>`),
  'cursor from elsewhere': svg(`<rect width="1" height="1" cursor="url(${evil}/c.cur)"/>`),
  'style attribute': svg(`<rect width="1" height="1" style="fill:url(${evil}/x);background:image-set('${evil}' 1x)"/>`),
  'escaped style': svg(`<rect width="1" height="1" style="fill:u\\72l(${evil}/x)"/>`),
  'style sheet': svg(`<style>@import "${evil}/a.css";@import url(${evil}/b.css);rect{fill:url(${evil}/c)}</style>`),
  'escaped style sheet': svg(`<style>@\\69mport "${evil}/a.css";rect{fill:u\\72l(${evil})}</style>`),
  'commented style sheet': svg(`<style>rect{fill:ur/**/l(${evil})} a{b:url(/**/${evil})}</style>`),
  'font from elsewhere': svg(`<style>@font-face{font-family:a;src:url(${evil}/f)}</style>`),
  'style sheet that ends early': svg('<style></style><script>alert(1)</script>'),
  'HTML in a title': svg('<title><img src=x onerror=alert(1)></title>'),
  'HTML in a description': svg('<desc><style><img src=x onerror=alert(1)></style></desc>'),
  mathematics: svg(`${shape}<math><mtext><img src=x onerror=alert(1)></mtext></math>`),
  'embedded document': svg(`<embed src="${evil}"/><object data="${evil}"/><iframe srcdoc="x"/>`).replace(
    /<(embed|object|iframe)/g,
    '<g><x-$1',
  ),
  'base of addresses': svg('', `xml:base="${evil}"`),
  'other namespaces': svg('<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>'),
  'processing instruction': `<?xml-stylesheet href="${evil}/a.css"?>${svg('')}`,
  'document type': `<!DOCTYPE svg [<!ENTITY x SYSTEM "${evil}">]>${svg('&x;')}`,
};

describe('making a drawing safe', () => {
  for (const [name, text] of Object.entries(hostile)) {
    it(`leaves nothing that acts or loads: ${name}`, () => {
      const clean = sanitizeSvg(text);
      assert.ok(clean !== null, 'something is left to be seen');
      assert.doesNotMatch(
        clean.text,
        /evil\.test|script|alert|\son\w+=|foreignObject|<a[\s>]|data:|@import|srcdoc|<img/i,
      );
      assert.match(clean.text, /d="M0 0h9v9z"/);
      assert.equal(sanitizeSvg(clean.text)?.text, clean.text, 'a second time changes nothing');
      assert.deepEqual(sanitizeSvg(clean.text)?.takenOut, []);
    });
  }

  it('keeps what draws: gradients, clips, filters, styles, pixels of its own and movement', () => {
    const kept = [
      '<title>Sun &amp; moon</title>',
      '<defs><linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"/></linearGradient></defs>',
      '<style>.a{fill:url(#g)}@media (prefers-color-scheme: dark){.a{fill:#000}}</style>',
      '<clipPath id="c"><circle r="3"/></clipPath>',
      '<filter id="f"><feGaussianBlur stdDeviation="1"/></filter>',
      '<rect class="a" width="9" height="9" clip-path="url(#c)" filter="url(#f)" transform="rotate(3 1 2)" style="fill:url(#g)"/>',
      '<image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/>',
      '<circle r="1"><animate attributeName="r" values="1;2" dur="1s"/></circle>',
      '<text xml:space="preserve" x="1">A &lt; B</text>',
    ].join('');
    const clean = sanitizeSvg(svg(kept));
    assert.deepEqual(clean?.takenOut, []);
    assert.equal(clean?.text, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${kept}${shape}</svg>\n`);
  });

  it('keeps shadows, whose element the parser does not know', () => {
    const { text, takenOut } =
      sanitizeSvg(svg('<filter id="f"><feDropShadow dx="1" stdDeviation="2"/></filter>')) ?? {};
    assert.match(text ?? '', /<feDropShadow dx="1" stdDeviation="2"\/>/);
    assert.deepEqual(takenOut, []);
  });

  it('keeps conditions and movements of a style sheet that brings in a font', () => {
    const style = `@import url('${evil}/css?family=Inter:wght@400;700&display=swap');
      @media (prefers-color-scheme: dark) { .a { fill: white } .b { fill: url(${evil}/p) } }
      @keyframes spin { from { rotate: 0deg } to { rotate: 90deg } }
      .c::after { content: "}{;" }
      .a { fill: black }`;
    const { text, takenOut } = sanitizeSvg(svg(`<style>${style}</style>`)) ?? {};
    const plain = (text ?? '').replace(/\s+/g, ' ');
    assert.match(plain, /@media \(prefers-color-scheme: dark\) ?\{ ?\.a ?\{ fill: white \} ?\}/);
    assert.match(plain, /@keyframes spin ?\{ ?from ?\{ rotate: 0deg \} to ?\{ rotate: 90deg \} ?\}/);
    assert.match(plain, /\.c::after ?\{ content: &quot;\}\{;&quot; \} ?\.a ?\{ fill: black \}/);
    assert.deepEqual(takenOut, ['<style>']);
  });

  it('puts in the plain words that a drawing declares, and nothing else', () => {
    const doctype = `<!DOCTYPE svg [<!ENTITY sea "#0af"><!ENTITY a "&sea;&sea;"><!ENTITY x SYSTEM "${evil}"><!ENTITY s '<script>'>]>`;
    const { text } =
      sanitizeSvg(doctype + svg('<rect width="1" height="1" fill="&sea;"/><text>&a;&x;&s;</text>')) ?? {};
    assert.match(text ?? '', /fill="#0af"/);
    assert.match(text ?? '', /<text>&amp;a;&amp;x;&amp;s;<\/text>/);
  });

  it('says what it took out, each once', () => {
    assert.deepEqual(sanitizeSvg(drawing)?.takenOut, [
      'onload="track(\'umbrella\')"',
      '<script>',
      'href="https://stats.invalid/pixel.png"',
    ]);
  });

  it('gives a whole document wherever a drawing is cut off', () => {
    let drawn = 0;
    for (let length = 0; length <= drawing.length; length += 1) {
      const clean = sanitizeSvg(drawing.slice(0, length));
      if (clean === null) continue;
      drawn += 1;
      const opened = [...clean.text.matchAll(/<([\w]+)(?:\s[^<>]*)?(?<!\/)>/g)].map((match) => match[1]);
      const closed = [...clean.text.matchAll(/<\/([\w]+)>/g)].map((match) => match[1]);
      assert.deepEqual(opened.toSorted(), closed.toSorted(), drawing.slice(0, length));
      assert.doesNotMatch(clean.text, /script|onload|stats\.invalid/);
    }
    assert.ok(drawn > 100);
  });

  it('is read alike by a parser of HTML, so that nothing comes back to life in a page', () => {
    const clean = sanitizeSvg(svg('<title>&lt;/title>&lt;script>alert(1)&lt;/script></title><text>&lt;!-- </text>'));
    const document = JSON.stringify(parse(clean?.text ?? ''), (key, value) =>
      key === 'parentNode' ? undefined : value,
    );
    assert.doesNotMatch(document, /"tagName":"script"/);
  });

  it('gives nothing where there is nothing to be seen, or beyond all measure', () => {
    for (const empty of [
      '',
      'no drawing',
      '<svg/>',
      '<svg><g/></svg>',
      '<svg><script>1</script></svg>',
      `<p>${shape}</p>`,
    ]) {
      assert.equal(sanitizeSvg(empty), null, empty);
    }
    assert.equal(sanitizeSvg(svg('<g>'.repeat(300))), null);
    assert.equal(sanitizeSvg(svg(shape.repeat(21_000))), null);
    assert.equal(sanitizeSvg(svg(`<!--${'x'.repeat(1_000_000)}-->`)), null);
  });

  it('draws no copies of copies of copies, and no circle of them', () => {
    const levels = Array.from(
      { length: 10 },
      (_, level) => `<g id="l${level + 1}">${`<use href="#l${level}"/>`.repeat(10)}</g>`,
    );
    const clean = sanitizeSvg(svg(`<g id="l0">${shape}</g>${levels.join('')}<use href="#l10"/>`));
    assert.doesNotMatch(clean?.text ?? '<use', /<use/);
    assert.deepEqual(clean?.takenOut, ['<use>']);
    assert.ok(sanitizeSvg(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')) !== null);
    assert.match(sanitizeSvg(svg(`<g id="a">${shape}</g><use href="#a"/>`))?.text ?? '', /<use href="#a"\/>/);
  });
});
