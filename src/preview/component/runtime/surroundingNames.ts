/**
 * What of packages is used by what is put around a component that fails without it, or that nothing is to be seen of: as
 * the application would have it around its pages.
 */
export const surroundingNames: Readonly<Record<string, readonly string[]>> = {
  'react-router': ['MemoryRouter'],
  'react-router-dom': ['MemoryRouter'],
  '@tanstack/react-query': ['QueryClient', 'QueryClientProvider'],
  'styled-components': ['__PRIVATE__'],
  pinia: ['createPinia'],
  'vue-router': ['createRouter', 'createMemoryHistory'],
  'vue-i18n': ['createI18n'],
};
