import assert from 'node:assert/strict';
import { previewHtml } from '../../../../src/panel/preview/previewHtml.ts';

const page = { nonce: 'bm9uY2U=', script: '0</script>0', style: 'a{}</style>', landmark: 'Preview', locale: 'en' };

function policyOf(html: string): string {
  return (/Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&#39;', "'");
}

describe('the page of the preview', () => {
  it('lets no script run but ours until the person agrees, and nothing come from anywhere', () => {
    assert.equal(
      policyOf(previewHtml({ ...page, allowsScripts: false })),
      "default-src 'none'; script-src 'nonce-bm9uY2U='; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; connect-src 'none'; frame-src 'none'; worker-src 'none'; form-action 'none'; base-uri 'none'",
    );
    assert.match(policyOf(previewHtml({ ...page, allowsScripts: true })), / script-src 'unsafe-inline'; /);
  });

  it('forbids before anything else stands in it, and neither script nor style ends early', () => {
    const html = previewHtml({ ...page, allowsScripts: false });
    assert.ok(html.indexOf('Content-Security-Policy') < html.indexOf('<style'));
    assert.match(html, /<meta http-equiv="x-dns-prefetch-control" content="off">/);
    assert.match(html, /<script nonce="bm9uY2U=">0<\\\/script>0<\/script>/);
    assert.equal(html.match(/<\/script>/g)?.length, 1);
    assert.equal(html.match(/<\/style>/g)?.length, 1);
  });
});
