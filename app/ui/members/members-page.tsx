import { useNavigate } from '@remix-run/react';
import { Banner, BlockStack, Box, Card, InlineStack, Link, Page } from '@shopify/polaris';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { NothingYet } from '#app/ui/shell/nothing-yet.tsx';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { UnreadableNotice } from '#app/ui/shell/unreadable-notice.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { MemberTable } from './member-table.tsx';
import { CardPicture } from './pictures.tsx';
import type { MembersData } from './members-data.ts';

/** Everybody who takes part: find one, or those with a free item, below zero, waiting, excluded or with a birthday. */
export function MembersPage(data: MembersData) {
  const { members } = useTexts();
  return (
    <Page>
      <PageTitle title={members.title} />
      <BlockStack gap="400">
        {data.unreadable && <UnreadableNotice />}
        {data.openRequests > 0 && <OpenRequests count={data.openRequests} />}
        <Places />
        <Card padding="0">{data.any ? <MemberTable {...data} /> : <NoMembers />}</Card>
      </BlockStack>
    </Page>
  );
}

/** What else there is about members, whether or not something waits there. */
function Places() {
  const { memberList: texts, members, birthdays, flags, movingIn, takingOut } = useTexts();
  const places = [
    { url: '/app/members/birthdays', content: birthdays.page.title },
    { url: '/app/members/requests', content: members.requests },
    { url: '/app/orders', content: flags.title },
    { url: '/app/members/import', content: movingIn.title },
    { url: '/app/members/take-out', content: takingOut.title },
  ];
  return (
    <nav aria-label={texts.places}>
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <InlineStack gap="400">
          {places.map(({ url, content }) => (
            <Link key={url} url={url}>
              {content}
            </Link>
          ))}
        </InlineStack>
      </Box>
    </nav>
  );
}

function NoMembers() {
  const { memberList: texts, members } = useTexts();
  return (
    <NothingYet
      picture={<CardPicture />}
      heading={members.emptyHeading}
      help={members.emptyHelp}
      action={{ content: texts.setUp, url: '/app' }}
    />
  );
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
