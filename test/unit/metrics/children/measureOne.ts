import { registerHooks } from 'node:module';
import { MetricsObserver } from '../../../../src/metrics/metricsObserver.ts';
import { endedRequest } from '../endedRequests.ts';

// Measures one request and ends, as a window that closes. Takes the endpoint, empty for none, and prints the modules of
// OpenTelemetry that were loaded.

const loaded: string[] = [];
registerHooks({
  load: (url, context, nextLoad) => {
    if (url.includes('@opentelemetry')) loaded.push(url);
    return nextLoad(url, context);
  },
});
const endpoint = process.argv[2] ?? '';
const observer = new MetricsObserver({
  clock: {
    now: () => Date.now(),
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  },
  log: { info: console.error, warn: console.error, error: console.error },
  version: '1.2.3',
  newId: () => crypto.randomUUID(),
  endpoint: () => (endpoint === '' ? null : endpoint),
  server: () => null,
});
observer.requestEnded(...endedRequest());
observer.dispose();
process.once('exit', () => console.log(loaded.length === 0 ? 'nothing loaded' : loaded.join('\n')));
