import type { PropsTexts } from '../../shared/propsTexts.ts';

/** VS Code's `l10n`, as far as texts need it. */
interface Localizer {
  t(message: string): string;
}

/** The words around a component's props in the person's language. */
export function propsTexts(l10n: Localizer): PropsTexts {
  return {
    data: l10n.t('Data'),
    dataSets: {
      typical: l10n.t('Typical'),
      empty: l10n.t('Empty'),
      long: l10n.t('Long text'),
    },
    props: l10n.t('Props'),
    propsOf: l10n.t('Props of {0}’s component, as JSON'),
    own: l10n.t('Your own'),
    ownFaulty: l10n.t('Your own, with a mistake'),
    dataSetAgain: l10n.t('Use the data set again'),
    dataSetAgainOf: l10n.t('Use the data set again for {0}’s component'),
    isDataSet: l10n.t('The component is shown with the data set.'),
    bothSides: l10n.t('Use for both sides'),
    bothSidesOf: l10n.t('Use for both sides the props of {0}’s component'),
    faults: {
      value: l10n.t('A value is missing, or not written as JSON has it: words stand in double quotes.'),
      name: l10n.t('A name in double quotes is expected. Nothing follows after the last comma of an object.'),
      colon: l10n.t('A colon is expected between a name and its value.'),
      comma: l10n.t('A comma or a closing bracket is expected.'),
      string: l10n.t('This text is not closed in its line, or a backslash in it stands wrongly.'),
      end: l10n.t('The text ends before every bracket and quote is closed.'),
      rest: l10n.t('Nothing may follow after the last closing bracket.'),
      'no-object': l10n.t('Props are an object: a pair of braces with names and values.'),
      'too-long': l10n.t('This is longer than props may be.'),
    },
    faultAt: l10n.t('Line {0}: {1}'),
    stillShown: l10n.t('{0} The page is still shown with the props before.'),
  };
}
