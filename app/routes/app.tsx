import type { HeadersArgs, LinksFunction } from '@remix-run/node';
import { isRouteErrorResponse, Outlet, useRouteError } from '@remix-run/react';
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url';
import polarisEn from '@shopify/polaris/locales/en.json';
import polarisFr from '@shopify/polaris/locales/fr.json';
import { AppProvider } from '@shopify/shopify-app-remix/react';
import type { ReactNode } from 'react';
import type { Localized } from '#app/core/program-rules.ts';
import { textsOf } from '#app/locales/texts.ts';
import { boundaryHeaders } from '#app/shopify/app.server.ts';
import { useLanguage, useRootData } from '#app/ui/root-data.ts';
import { Trouble } from '#app/ui/trouble.tsx';

const POLARIS = { en: polarisEn, fr: polarisFr };

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: polarisStyles }];

/** What the library's responses ask of the browser, e.g. to try again with a new session token. */
export function headers(args: HeadersArgs) {
  return boundaryHeaders(args);
}

export default function App() {
  return (
    <Polaris>
      <Outlet />
    </Polaris>
  );
}

/** Failures with words for people are shown as such, a page of Shopify's library as it is; bugs go to the root. */
export function ErrorBoundary() {
  const language = useLanguage();
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) throw error;
  if (typeof error.data === 'string') return <div dangerouslySetInnerHTML={{ __html: error.data }} />;
  const message = spokenMessage(error.data);
  if (!message) throw new Error(`The page answered ${error.status}`);
  return (
    <Polaris>
      <Trouble title={textsOf(language).failed} message={message[language]} />
    </Polaris>
  );
}

// App Bridge is root's first script already: isEmbeddedApp would bring a second one.
function Polaris({ children }: { children: ReactNode }) {
  return (
    <AppProvider apiKey={useRootData()?.apiKey ?? ''} isEmbeddedApp={false} i18n={POLARIS[useLanguage()]}>
      {children}
    </AppProvider>
  );
}

function spokenMessage(data: unknown): Localized | null {
  const spoken = typeof data === 'object' && data !== null && 'userMessage' in data;
  return spoken ? (data.userMessage as Localized) : null;
}
