import assert from 'node:assert/strict';
import { type MetricsReceiver, startMetricsReceiver } from '../otlp/metricsReceiver.ts';
import { answerReply } from '../wire/replies.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

describe('Metrics', () => {
  // The environment's wishes are nobody's: the setting alone decides.
  const { workbench, wire } = useWiredWorkbench({
    settings: { 'tiebreak.metrics.endpoint': 'http://collector.example/v1/metrics' },
    environment: { OTEL_RESOURCE_ATTRIBUTES: 'user.name=canary', OTEL_EXPORTER_OTLP_HEADERS: 'x-environment=canary' },
  });
  let receiver: MetricsReceiver;
  before(async () => {
    receiver = await startMetricsReceiver();
  });
  after(() => receiver.close());

  async function compare(file: string): Promise<void> {
    const already = wire().requests.length;
    await workbench().editor.open(`src/${file}`);
    await workbench().editor.chooseFromContextMenu('Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), `Fix ${file}`);
    await tab.main.getByText('A canary reason.').nth(1).waitFor();
    assert.equal(wire().requests.length, already + 2);
  }

  it('are refused to an address without encryption, and go to one of this machine once that is set', async () => {
    for (const provider of ['openai', 'anthropic'] as const) {
      wire().order({ provider, always: answerReply({ prose: 'A canary reason.', edits: [] }) });
    }
    await storeKeys(workbench());
    await compare('basket.ts');
    const refusal = /tiebreak\.metrics\.endpoint has the address “http:\/\/collector\.example\/v1\/metrics”/;
    await workbench().notifications.press(refusal, 'Open settings');
    await workbench().page.locator('.settings-editor').getByText('Metrics: Endpoint').first().waitFor();

    await workbench().changeSettings({ 'tiebreak.metrics.endpoint': receiver.url });
    await compare('receipt.ts');
    const points = await waitUntil('both models’ metrics', async () => {
      const latest = receiver.exports.at(-1)?.metrics.find(({ name }) => name === 'gen_ai.client.token.usage');
      return latest?.points.length === 4 ? latest.points : undefined;
    });
    assert.deepEqual(
      points.map(({ attributes }) => `${attributes['gen_ai.request.model']} ${attributes['gen_ai.token.type']}`).sort(),
      ['claude-opus-4-7 input', 'claude-opus-4-7 output', 'gpt-5.5 input', 'gpt-5.5 output'],
    );
    for (const { count, sum, attributes } of points) {
      // The first comparison’s metrics went nowhere, and do not come later.
      assert.equal(count, 1);
      assert.ok((sum ?? 0) > 0);
      assert.equal(attributes['server.address'], '127.0.0.1');
    }
    for (const { bytes, headers, resource } of receiver.exports) {
      assert.doesNotMatch(bytes.toString('latin1') + JSON.stringify(headers), /canary|receipt\.ts|sample/);
      assert.deepEqual(Object.keys(resource), ['service.name', 'service.version', 'service.instance.id']);
    }
  });
});
