// Filters that turn assets and pictures into addresses and elements.
import type { Liquid } from 'liquidjs';
import { escapeHtml, namedArguments, printed } from './arguments.ts';

/** The address at which an asset's file name is served, e.g. `sixth.css` → `/assets/sixth.css`. */
export type AssetUrl = (name: string) => string;

/** A picture is an address or an object with `src`, as `product.featured_image`. */
function source(image: unknown): string {
  if (typeof image === 'object' && image !== null && 'src' in image) return printed(image.src);
  return printed(image);
}

function imageUrl(image: unknown, ...args: unknown[]): string {
  const query = Object.entries(namedArguments(args)).map(([name, value]) => `${name}=${printed(value)}`);
  const url = source(image);
  return query.length === 0 ? url : url + (url.includes('?') ? '&' : '?') + query.join('&');
}

function imageTag(url: unknown, ...args: unknown[]): string {
  const attributes = { src: printed(url), ...namedArguments(args) };
  const written = Object.entries(attributes).map(
    ([name, value]) => `${name}="${escapeHtml(printed(value))}"`,
  );
  return `<img ${written.join(' ')}>`;
}

function stylesheetTag(url: unknown): string {
  return `<link href="${escapeHtml(printed(url))}" rel="stylesheet" type="text/css" media="all">`;
}

export function registerUrls(liquid: Liquid, assetUrl: AssetUrl): void {
  liquid.registerFilter('asset_url', (name: unknown) => assetUrl(printed(name)));
  liquid.registerFilter('image_url', imageUrl);
  liquid.registerFilter('image_tag', imageTag);
  liquid.registerFilter('stylesheet_tag', stylesheetTag);
}
