import { mostImageUsage } from '../../core/asset/imageExtras.ts';
import type { ImageOptions } from '../../core/asset/imageOptions.ts';
import type { Contender } from '../../core/contender.ts';
import type { Side } from '../../core/side.ts';
import { expectedTerms } from '../../core/spend/billing.ts';
import { upperBoundUsage } from '../../core/spend/estimate.ts';
import { textSize } from '../../core/textSize.ts';
import type { ImageRequestView } from '../../shared/imageView.ts';
import type { PriceBook } from '../ledgerPorts.ts';
import type { ImageServices, ImageSession } from './imageSession.ts';
import { imageStart } from './imageTurn.ts';

/** What each side of an asset is sent, or would be, and what it can cost at most. */
export async function imageRequests(
  { asset }: ImageSession,
  services: Pick<ImageServices, 'clients' | 'loadPrices' | 'clock'>,
): Promise<Readonly<Record<Side, ImageRequestView>>> {
  const prices = await services.loadPrices();
  const request = async (side: Side): Promise<ImageRequestView> => {
    const { contender } = asset[side].answer;
    const start = imageStart(contender, asset.instruction, asset.options);
    const { endpoint, body } = (await services.clients.clientFor(contender)).preview(start);
    const sent = textSize(start.prompt.system, start.prompt.user).bytes;
    const subject = { contender, host: new URL(endpoint).host, sent, at: services.clock.now() };
    return {
      label: contender.label,
      endpoint,
      body: JSON.stringify(body, null, 2),
      worst: worstOf(subject, asset.options, prices),
    };
  };
  const [left, right] = await Promise.all([request('left'), request('right')]);
  return { left, right };
}

function worstOf(
  subject: {
    readonly contender: Contender;
    readonly host: string;
    readonly sent: number;
    readonly at: number;
  },
  options: ImageOptions,
  prices: PriceBook,
): number | null {
  const { contender, host, sent, at } = subject;
  const { provider, model, maxOutputTokens } = contender;
  const price = prices.price({
    provider,
    model,
    returnedModel: null,
    usage: upperBoundUsage(sent, maxOutputTokens),
    extras: mostImageUsage(provider, options, sent, maxOutputTokens),
    terms: expectedTerms(provider, host),
    at,
  });
  return price?.nanoDollars ?? null;
}
