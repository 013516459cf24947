/**
 * The policy of a frame: inline styles, pictures and fonts that are in the document, and no network at all. Scripts run
 * by our nonce alone, or, where the person agreed, all that are in the document.
 *
 * @param nonce null where every script in the document may run: with a nonce, browsers leave out the others
 */
export function framePolicy(nonce: string | null): string {
  return [
    "default-src 'none'",
    `script-src ${nonce === null ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    "connect-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    // Every text that scripts make elements of goes through our script first, which lets no frame come to be.
    ...(nonce === null ? ["require-trusted-types-for 'script'", 'trusted-types default'] : []),
  ].join('; ');
}
