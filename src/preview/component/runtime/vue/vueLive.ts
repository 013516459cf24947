import { type Component, createApp } from 'vue';
import { shownComponent } from '../missingPackage.ts';
import { startLive } from '../startLive.ts';
import { usePlugins } from './surroundingPlugins.ts';
import { markedVueBox, vuePackages } from './vuePackages.ts';

/** Vue within a frame. */
export const { define, mount } = startLive({
  packages: vuePackages,
  marked: markedVueBox,
  snippet: (text) => () => text,
  mount: (component, props, root, required) => {
    const app = createApp(shownComponent(component) as Component, { ...props });
    usePlugins(app, required);
    app.mount(root as Parameters<typeof app.mount>[0]);
  },
});
