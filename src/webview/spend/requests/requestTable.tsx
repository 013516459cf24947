import { Fragment, type JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { RequestView } from '../../../shared/spendView.ts';
import { fill, formatDuration } from '../../comparison/format.ts';
import { Icon } from '../../comparison/icon.tsx';
import { useDashboard } from '../dashboardContext.ts';
import { ScrollingTable } from '../sections/scrollingTable.tsx';
import { RequestDetails } from './requestDetails.tsx';
import { costText, outcomeText, tokenText } from './requestWords.ts';

const columns = 8;

/** Requests, the latest first; each opens what is behind it. */
export function RequestTable({ rows }: { readonly rows: readonly RequestView[] }): JSX.Element {
  const { texts } = useDashboard();
  return (
    <ScrollingTable caption={texts.requestList} className="request-table">
      <thead>
        <tr>
          <th scope="col">{texts.time}</th>
          <th scope="col">{texts.model}</th>
          <th scope="col">{texts.kind}</th>
          <th scope="col">{texts.workspace}</th>
          <th scope="col" class="number">
            {texts.tokens}
          </th>
          <th scope="col" class="number">
            {texts.cost}
          </th>
          <th scope="col">{texts.outcome}</th>
          <th scope="col" class="number">
            {texts.duration}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <RequestRow key={row.requestId} row={row} />
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function RequestRow({ row }: { readonly row: RequestView }): JSX.Element {
  const { texts, formats, locale, opened, setOpened } = useDashboard();
  const id = useId();
  const isOpen = opened.includes(row.requestId);
  const now = Date.now();
  const time = formats.shortMoment(row.startedAt, now);
  const model = row.scripted ? fill(texts.scriptedModel, row.model) : row.model;
  return (
    <Fragment>
      <tr class={row.scripted ? 'scripted' : ''}>
        <th scope="row">
          <button
            type="button"
            class="row-toggle"
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={fill(texts.showDetails, time, model, texts.kinds[row.taskKind])}
            onClick={() => setOpened(row.requestId, !isOpen)}
          >
            <Icon name="chevron-right" />
            {time}
          </button>
        </th>
        <td class="model">{model}</td>
        <td>{texts.kinds[row.taskKind]}</td>
        <td class="workspace">{row.workspaceName ?? texts.noWorkspace}</td>
        <td class="number">{tokenText(row, locale, texts)}</td>
        <td class="number">{costText(row, formats, locale, texts)}</td>
        <td class={`outcome ${row.ending?.outcome ?? 'open'}`}>{outcomeText(row, now, texts)}</td>
        <td class="number">{row.ending === null ? '–' : formatDuration(row.ending.endedAt - row.startedAt, locale)}</td>
      </tr>
      <tr id={id} class="details-row" hidden={!isOpen}>
        <td colSpan={columns}>{isOpen && <RequestDetails row={row} />}</td>
      </tr>
    </Fragment>
  );
}
