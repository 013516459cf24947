import type { Contender } from '../core/contender.ts';
import type { Failure, FailureKind, FailureOf } from '../core/failure.ts';
import type { NoticeView } from '../shared/comparisonView.ts';
import { labelAction } from './actionLabels.ts';
import type { Explanations } from './explanation.ts';
import { moneyExplanations } from './moneySentences.ts';
import { providerExplanations } from './providerSentences.ts';
import { setupExplanations } from './setupSentences.ts';
import { priceExplanations } from './spend/priceSentences.ts';
import { workspaceExplanations } from './workspaceSentences.ts';

const explanations: Explanations = {
  ...setupExplanations,
  ...providerExplanations,
  ...workspaceExplanations,
  ...moneyExplanations,
  ...priceExplanations,
};

/** What a person reads about a failure: one sentence and the few things that help. */
export function describeFailure(failure: Failure, contender: Contender | null): NoticeView {
  const { sentence, actions } = explain(failure.kind, failure, contender?.label ?? null);
  return {
    tone: 'error',
    sentence,
    actions: actions.map((id) => ({ id, label: labelAction(id, failure) })),
  };
}

function explain<Kind extends FailureKind>(kind: Kind, failure: FailureOf<Kind>, who: string | null) {
  const { sentence, actions } = explanations[kind];
  return { sentence: sentence(failure, who), actions };
}
