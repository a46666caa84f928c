// What the tunnel changes in the app's documents so that they open without Shopify: App Bridge's address, which no
// closed network reaches, and who may frame them, which is the local admin here.
import { readFileSync } from 'node:fs';

const APP_BRIDGE = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';

/** Where the tunnel answers with `appBridgeStandIn()`. */
export const APP_BRIDGE_PATH = '/_local/app-bridge.js';

/** For answers of type text/html. */
export function rewriteAppHtml(html: string): string {
  return html.replaceAll(APP_BRIDGE, APP_BRIDGE_PATH);
}

/** For the app's `Link` header, which asks browsers to load App Bridge before they read the document. */
export function rewriteLinkHeader(link: string): string {
  return link.replaceAll(APP_BRIDGE, APP_BRIDGE_PATH);
}

/**
 * For the app's `Content-Security-Policy` header: the local admin joins the frame's ancestors.
 * @param adminOrigin e.g. `http://127.0.0.1:4001`
 */
export function rewriteFrameAncestors(policy: string, adminOrigin: string): string {
  return policy.replace(/frame-ancestors [^;]*/, (directive) => `${directive.trimEnd()} ${adminOrigin}`);
}

/** In the order in which they build on each other. */
const PARTS = ['channel', 'fetch', 'bars', 'save-bar', 'modal', 'places', 'global'];

/** The script, as text/javascript. */
export function appBridgeStandIn(): string {
  const files = PARTS.map((part) => new URL(`app-bridge/${part}.js`, import.meta.url));
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}
