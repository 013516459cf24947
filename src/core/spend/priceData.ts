/**
 * Which price data money is counted by. Kept apart from the data itself, which is large and loaded only when a request
 * is priced, so that the date can be shown wherever money is. The date is that of the package's publication on npm.
 */
export const priceData = {
  packageName: '@pydantic/genai-prices',
  version: '0.1.8',
  publishedOn: '2026-09-23',
} as const;
