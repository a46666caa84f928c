import type { HeadersArgs, LinksFunction, MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, Outlet, useRouteError } from '@remix-run/react';
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url';
import polarisEn from '@shopify/polaris/locales/en.json';
import polarisFr from '@shopify/polaris/locales/fr.json';
import { AppProvider } from '@shopify/shopify-app-remix/react';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { Language } from '#app/core/values/languages.ts';
import { FAILURE_WORDS } from '#app/errors.ts';
import { boundaryHeaders } from '#app/shopify/auth/app.server.ts';
import editingStyles from '#app/ui/editing/editing.css?url';
import { useLanguage, useRootData } from '#app/ui/shell/root-data.ts';
import { Shell } from '#app/ui/shell/shell.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { NotFound, Trouble } from '#app/ui/shell/trouble.tsx';

const POLARIS: Record<Language, typeof polarisEn> = { en: polarisEn, fr: polarisFr };

/** The admin shows each page's own title; this one is the frame's. */
export const meta: MetaFunction = () => [{ title: 'Sixth' }];

// Here and not with their pages: a sheet that comes with a page is told to the browser before it is used.
export const links: LinksFunction = () =>
  [polarisStyles, editingStyles].map((href) => ({ rel: 'stylesheet', href }));

/** The headers in which the library's responses ask the browser e.g. to try again with a new session token. */
export function headers(args: HeadersArgs) {
  return boundaryHeaders(args);
}

export default function App() {
  return (
    <Framed>
      <Outlet />
    </Framed>
  );
}

/** Whatever fails, fails inside the frame, with the menu and a way back. A page of Shopify's library is shown as it is. */
export function ErrorBoundary() {
  const { failures } = useTexts();
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return framed(<Trouble />);
  if (typeof error.data === 'string' && error.data.includes('<')) {
    return <div dangerouslySetInnerHTML={{ __html: error.data }} />;
  }
  if (error.status === 404) return framed(<NotFound />);
  const said = failureWords.safeParse(error.data).data;
  return framed(<Trouble {...(said && { message: failures[said.says] })} />);
}

/** As `orResponse` answers. */
const failureWords = z.object({ says: z.enum(FAILURE_WORDS) });

const framed = (page: ReactNode) => <Framed>{page}</Framed>;

// App Bridge is root's first script already: isEmbeddedApp would bring a second one.
function Framed({ children }: { children: ReactNode }) {
  return (
    <AppProvider apiKey={useRootData()?.apiKey ?? ''} isEmbeddedApp={false} i18n={POLARIS[useLanguage()]}>
      <Shell>{children}</Shell>
    </AppProvider>
  );
}
