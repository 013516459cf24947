import type { AssetTexts } from '../../shared/assetTexts.ts';

/** VS Code's `l10n`, as far as texts need it. */
interface Localizer {
  t(message: string): string;
}

/** The words of an image asset's panel in the person's language. */
export function assetTexts(l10n: Localizer): AssetTexts {
  return {
    title: l10n.t('Image asset'),
    crashed: l10n.t('The panel ran into a fault of its own. Your pictures are safe.'),
    showAgain: l10n.t('Show it again'),
    // The wish
    instruction: l10n.t('What should be in the picture?'),
    placeholder: l10n.t('An icon of an umbrella'),
    size: l10n.t('Size'),
    sizes: {
      '1024x1024': l10n.t('Square, 1024 × 1024'),
      '1536x1024': l10n.t('Wide, 1536 × 1024'),
      '1024x1536': l10n.t('Tall, 1024 × 1536'),
      auto: l10n.t('As suits the motif'),
    },
    background: l10n.t('Background'),
    backgrounds: {
      transparent: l10n.t('Transparent'),
      opaque: l10n.t('Opaque'),
      auto: l10n.t('As suits the motif'),
    },
    format: l10n.t('Format'),
    noTransparency: l10n.t('JPEG knows no transparency'),
    quality: l10n.t('Quality'),
    qualities: {
      auto: l10n.t('Automatic'),
      low: l10n.t('Low'),
      medium: l10n.t('Medium'),
      high: l10n.t('High'),
    },
    onlyPixels: l10n.t(
      'Format and quality are for pictures of pixels, which OpenAI’s models make. Anthropic’s draw in SVG.',
    ),
    ask: l10n.t('Create with both models'),
    nothingToAsk: l10n.t('Say first what should be in the picture.'),
    atMost: l10n.t('{0}: at most {1}'),
    atMostUnknown: l10n.t('{0}: price not known'),
    whatIsSent: l10n.t('What is sent'),
    cancelBoth: l10n.t('Cancel both'),
    // How it is shown
    ground: l10n.t('Ground'),
    grounds: {
      checkerboard: l10n.t('Checkerboard'),
      light: l10n.t('Light'),
      dark: l10n.t('Dark'),
    },
    shownSize: l10n.t('Shown size'),
    free: l10n.t('Free'),
    pixels: l10n.t('{0} pixels'),
    // A side
    sideName: l10n.t('{0}’s picture'),
    statuses: {
      waiting: l10n.t('Not asked'),
      connecting: l10n.t('Connecting…'),
      thinking: l10n.t('Thinking…'),
      writing: l10n.t('Drawing…'),
      done: l10n.t('Complete'),
      failed: l10n.t('Failed'),
      cancelled: l10n.t('Cancelled'),
    },
    partial: l10n.t('Partial picture {0}'),
    unfinished: l10n.t('This picture is not finished, so it cannot be saved.'),
    noPicture: l10n.t('No picture'),
    scripted: l10n.t('Scripted answer, not a model'),
    cancelSide: l10n.t('Cancel {0}'),
    cancel: l10n.t('Cancel'),
    askAgain: l10n.t('Ask again'),
    askSideAgain: l10n.t('Ask {0} again'),
    altText: l10n.t('Alt text'),
    altTextOf: l10n.t('Alt text for {0}’s picture'),
    noAltText: l10n.t('None proposed'),
    copyAltText: l10n.t('Copy alt text'),
    copyTag: l10n.t('Copy <img> tag'),
    copySvg: l10n.t('Copy SVG'),
    save: l10n.t('Save…'),
    actionOf: l10n.t('{0}: {1}'),
    takenOut: l10n.t('Taken out for safety: {0}'),
    picture: l10n.t('{0}’s picture: {1}'),
    fileSize: l10n.t('{0}, {1} kB'),
    time: l10n.t('Time'),
    cost: l10n.t('Cost'),
    costUnknown: l10n.t('unknown'),
    costUnknownAtMost: l10n.t('unknown (at most {0})'),
    tryingAgain: l10n.t('{0} Trying again in {1}.'),
  };
}
