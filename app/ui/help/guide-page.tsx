import { useLocation } from '@remix-run/react';
import { BlockStack, Box, Card, Layout, Link, List, Page, Text } from '@shopify/polaris';
import { useEffect } from 'react';
import { GUIDE_PAGES, type GuidePage as PageName } from '#app/core/help/guide-pages.ts';
import type { GuideText } from '#app/core/help/guide-text.ts';
import type { Language } from '#app/core/values/languages.ts';
import { withFrenchSpaces } from '#app/locales/french-spaces.ts';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { GuideBlocks } from './guide-blocks.tsx';
import { SupportCard } from './support-card.tsx';

type Props = { page: PageName; texts: Record<Language, GuideText> };

/** One page of the merchant's guide, with the way to the others. */
export function GuidePage({ page, texts }: Props) {
  const { home } = useTexts();
  const language = useLanguage();
  const { title, blocks } = language === 'fr' ? withFrenchSpaces(texts.fr) : texts[language];
  useScrollToHeading();
  return (
    <Page>
      <PageTitle title={title} back={{ title: home.title, to: '/app' }} />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {page === 'get-help' && <SupportCard />}
            <Card>
              <GuideBlocks blocks={blocks} />
            </Card>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <Contents page={page} />
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function Contents({ page }: { page: PageName }) {
  const { help } = useTexts();
  return (
    <Card>
      <nav aria-label={help.contents}>
        <BlockStack gap="300">
          <Text as="h2" variant="headingSm">
            {help.contents}
          </Text>
          <List gap="loose">
            {GUIDE_PAGES.map((one) => (
              <List.Item key={one}>
                <Box minHeight="24px">
                  {one === page ? (
                    <Text as="span" fontWeight="semibold">
                      <span aria-current="page">{help.pages[one]}</span>
                    </Text>
                  ) : (
                    <Link url={`/app/help/${one}`}>{help.pages[one]}</Link>
                  )}
                </Box>
              </List.Item>
            ))}
          </List>
        </BlockStack>
      </nav>
    </Card>
  );
}

/** A link to a heading leads there, also when its page had to be read first; who reads by keyboard goes on from it. */
function useScrollToHeading(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const heading = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
    heading?.scrollIntoView();
    heading?.focus();
  }, [hash]);
}
