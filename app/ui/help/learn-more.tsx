import { useLocation } from '@remix-run/react';
import { FooterHelp, Link } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { guidePageFor } from './guide-page-for.ts';

/** Under each page, the page of the guide that explains it. */
export function LearnMore() {
  const { help } = useTexts();
  const { pathname } = useLocation();
  const page = guidePageFor(pathname);
  if (page === null) return null;
  return (
    <FooterHelp>
      {help.learnMore} <Link url={`/app/help/${page}`}>{help.about[page]}</Link>
    </FooterHelp>
  );
}
