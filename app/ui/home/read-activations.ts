import type { ThemeActivation } from './theme-blocks.ts';

/** What Shopify tells the browser of our blocks on the live theme; nothing goes to our server. */
export async function readActivations(): Promise<ThemeActivation[]> {
  const extensions = await window.shopify.app.extensions();
  return extensions
    .filter(({ type }) => type === 'theme_app_extension')
    .flatMap(({ activations }) => activations as ThemeActivation[]);
}
