import * as vscode from 'vscode';
import type { Provider } from '../core/contender.ts';
import type { FailureOf } from '../core/failure.ts';
import { checkMetricsEndpoint } from './metricsEndpoint.ts';
import { personalValue, readBaseUrl } from './settings.ts';

const setting = 'tiebreak.metrics.endpoint';

/** The person's choice of where metrics go. */
export class MetricsSetting implements vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  private toldValue: string | null = null;
  /** Called after the setting changed. */
  readonly onDidChange = this.changes.event;

  constructor() {
    this.subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(setting)) this.changes.fire();
    });
  }

  /**
   * Where metrics go now; null for nowhere. An address that cannot be used is nowhere, too, and the person is told once.
   * Asked only when there is something to send, so that nobody is told of an address that is still being typed.
   */
  endpoint(): string | null {
    const value = personalValue('metrics.endpoint');
    const checked = checkMetricsEndpoint(typeof value === 'string' ? value : '');
    if (checked?.kind === 'metrics-endpoint') return checked.url;
    if (checked !== null) this.tellOnce(checked);
    return null;
  }

  dispose(): void {
    this.subscription.dispose();
    this.changes.dispose();
  }

  private tellOnce(failure: FailureOf<'setting-invalid'>): void {
    if (this.toldValue === failure.value) return;
    this.toldValue = failure.value;
    void tell(failure);
  }
}

async function tell(failure: FailureOf<'setting-invalid'>): Promise<void> {
  const { tellFailure } = await import('./tellFailure.ts');
  await tellFailure(failure, async () => {
    await vscode.commands.executeCommand('workbench.action.openSettings', `@id:${failure.setting}`);
  });
}

/** Host and port of a provider as it is reached now; null while that setting is invalid. */
export function providerServer(provider: Provider): { readonly host: string; readonly port: number } | null {
  const address = readBaseUrl(provider);
  if (address.kind !== 'base-url') return null;
  const { hostname, port, protocol } = new URL(address.url);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
  };
}
