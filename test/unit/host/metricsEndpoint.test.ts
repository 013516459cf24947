import assert from 'node:assert/strict';
import { checkMetricsEndpoint } from '../../../src/host/metricsEndpoint.ts';

describe('checkMetricsEndpoint', () => {
  it('takes an empty value for no metrics', () => {
    assert.equal(checkMetricsEndpoint(''), null);
    assert.equal(checkMetricsEndpoint('  '), null);
  });

  const taken: readonly (readonly [value: string, url: string])[] = [
    ['http://127.0.0.1:4318/v1/metrics', 'http://127.0.0.1:4318/v1/metrics'],
    [' https://collector.example/team/v1/metrics ', 'https://collector.example/team/v1/metrics'],
    ['http://localhost:4318', 'http://localhost:4318/v1/metrics'],
    ['https://collector.example/', 'https://collector.example/v1/metrics'],
    ['http://[::1]:4318/otlp/', 'http://[::1]:4318/otlp/'],
  ];
  for (const [value, url] of taken) {
    it(`takes ${value.trim()}`, () => {
      assert.deepEqual(checkMetricsEndpoint(value), { kind: 'metrics-endpoint', url });
    });
  }

  for (const value of [
    'http://collector.example/v1/metrics',
    'http://192.168.0.2:4318',
    'localhost:4318',
    'grpc://localhost:4317',
    'https://user@collector.example',
    'https://collector.example/?token=1',
    'https://collector.example/#here',
  ]) {
    it(`refuses ${value}`, () => {
      const setting = 'tiebreak.metrics.endpoint';
      const shown = value.replace('user@', '…@');
      assert.deepEqual(checkMetricsEndpoint(value), { kind: 'setting-invalid', setting, value: shown });
    });
  }
});
