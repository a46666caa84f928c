import type { HeadersArgs, LinksFunction } from '@remix-run/node';
import { isRouteErrorResponse, Outlet, useRouteError, useRouteLoaderData } from '@remix-run/react';
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url';
import polarisEn from '@shopify/polaris/locales/en.json';
import polarisFr from '@shopify/polaris/locales/fr.json';
import { AppProvider } from '@shopify/shopify-app-remix/react';
import { boundary } from '@shopify/shopify-app-remix/server';
import type { ReactNode } from 'react';
import type { Language, Localized } from '#app/core/program-rules.ts';
import { textsOf } from '#app/locales/texts.ts';
import type { RootData } from '#app/root.tsx';
import { Trouble } from '#app/ui/trouble.tsx';

const POLARIS = { en: polarisEn, fr: polarisFr };

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: polarisStyles }];

/** What the library's responses ask of the browser, e.g. to try again with a new session token. */
export function headers(args: HeadersArgs) {
  return boundary.headers(args);
}

export default function App() {
  return (
    <Polaris>
      <Outlet />
    </Polaris>
  );
}

/** Failures with words for people are shown as such; the library's own pages as they are; bugs go to the root. */
export function ErrorBoundary() {
  const language = useLanguage();
  const error = useRouteError();
  const message = isRouteErrorResponse(error) ? spokenMessage(error.data) : null;
  if (!message) return boundary.error(error);
  return (
    <Polaris>
      <Trouble title={textsOf(language).failed} message={message[language]} />
    </Polaris>
  );
}

// App Bridge is root's first script already: isEmbeddedApp would bring a second one.
function Polaris({ children }: { children: ReactNode }) {
  const apiKey = useRouteLoaderData<RootData>('root')?.apiKey ?? '';
  return (
    <AppProvider apiKey={apiKey} isEmbeddedApp={false} i18n={POLARIS[useLanguage()]}>
      {children}
    </AppProvider>
  );
}

function useLanguage(): Language {
  return useRouteLoaderData<RootData>('root')?.language ?? 'en';
}

function spokenMessage(data: unknown): Localized | null {
  const spoken = typeof data === 'object' && data !== null && 'userMessage' in data;
  return spoken ? (data.userMessage as Localized) : null;
}
