import * as vscode from 'vscode';
import type { FailureOf } from '../../core/failure.ts';
import { personalValue } from '../settings.ts';
import { checkMetricsEndpoint } from './metricsEndpoint.ts';

/** Where metrics go now, null for nowhere, or why the setting cannot be used. */
export function readMetricsEndpoint(): string | null | FailureOf<'setting-invalid'> {
  const value = personalValue('metrics.endpoint');
  return checkMetricsEndpoint(typeof value === 'string' ? value : '');
}

/** Called after each change of the setting. */
export function onDidChangeMetricsEndpoint(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('tiebreak.metrics.endpoint')) listener();
  });
}
