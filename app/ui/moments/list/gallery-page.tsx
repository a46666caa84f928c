import { useNavigate } from '@remix-run/react';
import { Banner, BlockStack, Box, Button, InlineStack, Page, Text } from '@shopify/polaris';
import { useState } from 'react';
import { MOMENT_LIMITS } from '#app/core/moments/moment-rule.ts';
import { OWN } from '#app/core/editing/own-moment.ts';
import { READY_GROUPS, type ReadyGroup } from '#app/core/editing/ready-made.ts';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { NotLiveYet } from '../../editing/not-live-yet.tsx';
import { ProgramGroup } from '../../editing/overview/program-group.tsx';
import { OnlyInShop } from '../../notices/only-in-shop.tsx';
import { linesOfGallery } from './lines-of-gallery.ts';
import { ReadyCard } from './ready-card.tsx';
import { readyCards } from './ready-cards.ts';
import type { GalleryData } from './gallery-data.ts';

const FILTERS = ['all', ...READY_GROUPS] as const;
type Filter = 'all' | ReadyGroup;

/** Moments of the program, and those that are ready to be used. */
export function GalleryPage({ data }: { data: GalleryData }) {
  const { program, overview, moments: say } = useTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  const [filter, setFilter] = useState<Filter>('all');
  const { currency, titles, draft, revision } = data;
  const wording = { language, currency, titles };
  const lines = linesOfGallery(data, wording);
  // What is told by mail is of no concern before there is anything to tell.
  const hasAny = lines.some(({ state }) => state !== 'draft');
  const isFull = (draft.moments ?? []).length >= MOMENT_LIMITS.moments;
  const shown = readyCards(data, wording).filter(({ group }) => filter === 'all' || group === filter);
  return (
    <Page>
      <PageTitle title={say.title} back={{ title: program.title, to: '/app/program' }}>
        {!isFull && (
          <button variant="primary" onClick={() => navigate(`/app/program/moments/new?begin=${OWN}`)}>
            {say.own}
          </button>
        )}
      </PageTitle>
      <BlockStack gap="400">
        <NotLiveYet data={data} dirty={false} />
        {hasAny && <OnlyInShop flow={data.hearing.flow} />}
        {lines.length > 0 && (
          <ProgramGroup
            title={say.yours}
            help={overview.groups.delight.help}
            lines={lines}
            revision={revision}
          />
        )}
        {isFull ? (
          <Banner>
            <p>{say.full}</p>
          </Banner>
        ) : (
          <BlockStack gap="300">
            {/* On a phone the page itself leaves no room at its edges. */}
            <Box paddingInline={{ xs: '400', sm: '0' }}>
              <BlockStack gap="300">
                <Text as="h2" variant="headingMd">
                  {say.ready}
                </Text>
                <div role="group" aria-label={say.groupsLabel}>
                  <InlineStack gap="200">
                    {FILTERS.map((one) => (
                      <Button key={one} size="slim" pressed={filter === one} onClick={() => setFilter(one)}>
                        {say.groups[one]}
                      </Button>
                    ))}
                  </InlineStack>
                </div>
              </BlockStack>
            </Box>
            <ul className="moment-cards">
              {shown.map((ready) => (
                <li key={ready.of}>
                  <ReadyCard {...ready} />
                </li>
              ))}
            </ul>
            <Text as="p" tone="subdued" alignment="center">
              {say.off}
            </Text>
          </BlockStack>
        )}
      </BlockStack>
    </Page>
  );
}
