import * as vscode from 'vscode';
import type { Log } from '../app/ports.ts';
import { describeCause, redact } from './redact.ts';

/** The log channel that people can open. Made on its first line, so that a quiet Tiebreak leaves no trace. */
export interface LogChannel extends Log, vscode.Disposable {
  /** Brings the channel into view. */
  show(): void;
}

/** A log whose every line is free of the given secrets, looked up anew for each line. */
export function createLog(knownSecrets: () => readonly string[]): LogChannel {
  let channel: vscode.LogOutputChannel | null = null;
  const open = () => {
    channel ??= vscode.window.createOutputChannel('Tiebreak', { log: true });
    return channel;
  };
  const clean = (text: string) => redact(text, knownSecrets());
  return {
    info: (message) => open().info(clean(message)),
    warn: (message) => open().warn(clean(message)),
    error: (message, cause) => {
      open().error(clean(cause === undefined ? message : `${message}\n  ${describeCause(cause)}`));
    },
    show: () => open().show(),
    dispose: () => channel?.dispose(),
  };
}
