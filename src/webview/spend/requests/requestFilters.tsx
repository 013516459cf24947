import type { JSX } from 'preact';
import type { TaskKind } from '../../../core/task.ts';
import type { OutcomeChoice } from '../../../shared/outcomeChoice.ts';
import type { ReportView, SpendModel } from '../../../shared/spendView.ts';
import { fill } from '../../comparison/format.ts';
import { useDashboard } from '../dashboardContext.ts';

const outcomes: readonly OutcomeChoice[] = ['complete', 'failed', 'cancelled', 'open'];

/** Which of the requests are listed. Offers what there is in the period, and what is chosen already. */
export function RequestFilters({ report }: { readonly report: ReportView }): JSX.Element {
  const { texts, filters, changeFilters } = useDashboard();
  const { model, taskKind, workspaceId, outcome } = filters;
  const workspaceNames = new Map(report.workspaces.map((group) => [group.workspaceId, group.name]));
  return (
    <fieldset class="filters">
      <legend class="spoken">{texts.filters}</legend>
      <Filter<SpendModel>
        name={texts.model}
        values={report.models.map(modelOf)}
        chosen={model}
        keyOf={({ provider, model: name, scripted }) => `${provider} ${name} ${scripted}`}
        labelOf={(one) => (one.scripted ? fill(texts.scriptedModel, one.model) : one.model)}
        onChoose={(chosen) => changeFilters({ model: chosen })}
      />
      <Filter<TaskKind>
        name={texts.kind}
        values={report.kinds.map((group) => group.taskKind)}
        chosen={taskKind}
        keyOf={(kind) => kind}
        labelOf={(kind) => texts.kinds[kind]}
        onChoose={(chosen) => changeFilters({ taskKind: chosen })}
      />
      <Filter<string>
        name={texts.workspace}
        values={[...workspaceNames.keys()]}
        chosen={workspaceId}
        keyOf={(id) => `id ${id}`}
        labelOf={(id) => workspaceNames.get(id) ?? (id === '' ? texts.noWorkspace : id)}
        onChoose={(chosen) => changeFilters({ workspaceId: chosen })}
      />
      <Filter<OutcomeChoice>
        name={texts.outcome}
        values={outcomes}
        chosen={outcome}
        keyOf={(one) => one}
        labelOf={(one) => texts.outcomes[one]}
        onChoose={(chosen) => changeFilters({ outcome: chosen })}
      />
    </fieldset>
  );
}

interface FilterProps<Value> {
  readonly name: string;
  readonly values: readonly Value[];
  /** Null for all. Stays in sight where the period has none of it. */
  readonly chosen: Value | null;
  /** Tells values apart; never empty. */
  readonly keyOf: (value: Value) => string;
  readonly labelOf: (value: Value) => string;
  readonly onChoose: (value: Value | null) => void;
}

function Filter<Value>({ name, values, chosen, keyOf, labelOf, onChoose }: FilterProps<Value>): JSX.Element {
  const { texts } = useDashboard();
  const options = new Map((chosen === null ? values : [...values, chosen]).map((value) => [keyOf(value), value]));
  return (
    <label>
      <span>{name}</span>
      <select
        value={chosen === null ? '' : keyOf(chosen)}
        onChange={(event) => onChoose(options.get(event.currentTarget.value) ?? null)}
      >
        <option value="">{texts.all}</option>
        {[...options].map(([key, value]) => (
          <option key={key} value={key}>
            {labelOf(value)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Without the figures that a model of the report has beside its name. */
function modelOf({ provider, model, scripted }: SpendModel): SpendModel {
  return { provider, model, scripted };
}
