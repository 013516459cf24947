import { type Component, createApp } from 'vue';
import { shownComponent } from '../missingPackage.ts';
import { startLive } from '../startLive.ts';
import { markedVueBox, vuePackages } from './vuePackages.ts';

/** Vue within a frame. */
export const { define, mount } = startLive({
  packages: vuePackages,
  marked: markedVueBox,
  snippet: (text) => () => text,
  mount: (component, props, root) => {
    createApp(shownComponent(component) as Component, { ...props }).mount(
      root as Parameters<ReturnType<typeof createApp>['mount']>[0],
    );
  },
});
