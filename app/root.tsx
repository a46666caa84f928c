import type { LoaderFunctionArgs } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react';
import type { ReactNode } from 'react';
import { config } from '#app/config.server.ts';
import { supportAt } from '#app/core/help/support.ts';
import { inEveryLanguage } from '#app/locales/texts.ts';
import { merchantLanguage } from '#app/shopify/auth/merchant-language.ts';
import { PlainPage } from '#app/ui/shell/plain-page.tsx';
import { useRootData, type RootData } from '#app/ui/shell/root-data.ts';

export function loader({ request }: LoaderFunctionArgs): RootData {
  const { apiKey, supportAddress } = config();
  const support = supportAddress === null ? null : supportAt(supportAddress);
  return { apiKey, language: merchantLanguage(request), support };
}

/** Moving inside the app loses the address's locale: what was chosen at the start stays. */
export function shouldRevalidate() {
  return false;
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRootData();
  return (
    <html lang={data?.language ?? 'en'}>
      <head>
        {/* Shopify wants App Bridge to be the first script of every document. */}
        {data && (
          <script src="https://cdn.shopify.com/shopifycloud/app-bridge.js" data-api-key={data.apiKey} />
        )}
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <PlainPage lines={inEveryLanguage((texts) => `${texts.shell.failed}. ${texts.shell.tryAgain}`)} />;
}
