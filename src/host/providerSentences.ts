import * as vscode from 'vscode';
import type { Provider } from '../core/contender.ts';
import type { FailureKind } from '../core/failure.ts';
import type { Explanations } from './explanation.ts';
import { providerLabels } from './keyNames.ts';
import { readBaseUrl } from './settings.ts';
import { waitText } from './waitText.ts';

type ProviderKind = Exclude<
  FailureKind,
  | 'key-missing'
  | 'model-unknown'
  | 'setting-invalid'
  | 'prices-invalid'
  | 'untrusted-workspace'
  | 'images-not-taken'
  | 'image-unsuitable'
  | 'ledger-unavailable'
  | 'unexpected'
  | 'document-unsuitable'
  | 'document-changed'
  | 'document-gone'
  | 'read-only'
  | 'not-encodable'
  | 'path-refused'
  | 'edit-rejected'
  | 'budget-reached'
  | 'budget-unpriced'
  | 'budget-unknown'
>;

/** What goes wrong between us and a provider, or with what a model answered. */
export const providerExplanations: Explanations<ProviderKind> = {
  'key-rejected': {
    sentence: ({ provider }) =>
      vscode.l10n.t(
        '{0} does not accept the stored API key; it may be mistyped, expired or revoked.',
        whereOf(provider),
      ),
    actions: ['set-key', 'choose-model'],
  },
  'no-access': {
    sentence: ({ provider, model }, who) =>
      vscode.l10n.t('{0} does not let this API key use {1}.', whereOf(provider), who ?? model),
    actions: ['choose-model', 'set-key'],
  },
  'model-not-found': {
    sentence: ({ provider, model }) => vscode.l10n.t('{0} has no model named “{1}”.', whereOf(provider), model),
    actions: ['choose-model'],
  },
  quota: {
    sentence: ({ provider }) =>
      vscode.l10n.t('The account at {0} has no credit left or reached its spending limit.', whereOf(provider)),
    actions: ['ask-again', 'choose-model'],
  },
  'rate-limited': {
    sentence: ({ provider, retryAfterMs }) =>
      retryAfterMs === null
        ? vscode.l10n.t('{0} got too many requests from this account.', whereOf(provider))
        : vscode.l10n.t(
            '{0} got too many requests from this account and asks to wait {1}.',
            whereOf(provider),
            waitText(retryAfterMs),
          ),
    actions: ['ask-again'],
  },
  overloaded: {
    sentence: ({ provider }) => vscode.l10n.t('{0} is overloaded at the moment.', whereOf(provider)),
    actions: ['ask-again'],
  },
  'provider-fault': {
    sentence: ({ provider, status }) =>
      status === null
        ? vscode.l10n.t('{0} reports an error of its own.', whereOf(provider))
        : vscode.l10n.t('{0} reports an error of its own (status {1}).', whereOf(provider), status),
    actions: ['ask-again', 'show-log'],
  },
  'network-down': {
    sentence: ({ host, code }) =>
      code === null
        ? vscode.l10n.t('{0} cannot be reached.', host)
        : vscode.l10n.t('{0} cannot be reached ({1}).', host, networkReason(code)),
    actions: ['ask-again', 'show-log'],
  },
  tls: {
    sentence: ({ host, code }) =>
      code === null
        ? vscode.l10n.t('The connection to {0} could not be secured, so nothing was sent.', host)
        : vscode.l10n.t('The connection to {0} could not be secured ({1}), so nothing was sent.', host, code),
    actions: ['ask-again', 'show-log'],
  },
  proxy: {
    sentence: ({ host, status }) =>
      status === 407
        ? vscode.l10n.t('The proxy {0} asks for a user name and password.', host)
        : vscode.l10n.t('The proxy {0} did not let the request through.', host),
    actions: ['ask-again', 'show-log'],
  },
  'timed-out': {
    sentence: ({ host, afterMs }) => vscode.l10n.t('{0} was not done after {1}.', host, waitText(afterMs)),
    actions: ['ask-again'],
  },
  stalled: {
    sentence: ({ host, afterMs }) =>
      vscode.l10n.t('Nothing came from {0} for {1}, so the answer was given up.', host, waitText(afterMs)),
    actions: ['ask-again', 'open-settings'],
  },
  'prompt-too-long': {
    sentence: (_failure, who) =>
      vscode.l10n.t('{0} cannot read a request this long; select less or take context out.', who ?? theModel()),
    actions: ['show-request', 'choose-model'],
  },
  'request-rejected': {
    sentence: ({ provider, reason }) =>
      reason === ''
        ? vscode.l10n.t('{0} does not take this request.', whereOf(provider))
        : vscode.l10n.t('{0} does not take this request: {1}', whereOf(provider), reason),
    actions: ['choose-model', 'show-request', 'show-log'],
  },
  refused: {
    sentence: ({ explanation }, who) =>
      explanation === null || explanation === ''
        ? vscode.l10n.t('{0} declined to answer this.', who ?? theModel())
        : vscode.l10n.t('{0} declined to answer this: {1}', who ?? theModel(), explanation),
    actions: ['show-request', 'choose-model'],
  },
  truncated: {
    sentence: ({ limit }, who) => {
      const name = who ?? theModel();
      return {
        output: vscode.l10n.t('{0} was cut off at the output limit, so its edits are incomplete.', name),
        context: vscode.l10n.t('{0} ran out of room for its answer, so its edits are incomplete.', name),
        size: vscode.l10n.t('{0} wrote more than fits and was cut off, so its edits are incomplete.', name),
      }[limit];
    },
    actions: ['ask-again', 'open-settings'],
  },
  'stream-broken': {
    sentence: ({ host }) => vscode.l10n.t('The connection to {0} broke off before the answer was complete.', host),
    actions: ['ask-again'],
  },
  interrupted: {
    sentence: (_failure, who) =>
      vscode.l10n.t('The window closed while {0} was answering; what had come by then is shown.', who ?? theModel()),
    actions: ['ask-again'],
  },
  protocol: {
    sentence: ({ host }) => vscode.l10n.t('{0} answered with something that is not an answer of a model.', host),
    actions: ['ask-again', 'open-settings', 'show-log'],
  },
  'no-edit': {
    sentence: (_failure, who) => vscode.l10n.t('{0} answered without changing any code.', who ?? theModel()),
    actions: ['ask-again'],
  },
  'no-image': {
    sentence: (_failure, who) => vscode.l10n.t('{0} answered without a picture that can be shown.', who ?? theModel()),
    actions: ['ask-again'],
  },
  'empty-answer': {
    sentence: (_failure, who) => vscode.l10n.t('{0} answered with nothing at all.', who ?? theModel()),
    actions: ['ask-again'],
  },
  'edit-mismatch': {
    sentence: ({ count }, who) =>
      count === 1
        ? vscode.l10n.t('{0} made an edit that does not fit the code it was shown.', who ?? theModel())
        : vscode.l10n.t('{0} made {1} edits that do not fit the code it was shown.', who ?? theModel(), count),
    actions: ['ask-again'],
  },
};

/** The provider with the host that is really asked, when that is not the provider's own. */
function whereOf(provider: Provider): string {
  const address = readBaseUrl(provider);
  const label = providerLabels[provider];
  return address.kind === 'base-url' ? `${label} (${address.host})` : label;
}

function theModel(): string {
  return vscode.l10n.t('The model');
}

function networkReason(code: string): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOTFOUND: vscode.l10n.t('its name is not known'),
    EAI_AGAIN: vscode.l10n.t('its name cannot be looked up now'),
    ECONNREFUSED: vscode.l10n.t('it refuses the connection'),
    ECONNRESET: vscode.l10n.t('the connection was cut'),
    ETIMEDOUT: vscode.l10n.t('it does not respond'),
    ENETUNREACH: vscode.l10n.t('there is no network'),
  };
  return reasons[code] ?? code;
}
