import { inEveryLanguage } from '#app/locales/texts.ts';
import { PlainPage } from '#app/ui/shell/plain-page.tsx';

/** The page where the library sends whoever comes without a shop. No form asks for one: the App Store forbids it. */
export default function OpenFromShopify() {
  return <PlainPage lines={inEveryLanguage((texts) => texts.shell.openFromShopify)} />;
}
