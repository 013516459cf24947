import type { PreviewTexts } from '../../shared/previewTexts.ts';
import { propsTexts } from './propsTexts.ts';

/** VS Code's `l10n`, as far as texts need it. */
interface Localizer {
  t(message: string): string;
}

/** The preview's words in the person's language. */
export function previewTexts(l10n: Localizer): PreviewTexts {
  return {
    title: l10n.t('Preview'),
    crashed: l10n.t('The preview ran into a fault of its own. Your code, your choices and the answers are safe.'),
    showAgain: l10n.t('Show it again'),
    // Controls
    file: l10n.t('File'),
    width: l10n.t('Width'),
    free: l10n.t('Free'),
    pixels: l10n.t('{0} pixels'),
    fit: l10n.t('Zoom to fit'),
    fitExplained: l10n.t('Draws pages smaller where they are wider than their place'),
    arrangement: l10n.t('How the pages stand'),
    arrangements: {
      beside: l10n.t('Side by side'),
      over: l10n.t('Slider'),
    },
    view: l10n.t('View'),
    divider: l10n.t('Where the two pages meet'),
    divided: l10n.t('{0}: {1}, {2}: {3}'),
    sides: l10n.t('Sides'),
    scheme: l10n.t('Colours'),
    schemes: {
      system: l10n.t('As the system'),
      light: l10n.t('Light'),
      dark: l10n.t('Dark'),
    },
    rightToLeft: l10n.t('Right to left'),
    reducedMotion: l10n.t('Reduced motion'),
    scrollTogether: l10n.t('Scroll together'),
    openComparison: l10n.t('Show comparison'),
    // A side
    sideName: l10n.t('{0}’s page'),
    frameTitle: l10n.t('{0}: {1}'),
    underWay: l10n.t('Writing…'),
    complete: l10n.t('Complete'),
    unchanged: l10n.t('Leaves this file as it is'),
    waiting: l10n.t('Nothing to be seen has come yet.'),
    absent: l10n.t('This answer has no such file.'),
    faulty: l10n.t('No page can be made of this text.'),
    faultAt: l10n.t('Line {0}: {1}'),
    lastGoodPage: l10n.t('This is the last page that could be made.'),
    // Scripts
    isStatic: l10n.t('Without scripts'),
    scriptsRun: l10n.t('Scripts run'),
    runScripts: l10n.t('Run scripts'),
    runScriptsOf: l10n.t('Run scripts of {0}’s page'),
    stop: l10n.t('Stop'),
    stopOf: l10n.t('Stop {0}’s page'),
    noScripts: {
      untrusted: l10n.t('Scripts are never run in Restricted Mode.'),
      never: l10n.t('Scripts are off by your setting tiebreak.preview.scripts.'),
      browser: l10n.t(
        'In a browser scripts are off, because a page can have the browser open a bare connection. The setting tiebreak.preview.scripts lets you run them: “everywhere”.',
      ),
      'old-version': l10n.t(
        'Scripts are run from VS Code 1.136.2 on: earlier versions have known faults in how they seal such pages off.',
      ),
      'under-way': l10n.t('Scripts can be run when the answer is complete.'),
      'no-scripts': l10n.t('This page has no scripts.'),
    },
    notResponding: l10n.t('This page did not respond any more, so it was stopped. It is shown without its scripts.'),
    // Evidence
    leftOut: l10n.t('Not shown, because nothing is fetched: {0}'),
    missingPackage: l10n.t('The package {0} is not there, so what it draws is missing'),
    otherVersion: l10n.t('Shown with {0} {1}; the project asks for {2}'),
    styling: l10n.t('Not taken into account: {0}'),
    noTailwind: l10n.t(
      'The page uses Tailwind’s classes, but nothing here brings Tailwind, so that they do nothing. Adding it to the project helps, or asking for plain CSS.',
    ),
    took: l10n.t('Answered in {0}'),
    cost: l10n.t('Cost: {0}'),
    costUnknown: l10n.t('unknown'),
    costUnknownAtMost: l10n.t('unknown, at most {0}'),
    contrast: l10n.t('contrast'),
    contrastFine: l10n.t('Contrast: no fault found'),
    contrastOne: l10n.t('Contrast: 1 element too faint'),
    contrastMany: l10n.t('Contrast: {0} elements too faint'),
    checking: l10n.t('Checking…'),
    checkFailed: l10n.t('The page could not be checked.'),
    impacts: {
      critical: l10n.t('critical'),
      serious: l10n.t('serious'),
      moderate: l10n.t('moderate'),
      minor: l10n.t('minor'),
    },
    noFaults: l10n.t('axe-core finds no fault'),
    faultCount: l10n.t('{0} {1}'),
    elementOne: l10n.t('1 element'),
    elementMany: l10n.t('{0} elements'),
    showElement: l10n.t('Show on the page: {0}'),
    overflows: l10n.t('Overflows at 375 pixels: {0} wide'),
    fits: l10n.t('Fits at 375 pixels'),
    size: l10n.t('{0} kB of code'),
    errorOne: l10n.t('1 console message'),
    errorMany: l10n.t('{0} console messages'),
    evidence: l10n.t('Evidence about {0}’s page'),
    picture: l10n.t('Picture'),
    pictureOf: l10n.t('Picture of {0}’s page'),
    copyPicture: l10n.t('Copy picture'),
    copyPictureOf: l10n.t('Copy a picture of {0}’s page'),
    savePicture: l10n.t('Save picture…'),
    savePictureOf: l10n.t('Save a picture of {0}’s page'),
    pictureUnderWay: l10n.t('Drawing…'),
    pictureCopied: l10n.t('Copied'),
    pictureNotCopied: l10n.t('The picture could not be put on the clipboard. Saving it still works.'),
    pictureFailed: l10n.t('No picture can be made of this page.'),
    difference: l10n.t('Left: {0}, right: {1}'),
    none: l10n.t('no fault'),
    reported: l10n.t('As the page tells it while its scripts run'),
    props: propsTexts(l10n),
  };
}
