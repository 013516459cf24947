import type { Provider } from '../../../src/core/contender.ts';
import type { UserSettings } from '../../vscode/userSettings.ts';

/** Settings that put a wire server in place of both providers. */
export function wiredSettings(baseUrl: (provider: Provider) => string): UserSettings {
  return { 'tiebreak.openai.baseUrl': baseUrl('openai'), 'tiebreak.anthropic.baseUrl': baseUrl('anthropic') };
}
