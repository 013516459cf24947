import type { App, Plugin } from 'vue';
import type { RequiredPackage } from '../componentRuntime.ts';

type Maker = (options?: object) => Plugin;

/** Plugins that an application has before its components use their packages, by what those are imported as. */
const plugins: readonly { readonly name: string; readonly made: (exports: object) => Plugin | null }[] = [
  // https://pinia.vuejs.org/getting-started.html
  { name: 'pinia', made: (exports) => maker(exports, 'createPinia')?.() ?? null },
  {
    // https://router.vuejs.org/guide/essentials/history-mode
    name: 'vue-router',
    made: (exports) => {
      const history = maker(exports, 'createMemoryHistory')?.();
      const routes = [{ path: '/:all(.*)*', component: { render: () => null } }];
      return maker(exports, 'createRouter')?.({ history, routes }) ?? null;
    },
  },
  {
    // https://vue-i18n.intlify.dev/guide/advanced/composition: texts that are not there are shown by their names.
    name: 'vue-i18n',
    made: (exports) =>
      maker(exports, 'createI18n')?.({ legacy: false, locale: 'en', missingWarn: false, fallbackWarn: false }) ?? null,
  },
];

/** Has an application use those of the plugins whose packages its components ask for. */
export function usePlugins(app: App, required: RequiredPackage): void {
  for (const { name, made } of plugins) {
    const exports = required(name);
    const plugin = typeof exports === 'object' && exports !== null ? made(exports) : null;
    if (plugin !== null) app.use(plugin);
  }
}

function maker(exports: object, name: string): Maker | null {
  const found: unknown = Reflect.get(exports, name);
  return typeof found === 'function' ? (found as Maker) : null;
}
