/**
 * What builds for browsers put in the place of what only they know.
 * https://vuejs.org/api/compile-time-flags https://vue-i18n.intlify.dev/guide/advanced/optimization
 */
export const builtFlags = {
  __VUE_OPTIONS_API__: true,
  __VUE_PROD_DEVTOOLS__: false,
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
  __VUE_I18N_FULL_INSTALL__: true,
  __VUE_I18N_LEGACY_API__: true,
  __INTLIFY_PROD_DEVTOOLS__: false,
} as const;

/**
 * What builds put in the place of Node's process, of which packages read how they were built. Next's pictures are asked
 * for by their own addresses: nothing here makes them smaller. https://nextjs.org/docs/app/api-reference/components/image
 */
export const builtProcess = {
  env: {
    NODE_ENV: 'production',
    __NEXT_IMAGE_OPTS: {
      deviceSizes: [640, 1080, 1920],
      imageSizes: [32, 96, 256],
      qualities: [75],
      path: '/_next/image',
      loader: 'default',
      unoptimized: true,
    },
  },
  argv: [],
  version: '',
  versions: {},
  browser: true,
  nextTick: (task: () => void) => void Promise.resolve().then(task),
} as const;
