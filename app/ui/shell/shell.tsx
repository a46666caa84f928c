import { Link, useNavigation } from '@remix-run/react';
import { NavMenu } from '@shopify/app-bridge-react';
import { useEffect, type ReactNode } from 'react';
import { LearnMore } from '../help/learn-more.tsx';
import { NAVIGATION } from './navigation.ts';
import { PageSkeleton } from './page-skeleton.tsx';
import { useSlowNavigation } from './use-slow-navigation.ts';
import { useTexts } from './use-texts.ts';
import './less-motion.css';

/** The parts around a page inside Shopify's frame: the navigation menu, the loading bar, a skeleton of a slow page. */
export function Shell({ children }: { children: ReactNode }) {
  useLoadingBar();
  const slow = useSlowNavigation();
  return (
    <>
      <Menu />
      <main>
        {slow !== null ? (
          <PageSkeleton path={slow} />
        ) : (
          <>
            {children}
            <LearnMore />
          </>
        )}
      </main>
    </>
  );
}

/** App Bridge shows these in the admin's own menu. */
function Menu() {
  const { shell } = useTexts();
  return (
    <NavMenu>
      {NAVIGATION.map(({ to, text }, index) => (
        <Link key={to} to={to} {...(index === 0 && { rel: 'home' })}>
          {shell[text]}
        </Link>
      ))}
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
