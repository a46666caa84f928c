import { useNavigate } from '@remix-run/react';
import { TitleBar } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Card, Page, Text } from '@shopify/polaris';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { NothingYet } from '#app/ui/shell/nothing-yet.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { UnreadableNotice } from '#app/ui/shell/unreadable-notice.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { MemberTable } from './member-table.tsx';
import type { MembersData } from './members-data.ts';

/** Everybody who takes part: find one, or those with a full card, in debt, waiting or left out. */
export function MembersPage(data: MembersData) {
  const { members, birthdays } = useTexts();
  const navigate = useNavigate();
  return (
    <Page>
      <TitleBar title={members.title}>
        <button onClick={() => navigate('/app/members/birthdays')}>{birthdays.page.open}</button>
      </TitleBar>
      <BlockStack gap="400">
        <Text as="h1" visuallyHidden>
          {members.title}
        </Text>
        {data.unreadable && <UnreadableNotice />}
        {data.openRequests > 0 && <OpenRequests count={data.openRequests} />}
        <Card padding="0">{data.any ? <MemberTable {...data} /> : <NoMembers />}</Card>
      </BlockStack>
    </Page>
  );
}

function NoMembers() {
  const { members } = useTexts();
  return <NothingYet heading={members.emptyHeading} help={members.emptyHelp} />;
}

function OpenRequests({ count }: { count: number }) {
  const { members } = useTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  return (
    <Banner
      tone="warning"
      title={members.requestsBanner(formatNumber(count, language), pluralForm(count, language))}
      action={{ content: members.requestsOpen, onAction: () => navigate('/app/members/requests') }}
    >
      <p>{members.requestsBannerHelp}</p>
    </Banner>
  );
}
