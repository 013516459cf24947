import * as Vue from 'vue';
import * as JsxRuntime from 'vue/jsx-runtime';
import { markedBox } from '../markedBox.ts';
import { shownComponent } from '../missingPackage.ts';

type Arguments = readonly unknown[];

/** Vue's packages, where nodes of what is missing become nodes of the box that says so. */
export const vuePackages: Readonly<Record<string, unknown>> = {
  vue: {
    ...Vue,
    h: marking(Vue.h),
    createVNode: marking(Vue.createVNode),
    createBlock: marking(Vue.createBlock),
    resolveDynamicComponent: marking(Vue.resolveDynamicComponent),
    resolveComponent: (name: string, ...rest: readonly [boolean?]) =>
      resolved(name, Vue.resolveComponent(name, ...rest)),
  },
  'vue/jsx-runtime': { ...JsxRuntime, jsx: marking(JsxRuntime.jsx), jsxs: marking(JsxRuntime.jsxs) },
};

/** What nobody registered, such as `RouterLink`, is a box with its name, around what it would have been around. */
function resolved(name: string, found: unknown): unknown {
  if (typeof found !== 'string') return shownComponent(found);
  return (_props: unknown, { slots }: Vue.SetupContext) =>
    Vue.h('span', boxAttributes, [`<${name}> `, ...(slots.default?.() ?? [])]);
}

const boxAttributes = { class: markedBox.className, role: markedBox.role, style: markedBox.style };

/** A function whose first argument is a component. */
export function marking(create: unknown): unknown {
  return (type: unknown, ...rest: Arguments) =>
    Reflect.apply(create as (...all: Arguments) => unknown, undefined, [shownComponent(type), ...rest]);
}

/** A component that shows words in a box. */
export function markedVueBox(words: string): unknown {
  return { render: () => Vue.h('span', boxAttributes, words) };
}
