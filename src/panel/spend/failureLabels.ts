import type { FailureKind } from '../../core/failure.ts';

/** VS Code's `l10n`, as far as texts need it. */
interface Localizer {
  t(message: string): string;
}

/** Each kind of failure in a few words, for a list of facts. */
export function failureLabels(l10n: Localizer): Readonly<Record<FailureKind, string>> {
  return {
    'key-missing': l10n.t('no API key'),
    'model-unknown': l10n.t('unknown model'),
    'setting-invalid': l10n.t('a setting that cannot be used'),
    'untrusted-workspace': l10n.t('restricted workspace'),
    'key-rejected': l10n.t('API key rejected'),
    'no-access': l10n.t('no access to the model'),
    'model-not-found': l10n.t('model not found'),
    quota: l10n.t('quota used up'),
    'rate-limited': l10n.t('rate limited'),
    overloaded: l10n.t('provider overloaded'),
    'provider-fault': l10n.t('fault at the provider'),
    'network-down': l10n.t('no connection'),
    tls: l10n.t('no secure connection'),
    proxy: l10n.t('refused by the proxy'),
    'timed-out': l10n.t('took too long'),
    stalled: l10n.t('stopped sending'),
    'images-not-taken': l10n.t('model cannot see images'),
    'prompt-too-long': l10n.t('prompt too long'),
    'request-rejected': l10n.t('request rejected'),
    refused: l10n.t('refused by the model'),
    truncated: l10n.t('answer cut off at a limit'),
    'stream-broken': l10n.t('connection broken off'),
    protocol: l10n.t('response not understood'),
    interrupted: l10n.t('window closed meanwhile'),
    'no-edit': l10n.t('no edit in the answer'),
    'no-image': l10n.t('no picture in the answer'),
    'empty-answer': l10n.t('empty answer'),
    'edit-mismatch': l10n.t('edits that fit nowhere'),
    'document-unsuitable': l10n.t('file not suitable'),
    'image-unsuitable': l10n.t('image not suitable'),
    'document-changed': l10n.t('file changed meanwhile'),
    'document-gone': l10n.t('file gone'),
    'read-only': l10n.t('file is read-only'),
    'not-encodable': l10n.t('character that the file’s encoding lacks'),
    'path-refused': l10n.t('path not allowed'),
    'edit-rejected': l10n.t('edit rejected by VS Code'),
    'budget-reached': l10n.t('held back by a budget'),
    'budget-unpriced': l10n.t('held back by a budget: no known price'),
    'budget-unknown': l10n.t('held back by a budget: damaged ledger'),
    'prices-invalid': l10n.t('own prices cannot be read'),
    'ledger-unavailable': l10n.t('ledger not writable'),
    unexpected: l10n.t('fault inside Tiebreak'),
  };
}
