import { BlockStack, InlineGrid } from '@shopify/polaris';
import type { HomeData } from './home-data.ts';
import { HOME_STORIES } from './home-stories.ts';
import { TopMembers } from './top-members.tsx';

/** The stories that concern this shop, and who ordered most. */
export function Stories(data: HomeData) {
  const shown = HOME_STORIES.filter(({ isShown }) => isShown(data));
  return (
    <BlockStack gap="400">
      <InlineGrid columns={{ xs: 1, md: shown.length % 2 === 0 ? 2 : 3 }} gap="400">
        {shown.map(({ key, Story }) => (
          <Story key={key} {...data} />
        ))}
      </InlineGrid>
      <TopMembers {...data} />
    </BlockStack>
  );
}
