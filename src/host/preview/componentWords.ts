import type { ComponentWords } from '../../app/preview/componentPorts.ts';
import type { Localizer } from '../spend/localizer.ts';

/** What is said of components in the preview. */
export function componentWords(l10n: Localizer): ComponentWords {
  return {
    missing: l10n.t('“{0}” is not there'),
    standIns: l10n.t(
      'Rendered without a browser: its window, document and storage are empty stand-ins. Running the scripts shows the component as it is.',
    ),
    unseen: l10n.t('Nothing is to be seen until the scripts run.'),
    hidden: l10n.t('Parts of the page stay invisible until the scripts run.'),
    pageStuck: l10n.t('The page took too long to be made ready, and was given up.'),
    faults: {
      'no-component': l10n.t('There is no component in this file.'),
      'too-slow': l10n.t('The component takes too long to render: it was stopped after two seconds.'),
      'too-much-memory': l10n.t('The component takes too much memory: it was stopped.'),
      waiting: l10n.t('The component, or a part of it, waits for something that does not come while it is rendered.'),
      stuck: l10n.t('The component did not answer while it was rendered, and was stopped.'),
    },
  };
}
