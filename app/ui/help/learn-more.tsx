import { useLocation } from '@remix-run/react';
import { FooterHelp, Link } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { guidePageFor } from './guide-page-for.ts';

/**
 * Under each page, the page of the guide that explains it. It comes when the page is laid out for this screen: a table that the
 * server drew for a desktop is another height on a phone, and would push it down.
 */
export function LearnMore() {
  const { help } = useTexts();
  const { pathname } = useLocation();
  const [laidOut, setLaidOut] = useState(false);
  useEffect(() => {
    const picture = requestAnimationFrame(() => setLaidOut(true));
    return () => cancelAnimationFrame(picture);
  }, []);
  const page = guidePageFor(pathname);
  if (page === null || !laidOut) return null;
  return (
    <FooterHelp>
      <span style={{ display: 'block', textAlign: 'center' }}>
        {help.learnMore} <Link url={`/app/help/${page}`}>{help.about[page]}</Link>
      </span>
    </FooterHelp>
  );
}
