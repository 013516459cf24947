import { findProvider } from '@pydantic/genai-prices';

type Json = Record<string, unknown>;

/** A model of the data, to be changed by a test. */
export interface ModelEntry extends Json {
  readonly id: string;
}

/** The data that the package came with, in the form that its publisher publishes: providers with everything about them. */
export function publishedData(change: (models: readonly ModelEntry[]) => void = () => undefined): string {
  const providers = ['anthropic', 'mistral', 'openai'].map((providerId) => {
    const provider = JSON.parse(JSON.stringify(findProvider({ providerId }))) as { readonly models: ModelEntry[] };
    change(provider.models);
    return provider;
  });
  return JSON.stringify(providers);
}

/** The same with one field of one model changed. */
export function changedModel(id: string, field: string, value: unknown): string {
  return publishedData((models) => {
    for (const model of models) if (model.id === id) model[field] = value;
  });
}
