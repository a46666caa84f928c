/** Whom a merchant can ask: an address to click, and how it is read. */
export type Support = { url: string; shown: string };

/** @param address an e-mail address, or a page's */
export function supportAt(address: string): Support {
  if (/^https?:/.test(address)) return { url: address, shown: address.replace(/^https?:\/\/|\/$/g, '') };
  return { url: `mailto:${address}`, shown: address };
}
