import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { ReportView, SpendView } from '../../shared/spendView.ts';
import { ActionButton } from '../comparison/actionButton.tsx';
import { fill } from '../comparison/format.ts';
import { useDashboard } from './dashboardContext.ts';
import { RequestSection } from './requests/requestSection.tsx';
import { GroupTable } from './sections/groupTable.tsx';
import { Headline } from './sections/headline.tsx';
import { ModelTable } from './sections/modelTable.tsx';
import { Timeline } from './sections/timeline.tsx';
import { useSpokenOutcome } from './spokenOutcome.ts';
import { TitleRow } from './titleRow.tsx';

interface DashboardProps {
  readonly view: SpendView;
  /** Whether what is shown is of an earlier choice, while the new one is being read. */
  readonly isBehind: boolean;
  /** The same of the list of requests, which comes after the sums. */
  readonly isListBehind: boolean;
}

/** The whole page, from the choice of the period down to the single requests. */
export function Dashboard({ view, isBehind, isListBehind }: DashboardProps): JSX.Element {
  const { texts, formats } = useDashboard();
  const heading = useRef<HTMLHeadingElement>(null);
  const { report, requests } = view;
  const isWaiting = isBehind || isListBehind || report.kind === 'loading' || requests.kind === 'loading';
  const spoken = useSpokenOutcome(view, isWaiting, formats);
  return (
    <div class="dashboard">
      <TitleRow
        report={report.kind === 'told' ? report.report : null}
        isEmpty={report.kind === 'empty'}
        heading={heading}
      />
      <p class="spoken" role="status">
        {spoken}
      </p>
      {report.kind === 'failed' && <Unreadable sentence={report.sentence} didPress={() => heading.current?.focus()} />}
      {report.kind === 'empty' && <NothingYet />}
      {report.kind === 'loading' && <Loading />}
      {report.kind === 'told' && (
        <div class={isBehind ? 'report behind' : 'report'} aria-busy={isBehind}>
          <Report report={report.report} />
          <RequestSection requests={requests} report={report.report} isBehind={!isBehind && isListBehind} />
          <p class="fine-print">{[...report.report.priceNotes, fill(texts.daysOfZone, view.timeZone)].join(' ')}</p>
        </div>
      )}
    </div>
  );
}

function Report({ report }: { readonly report: ReportView }): JSX.Element {
  const { texts } = useDashboard();
  if (report.models.length === 0) {
    return (
      <>
        <Headline report={report} />
        <p class="nothing">{report.scriptedRequests > 0 ? texts.onlyScripted : texts.nothingInPeriod}</p>
      </>
    );
  }
  const kinds = report.kinds.map(({ taskKind, ...group }) => ({ ...group, name: texts.kinds[taskKind] }));
  const workspaces = report.workspaces.map(({ name, ...group }) => ({ ...group, name: name ?? texts.noWorkspace }));
  return (
    <>
      <Headline report={report} />
      <Timeline report={report} />
      <ModelTable report={report} />
      <GroupTable report={report} title={texts.byKind} heading={texts.kind} groups={kinds} />
      <GroupTable report={report} title={texts.byWorkspace} heading={texts.workspace} groups={workspaces} />
    </>
  );
}

/** As high as what will stand there, so that nothing jumps. */
function Loading(): JSX.Element {
  const { texts } = useDashboard();
  return (
    <div class="loading">
      <span class="spoken">{texts.loading}</span>
      <div class="skeleton figures" aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </div>
      <div class="skeleton picture" aria-hidden="true">
        <span />
      </div>
      <div class="skeleton rows" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}

interface UnreadableProps {
  readonly sentence: string;
  /** The button that was pressed will be gone. */
  readonly didPress: () => void;
}

function Unreadable({ sentence, didPress }: UnreadableProps): JSX.Element {
  const { texts, send } = useDashboard();
  const readAgain = () => {
    didPress();
    send('report-asked', {});
  };
  return (
    <div class="whole-page" role="alert">
      <p>{sentence}</p>
      <div class="choices">
        <ActionButton look="primary" onPress={readAgain}>
          {texts.readAgain}
        </ActionButton>
        <ActionButton look="secondary" onPress={() => send('action-chosen', { action: 'show-log' })}>
          {texts.showLog}
        </ActionButton>
      </div>
    </div>
  );
}

function NothingYet(): JSX.Element {
  const { texts, send } = useDashboard();
  return (
    <div class="whole-page">
      <p>{texts.nothingYet}</p>
      <div class="choices">
        <ActionButton look="primary" onPress={() => send('action-chosen', { action: 'try-scripted' })}>
          {texts.tryScripted}
        </ActionButton>
      </div>
    </div>
  );
}
