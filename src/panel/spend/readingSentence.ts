import type { Failure } from '../../core/failure.ts';

/** VS Code's `l10n`, as far as sentences with values need it. */
interface Localizer {
  t(message: string, ...values: readonly string[]): string;
}

/** Why the dashboard cannot show what the ledger holds. Reading alone went wrong: nothing was to be sent. */
export function readingSentence(failure: Failure, l10n: Localizer): string {
  return failure.kind === 'ledger-unavailable'
    ? l10n.t('The ledger cannot be read ({0}).', failure.cause)
    : l10n.t('The dashboard ran into a fault of its own ({0}). The ledger is safe.', faultOf(failure));
}

function faultOf(failure: Failure): string {
  return 'cause' in failure ? failure.cause : failure.kind;
}
