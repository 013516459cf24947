import * as Svelte from 'svelte';
import * as Animate from 'svelte/animate';
import * as Attachments from 'svelte/attachments';
import * as Easing from 'svelte/easing';
import * as Events from 'svelte/events';
// Components of earlier versions' syntax say so by importing this, when it is too late: it is for all or none.
import 'svelte/internal/flags/legacy';
import * as Legacy from 'svelte/legacy';
import * as Motion from 'svelte/motion';
import * as Reactivity from 'svelte/reactivity';
import * as ReactiveWindow from 'svelte/reactivity/window';
import * as Store from 'svelte/store';
import * as Transition from 'svelte/transition';

/** Svelte's packages, of which all share one instance. */
export const sveltePackages: Readonly<Record<string, unknown>> = {
  svelte: Svelte,
  'svelte/action': {},
  'svelte/animate': Animate,
  'svelte/attachments': Attachments,
  'svelte/easing': Easing,
  'svelte/events': Events,
  'svelte/internal/disclose-version': {},
  'svelte/internal/flags/async': {},
  'svelte/internal/flags/legacy': {},
  'svelte/legacy': Legacy,
  'svelte/motion': Motion,
  'svelte/reactivity': Reactivity,
  'svelte/reactivity/window': ReactiveWindow,
  'svelte/store': Store,
  'svelte/transition': Transition,
};
