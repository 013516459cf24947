import '../prelude.ts';
import { type Component, createSSRApp } from 'vue';
import * as ServerRenderer from 'vue/server-renderer';
import { shownComponent } from '../missingPackage.ts';
import { startStatic } from '../startStatic.ts';
import { usePlugins } from './surroundingPlugins.ts';
import { markedVueBox, marking, vuePackages } from './vuePackages.ts';

/** Vue within the sandbox. */
export const { define, show } = startStatic({
  packages: {
    ...vuePackages,
    'vue/server-renderer': { ...ServerRenderer, ssrRenderComponent: marking(ServerRenderer.ssrRenderComponent) },
  },
  marked: markedVueBox,
  snippet: (text) => () => text,
  render: async (component, props, required) => {
    const app = createSSRApp(shownComponent(component) as Component, { ...props });
    usePlugins(app, required);
    // Otherwise it would only be logged, with nothing to show for it.
    app.config.throwUnhandledErrorInProduction = true;
    app.config.errorHandler = (error) => {
      throw error;
    };
    // What is thrown is told by itself, without that it was thrown on by the handler above.
    app.config.warnHandler = (message, _instance, trace) => {
      if (!message.startsWith('Unhandled error during execution')) console.warn(`[Vue warn]: ${message}\n${trace}`);
    };
    const context: ServerRenderer.SSRContext = {};
    const html = await ServerRenderer.renderToString(app, context);
    // What is shown elsewhere in the document, such as a dialogue in its body.
    const elsewhere = Object.values(context.teleports ?? {}).join('');
    return { html: `${html}${elsewhere}`, head: '' };
  },
});
