/**
 * What a file that mounts its own component gets in the place of a root: the component is shown by us, with its props,
 * and a second time would be once too often.
 */
export const inertRoot = { render: () => undefined, unmount: () => undefined } as const;

/** Earlier ways of mounting, where there is nothing to mount into. */
export const inertMounting = {
  createRoot: () => inertRoot,
  hydrateRoot: () => inertRoot,
  render: () => null,
  hydrate: () => null,
  unmountComponentAtNode: () => false,
} as const;
