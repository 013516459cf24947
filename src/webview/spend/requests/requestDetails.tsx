import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ExtraUsage } from '../../../core/spend/billing.ts';
import { inputTokens } from '../../../core/spend/usage.ts';
import type { SpendTexts } from '../../../shared/spendTexts.ts';
import type { RequestView } from '../../../shared/spendView.ts';
import { fill, formatDuration } from '../../comparison/format.ts';
import { useDashboard } from '../dashboardContext.ts';
import type { Formats } from '../formats.ts';
import { costSoFarText, failureText } from './requestWords.ts';

/** What is behind a request: how it was counted, what the provider sent, and what it is found by. */
export function RequestDetails({ row }: { readonly row: RequestView }): JSX.Element {
  const { texts } = useDashboard();
  return (
    <div class="request-details">
      {row.ending !== null && (
        <section>
          <h3>{texts.counted}</h3>
          <Facts facts={useCounted(row)} />
        </section>
      )}
      <section>
        <h3>{texts.facts}</h3>
        <Facts facts={useFacts(row)} />
      </section>
      {row.ending !== null && (
        <section class="raw">
          <h3>{texts.rawUsage}</h3>
          <RawUsage requestId={row.requestId} />
        </section>
      )}
    </div>
  );
}

type Fact = readonly [name: string, value: string];

function Facts({ facts }: { readonly facts: readonly Fact[] }): JSX.Element {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useCounted(row: RequestView): readonly Fact[] {
  const { texts, formats, locale } = useDashboard();
  const { ending } = row;
  if (ending === null) return [];
  const tokens = (count: number) =>
    ending.usageIsEstimate ? fill(texts.estimated, formats.whole(count)) : formats.whole(count);
  const costSoFar = costSoFarText(row, formats, locale, texts);
  const { usage, extras, priceSource, cacheSavings, terms } = ending;
  const classes: readonly Fact[] =
    usage === null
      ? [[texts.tokens, texts.notReported]]
      : [
          [texts.uncachedInput, tokens(usage.uncachedInput)],
          [texts.cacheRead, tokens(usage.cacheRead)],
          [texts.cacheWrite5m, tokens(usage.cacheWrite5m)],
          [texts.cacheWrite1h, tokens(usage.cacheWrite1h)],
          [texts.output, tokens(usage.output)],
          [texts.reasoning, tokens(usage.reasoning)],
        ];
  return [
    ...classes,
    ...(costSoFar === null ? [] : [[texts.cost, costSoFar] as const]),
    ...extras.map((extra): Fact => [texts.extras, extraText(extra, formats, texts)]),
    ...(terms.serviceTier === null ? [] : [[texts.serviceTier, terms.serviceTier] as const]),
    ...(terms.region === null ? [] : [[texts.region, terms.region] as const]),
    ...(priceSource === null
      ? []
      : [[texts.prices, priceSource === 'own' ? texts.pricesOwn : fill(texts.pricesList, priceSource.date)] as const]),
    ...(cacheSavings === null ? [] : [savingFact(cacheSavings, formats, texts)]),
  ];
}

function savingFact(nanoDollars: number, formats: Formats, texts: SpendTexts): Fact {
  if (nanoDollars >= 0) return [texts.savedHere, formats.money(nanoDollars)];
  return [texts.cachingCost, fill(texts.moreThanSavedBy, formats.money(-nanoDollars))];
}

function useFacts(row: RequestView): readonly Fact[] {
  const { texts, formats, locale } = useDashboard();
  const { ending } = row;
  return [
    [texts.time, formats.moment(row.startedAt)],
    ...(ending === null || ending.firstTokenAt === null
      ? []
      : [[texts.firstToken, formatDuration(ending.firstTokenAt - row.startedAt, locale)] as const]),
    ...(ending === null || ending.returnedModel === null ? [] : [[texts.returnedModel, ending.returnedModel] as const]),
    ...(ending === null || ending.failureKind === null
      ? []
      : [[texts.failure, failureText(ending.failureKind, texts)] as const]),
    [texts.side, row.side === 'left' ? texts.left : texts.right],
    [texts.attempt, `${formats.whole(row.attempt)}, ${formats.whole(row.request)}`],
    [texts.requestId, row.requestId],
    [texts.comparisonId, row.comparisonId],
    [texts.sessionId, row.sessionId],
  ];
}

function RawUsage({ requestId }: { readonly requestId: string }): JSX.Element {
  const { texts, raw, send } = useDashboard();
  const told = raw[requestId];
  // Also where it was found opened after a reload; what the provider once sent does not change.
  const isWanted = told?.kind !== 'told';
  useEffect(() => {
    if (isWanted) send('raw-asked', { requestId });
  }, [isWanted, send, requestId]);
  if (told === undefined) return <p role="status">{texts.loading}</p>;
  if (told.kind === 'failed') return <p role="alert">{told.sentence}</p>;
  return told.json === null ? <p>{texts.noRawUsage}</p> : <pre>{told.json}</pre>;
}

function extraText(extra: ExtraUsage, formats: Formats, texts: SpendTexts): string {
  switch (extra.kind) {
    case 'image-generation': {
      const { textInput, cachedTextInput, imageInput, cachedImageInput, textOutput, imageOutput } = extra;
      const tokens = textInput + cachedTextInput + imageInput + cachedImageInput + textOutput + imageOutput;
      return fill(texts.extraImages, formats.whole(tokens));
    }
    case 'tool':
      return extra.calls === 1
        ? fill(texts.extraToolOne, extra.name)
        : fill(texts.extraTool, extra.name, formats.whole(extra.calls));
    case 'model':
      return fill(texts.extraModel, extra.model, formats.whole(inputTokens(extra.usage) + extra.usage.output));
  }
}
