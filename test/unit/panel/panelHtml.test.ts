import assert from 'node:assert/strict';
import { panelHtml } from '../../../src/panel/panelHtml.ts';

const page = {
  nonce: 'bm9uY2U=',
  cspSource: 'https://*.vscode-cdn.net',
  scriptUri: 'https://x.vscode-cdn.net/comparison.js?a=1&b=2',
  styleUri: 'https://x.vscode-cdn.net/comparison.css',
  landmark: 'Comparison',
  locale: 'en',
};

describe('panelHtml', () => {
  it('allows our script, style sheet and font, and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(panelHtml(page))?.[1]?.replaceAll('&#39;', "'");
    assert.equal(
      policy,
      "default-src 'none'; script-src 'nonce-bm9uY2U='; style-src https://*.vscode-cdn.net; img-src https://*.vscode-cdn.net; font-src https://*.vscode-cdn.net; connect-src 'none'; frame-src 'none'; worker-src 'none'; form-action 'none'; base-uri 'none'",
    );
  });

  it('allows pictures as data where it shows some, and from nowhere else', () => {
    assert.match(panelHtml({ ...page, showsPictures: true }), /img-src https:\/\/\*\.vscode-cdn\.net data:;/);
  });

  it('has no inline script or style', () => {
    const html = panelHtml(page);
    assert.doesNotMatch(html, /\sstyle=|<style|\son\w+=/);
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.match(
      html,
      /<script nonce="bm9uY2U=" src="https:\/\/x.vscode-cdn.net\/comparison.js\?a=1&amp;b=2"><\/script>/,
    );
  });

  it('escapes what it is given', () => {
    assert.match(panelHtml({ ...page, landmark: '"><img src=x>' }), /aria-label="&quot;&gt;&lt;img src=x&gt;"/);
  });
});
