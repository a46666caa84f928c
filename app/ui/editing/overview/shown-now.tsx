import { BlockStack, Button, ButtonGroup, Card, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { Previews } from '../preview/previews.tsx';
import { usePreviews } from '../preview/use-previews.ts';

/** `template`: the shopper whose page it is. */
const PAGES = {
  product: { shopper: 'member', blocks: ['member'] },
  cart: { shopper: 'in-cart', blocks: ['points-for-cart'] },
} as const;
type PageName = keyof typeof PAGES;

/** For what one part of the program shows, for two, for up to four, and for more. */
const ROOMS = ['15rem', '23rem', '32rem', '41rem'] as const;

type Props = { paused: boolean; /** The published. */ rules: ProgramRules };

/** A reward's row has a button, which is cut in two where there is too little. */
function roomOf({ cards, pointsOff, rewards = [] }: ProgramRules): string {
  const parts = cards.length + (pointsOff ? 0 : 1) + 2 * Math.min(rewards.length, 2);
  if (parts > 2) return ROOMS[parts > 4 ? 3 : 2];
  return ROOMS[parts > 1 ? 1 : 0];
}

/** What a member sees of the published program, on one page of the shop or another. */
export function ShownNow({ paused, rules }: Props) {
  const { overview, program, shell } = useTexts();
  const language = useLanguage();
  const room = roomOf(rules);
  const [page, setPage] = useState<PageName>('product');
  const { previews, failed, retry } = usePreviews({ form: null, language, ...PAGES[page] });
  // Those of parts that are off stay away, as they do in the shop.
  const shown = previews && previews.filter(({ html }) => html !== null);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {paused ? overview.shownAgain : overview.shownNow}
        </Text>
        <div role="group" aria-label={overview.shownOn}>
          <ButtonGroup variant="segmented">
            {(Object.keys(PAGES) as PageName[]).map((name) => (
              <Button key={name} pressed={page === name} onClick={() => setPage(name)}>
                {overview.pages[name]}
              </Button>
            ))}
          </ButtonGroup>
        </div>
        {failed ? (
          <>
            <Text as="p" tone="critical">
              {program.preview.failed}
            </Text>
            <Button variant="plain" onClick={retry}>
              {shell.retry}
            </Button>
          </>
        ) : (
          <Previews previews={shown} room={room} />
        )}
        <Text as="p" tone="subdued">
          {shown?.length === 0 ? program.preview.nothing : overview.seenBy}
        </Text>
      </BlockStack>
    </Card>
  );
}
