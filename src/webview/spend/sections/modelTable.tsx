import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { inputTokens } from '../../../core/spend/usage.ts';
import type { SpendTexts } from '../../../shared/spendTexts.ts';
import type { ModelSpendView, ReportView } from '../../../shared/spendView.ts';
import { fill, formatTokens } from '../../comparison/format.ts';
import { SeriesSwatch } from '../charts/seriesSwatch.tsx';
import { useDashboard } from '../dashboardContext.ts';
import { moneyText } from '../moneyWords.ts';
import { readingText } from './readingWords.ts';
import { ScrollingTable } from './scrollingTable.tsx';

/** Each model by what it costs and by what it costs to get a change that is worth taking. */
export function ModelTable({ report }: { readonly report: ReportView }): JSX.Element {
  const { texts, formats } = useDashboard();
  const heading = useId();
  const headings = [
    texts.outputPrice,
    texts.costPerChange,
    texts.tokensPerChange,
    texts.acceptedChanges,
    texts.spent,
    texts.requests,
    texts.input,
    texts.output,
  ];
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{texts.byModel}</h2>
      {report.reading !== null && <p class="reading">{readingText(report.reading, formats, texts)}</p>}
      <ScrollingTable caption={texts.byModelCaption} className="models">
        <thead>
          <tr>
            <th scope="col">{texts.model}</th>
            {headings.map((name) => (
              <th key={name} scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.models.map((model) => (
            <ModelRow key={`${model.model} ${model.scripted}`} model={model} report={report} />
          ))}
        </tbody>
      </ScrollingTable>
      <p class="fine-print">{texts.changesExplained}</p>
    </section>
  );
}

function ModelRow({ model, report }: { readonly model: ModelSpendView; readonly report: ReportView }): JSX.Element {
  const { texts, formats, locale } = useDashboard();
  const { figures, acceptedHunks, outputPrice, scripted } = model;
  const { usage } = figures;
  const money = formats.moneyColumn(Math.max(...report.models.map((one) => one.figures.nanoDollars)));
  const series = report.series.findIndex((one) => one.provider === model.provider && one.model === model.model);
  const perChange = formats.money(Math.round(figures.nanoDollars / acceptedHunks));
  const spent = moneyText(figures, money, texts);
  return (
    <tr class={scripted ? 'scripted' : ''}>
      <th scope="row">
        <SeriesSwatch series={series < 0 ? report.series.length : series} />
        <span class="model">{scripted ? fill(texts.scriptedModel, model.model) : model.model}</span>
      </th>
      <td class="number">{outputPrice === null ? '–' : formats.moneyColumn(Number.POSITIVE_INFINITY)(outputPrice)}</td>
      <td class="number strong">{acceptedHunks === 0 ? '–' : costPerChange(model, perChange, texts)}</td>
      <td class="number strong">{acceptedHunks === 0 ? '–' : tokensPerChange(model, locale, texts)}</td>
      <td class="number">{formats.whole(acceptedHunks)}</td>
      <td class="number">{scripted ? `(${spent})` : spent}</td>
      <td class="number">{formats.whole(figures.requests)}</td>
      <td class="number">{formatTokens(inputTokens(usage), locale)}</td>
      <td class="number">{formatTokens(usage.output, locale)}</td>
    </tr>
  );
}

/** Tokens are counted where there is no price, too; what was cut off may have had more of them. */
function tokensPerChange(
  { figures: { usage, unknownRequests }, acceptedHunks }: ModelSpendView,
  locale: string,
  texts: SpendTexts,
): string {
  const tokens = inputTokens(usage) + usage.output;
  if (tokens === 0) return unknownRequests > 0 ? texts.unknown : '–';
  const perChange = formatTokens(Math.round(tokens / acceptedHunks), locale);
  return unknownRequests > 0 ? fill(texts.atLeast, perChange) : perChange;
}

function costPerChange({ figures, scripted }: ModelSpendView, perChange: string, texts: SpendTexts): string {
  if (figures.unknownRequests === figures.requests) return texts.unknown;
  const known = figures.unknownRequests > 0 ? fill(texts.atLeast, perChange) : perChange;
  return scripted ? `(${known})` : known;
}
