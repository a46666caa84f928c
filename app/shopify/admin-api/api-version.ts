/** The Admin API's version, the same as in shopify.app.toml. */
export const API_VERSION = '2026-10';
