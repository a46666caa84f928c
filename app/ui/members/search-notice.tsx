import { useRevalidator } from '@remix-run/react';
import { Banner, Box, EmptySearchResult, Text } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { MembersData } from './members-data.ts';

type Props = Pick<MembersData, 'search'>;

/** Over what was found: that names weren't searched, or that there are more of them. */
export function SearchNotice({ search }: Props) {
  const { memberList: texts, shell } = useTexts();
  const { revalidate, state } = useRevalidator();
  if (search?.byName === 'failed') {
    const action = { content: shell.retry, onAction: revalidate, loading: state === 'loading' };
    return (
      <Box padding="400" paddingBlockEnd="0">
        <Banner tone="warning" title={texts.namesFailed} action={action}>
          <p>{texts.namesFailedHelp}</p>
        </Banner>
      </Box>
    );
  }
  if (!search?.more) return null;
  return (
    <Box paddingInline="400" paddingBlockStart="300">
      <Text as="p" tone="subdued">
        {texts.moreFound}
      </Text>
    </Box>
  );
}

/** Nobody, and the next thing to try. */
export function NobodyFound({ search }: Props) {
  const { memberList: texts, members } = useTexts();
  return search?.byName === 'refused' ? (
    <EmptySearchResult title={texts.namesRefused} description={texts.namesRefusedHelp} />
  ) : (
    <EmptySearchResult title={members.noneHeading} description={members.noneHelp} />
  );
}
