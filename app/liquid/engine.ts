// Liquid as Shopify renders it, as far as our blocks and local Shopify's theme need: for previews and for the demo.
import { Liquid } from 'liquidjs';
import { registerArithmetic } from './arithmetic.ts';
import { registerColors } from './colors.ts';
import { registerDates } from './dates.ts';
import { registerMoney } from './money.ts';
import { registerTags } from './tags.ts';
import { registerTranslate } from './translate.ts';
import type { TranslationsByLanguage } from './translate.ts';
import { registerUrls } from './urls.ts';
import type { AssetUrl } from './urls.ts';

export type EngineOptions = {
  /** Sources by the name that `render` uses, without `.liquid`. */
  templates: Record<string, string>;
  /** Locale files by language; `t` reads `request.locale.iso_code`. */
  translations: TranslationsByLanguage;
  assetUrl: AssetUrl;
};

export type LiquidEngine = {
  /**
   * Renders one template.
   * @param globals objects that snippets see too: `shop`, `customer`, `request`, `routes`, `cart` … and `clock`, the time of the page
   * @param locals what only this template sees: `block`, `section`
   * @throws {Error} for an unknown filter, tag, snippet or translation
   */
  render(name: string, globals: object, locals?: object): string;
  /** The same of a text that is no file. */
  renderText(liquid: string, globals: object): string;
};

export function createEngine({ templates, translations, assetUrl }: EngineOptions): LiquidEngine {
  const liquid = new Liquid({ templates, strictFilters: true, cache: true });
  registerArithmetic(liquid);
  registerColors(liquid);
  registerDates(liquid);
  registerMoney(liquid);
  registerTags(liquid);
  registerTranslate(liquid, translations);
  registerUrls(liquid, assetUrl);
  return {
    render: (name, globals, locals = {}) => String(liquid.renderFileSync(name, locals, { globals })),
    renderText: (text, globals) => String(liquid.parseAndRenderSync(text, {}, { globals })),
  };
}
