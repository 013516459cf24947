import type { UiFramework } from './uiTarget.ts';

/** What a package says about how its interfaces are made. */
export interface UiProject {
  /** Those that it depends on, the most telling first. */
  readonly frameworks: readonly UiFramework[];
  readonly typescript: boolean;
  readonly tailwind: boolean;
  /** What an interface can use of its dependencies, as `name version`. */
  readonly dependencies: readonly string[];
}

const atMostDependencies = 40;

/** By the package that brings it. Meta-frameworks and Preact count as what their components are written like. */
const frameworkPackages: Readonly<Record<Exclude<UiFramework, 'html'>, readonly string[]>> = {
  react: ['react', 'next', 'preact', '@remix-run/react', 'gatsby'],
  vue: ['vue', 'nuxt', 'nuxt3'],
  svelte: ['svelte', '@sveltejs/kit'],
};

/** Packages by whose names models know what they can use: frameworks, components, icons, styles, charts, forms, fonts. */
const uiPackages: readonly RegExp[] = [
  /^(?:react|react-dom|next|preact|gatsby|vue|nuxt3?|svelte|lit|solid-js|astro|alpinejs|htmx\.org|typescript)$/,
  /^@(?:remix-run|sveltejs|angular)\/(?:react|kit|core)$/,
  /^(?:tailwindcss|@tailwindcss\/.+|tailwind-merge|tailwindcss-.+|daisyui|flowbite.*|clsx|classnames|class-variance-authority)$/,
  /^(?:styled-components|sass|less|bootstrap|bulma|open-props|@picocss\/pico|@emotion\/.+|@vanilla-extract\/.+|@stitches\/.+)$/,
  /^(?:@mui|@material-ui|@chakra-ui|@radix-ui|@headlessui|@mantine|@fluentui|@ant-design|@nextui-org|@heroui|@ark-ui|@base-ui-components|@nuxt|@fontsource|@fontsource-variable)\/.+$/,
  /^(?:antd|react-bootstrap|react-aria-components|vuetify|primevue|element-plus|quasar|naive-ui|bits-ui|shadcn.*|melt-ui)$/,
  /^(?:@heroicons|@phosphor-icons|@tabler|@fortawesome|@iconify|@carbon)\/.+$|^(?:lucide(?:-.+)?|react-icons|@mdi\/.+)$/,
  /^(?:framer-motion|motion|d3(?:-.+)?|recharts|chart\.js|react-chartjs-2|vue-chartjs|echarts|@tanstack\/.+|react-hook-form|vee-validate|zod)$/,
  /^(?:react-router(?:-dom)?|vue-router|pinia|i18next|react-i18next|vue-i18n|react-intl)$/,
];

/**
 * Reads what a `package.json` and the names beside it tell.
 *
 * @param packageJson its text; null where there is none. One that is broken tells nothing.
 * @param names of the files in the same folder
 */
export function uiProject(packageJson: string | null, names: readonly string[]): UiProject {
  const dependencies = dependenciesIn(packageJson);
  const has = (name: string) => dependencies.some(([known]) => known === name);
  const frameworks = frameworkNames.filter((framework) => frameworkPackages[framework].some(has));
  return {
    frameworks,
    typescript: has('typescript') || names.some((name) => /^tsconfig(?:\.\w+)?\.json$/.test(name)),
    tailwind: has('tailwindcss') || names.some(isTailwindConfig),
    dependencies: dependencies
      .filter(([name]) => uiPackages.some((form) => form.test(name)))
      .slice(0, atMostDependencies)
      .map(([name, version]) => `${name} ${version}`),
  };
}

/** Whether a file of that name is Tailwind's configuration. */
export function isTailwindConfig(name: string): boolean {
  return /^tailwind\.config\.[cm]?[jt]s$/.test(name);
}

const frameworkNames = ['react', 'vue', 'svelte'] as const;

function dependenciesIn(packageJson: string | null): readonly (readonly [name: string, version: string])[] {
  const manifest = recordIn(parsed(packageJson ?? ''));
  const sections = ['dependencies', 'devDependencies', 'peerDependencies'].map((section) =>
    recordIn(manifest[section]),
  );
  const all = new Map(sections.toReversed().flatMap((section) => Object.entries(section)));
  return [...all].flatMap(([name, version]) => (typeof version === 'string' ? [[name, shown(version)] as const] : []));
}

/** A version that is an address can have a password in it, and says nothing to a model. */
function shown(version: string): string {
  return /^[\w.^~<>=|* -]{1,40}$/.test(version) ? version : '(another source)';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function recordIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
