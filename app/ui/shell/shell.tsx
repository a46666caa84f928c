import { Link, useNavigation } from '@remix-run/react';
import { NavMenu } from '@shopify/app-bridge-react';
import { useEffect, type ReactNode } from 'react';
import { PageSkeleton } from './page-skeleton.tsx';
import { useSlowNavigation } from './use-slow-navigation.ts';
import { useTexts } from './use-texts.ts';

/** What surrounds every page inside Shopify's frame: the navigation menu, the loading bar, a skeleton of a slow page. */
export function Shell({ children }: { children: ReactNode }) {
  useLoadingBar();
  const slow = useSlowNavigation();
  return (
    <>
      <Menu />
      <main>{slow ? <PageSkeleton /> : children}</main>
    </>
  );
}

/** App Bridge shows these in the admin's own menu. The first is where the app's name leads. */
function Menu() {
  const { shell } = useTexts();
  return (
    <NavMenu>
      <Link to="/app" rel="home">
        {shell.home}
      </Link>
      <Link to="/app/program">{shell.program}</Link>
      <Link to="/app/members">{shell.members}</Link>
      <Link to="/app/settings">{shell.settings}</Link>
    </NavMenu>
  );
}

/** The bar above the app, while a page or an answer is on its way. */
function useLoadingBar(): void {
  const busy = useNavigation().state !== 'idle';
  useEffect(() => {
    if (!busy) return;
    window.shopify.loading(true);
    return () => window.shopify.loading(false);
  }, [busy]);
}
