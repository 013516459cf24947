import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameworkKind } from '../../../../src/app/preview/componentPorts.ts';
import { carefulForm } from '../../../../src/models/scripted/answers/orderForm/carefulForm.ts';
import { plainForm } from '../../../../src/models/scripted/answers/orderForm/plainForm.ts';
import { carefulTable } from '../../../../src/models/scripted/answers/orders/carefulTable.ts';
import { plainTable } from '../../../../src/models/scripted/answers/orders/plainTable.ts';
import { carefulChart } from '../../../../src/models/scripted/answers/salesChart/carefulChart.ts';
import { plainChart } from '../../../../src/models/scripted/answers/salesChart/plainChart.ts';
import { type ComponentTools, renderComponent } from '../../../../src/preview/component/renderComponent.ts';
import type { DataSet } from '../../../../src/shared/previewView.ts';
import { projectFolder } from '../../../vscode/projectFolder.ts';
import { useBuiltComponents } from './builtComponents.ts';
import { componentTools } from './componentTools.ts';
import { readerOf } from './projectOf.ts';

const orders = readFileSync(join(projectFolder, 'media', 'sample', 'office', 'orders.ts'), 'utf8');

interface Answer {
  readonly kind: FrameworkKind;
  readonly path: string;
  readonly text: string;
  /** What is to be seen of each set. */
  readonly shown: Readonly<Record<DataSet, RegExp>>;
  /** What is only to be seen of data that it brings along. */
  readonly own: RegExp;
}

const table = { kind: 'react', path: 'office/OrdersTable.tsx', own: /Lindqvist/ } as const;
const chart = { kind: 'svelte', path: 'office/SalesChart.svelte' } as const;
const form = { kind: 'vue', path: 'office/OrderForm.vue', own: /Desk lamp/ } as const;
const long = /東京都/;

const answers: Readonly<Record<string, Answer>> = {
  'the careful table': { ...table, text: carefulTable, shown: { typical: /A-1047/, empty: /No orders\./, long } },
  'the plain table': { ...table, text: plainTable, shown: { typical: /A-1047/, empty: /Orders/, long } },
  'the careful chart': {
    ...chart,
    text: carefulChart,
    own: /Mon/,
    shown: { typical: /the best day was Sat/, empty: /Nothing was sold yet/, long },
  },
  'the plain chart': {
    ...chart,
    text: plainChart,
    own: /<rect/,
    shown: { typical: /<rect/, empty: /All amounts in euros/, long: /<rect/ },
  },
  'the careful form': {
    ...form,
    text: carefulForm,
    shown: { typical: /Oak chair/, empty: /There is nothing to order today/, long },
  },
  'the plain form': { ...form, text: plainForm, shown: { typical: /Oak chair/, empty: /Order now/, long } },
};

describe('The components of the sample', () => {
  const built = useBuiltComponents();
  let tools: ComponentTools;
  before(async () => {
    tools = await componentTools(built());
  });

  for (const [name, { kind, path, text, shown, own }] of Object.entries(answers)) {
    it(`are shown with every set of data: ${name}`, async () => {
      for (const dataSet of ['typical', 'empty', 'long'] as const) {
        const job = { kind, path, text, dataSet, live: false, ownProps: null, tailwind: false, underWay: false };
        const { markup, fault } = await renderComponent(
          { ...job, missingWords: '{0}' },
          readerOf({ 'office/orders.ts': orders }),
          tools,
        );
        assert.equal(fault, null, dataSet);
        const html = markup?.html ?? '';
        assert.match(html, shown[dataSet], dataSet);
        if (dataSet === 'empty') assert.doesNotMatch(html, own);
      }
    });
  }
});
