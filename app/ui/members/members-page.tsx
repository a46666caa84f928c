import { Link, useNavigate } from '@remix-run/react';
import { TitleBar } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Card, Page, Text } from '@shopify/polaris';
import type { MemberFilter } from '#app/core/member-filters.ts';
import { formatNumber, isOne } from '#app/ui/format.ts';
import { NothingYet } from '#app/ui/nothing-yet.tsx';
import { useLanguage } from '#app/ui/root-data.ts';
import { useTexts } from '#app/ui/use-texts.ts';
import type { CardOfMember, TitledCard } from './card-summary.ts';
import { MemberTable } from './member-table.tsx';

export type MemberRow = {
  id: string;
  customerId: string;
  points: number;
  pendingPoints: number;
  blocked: boolean;
  joinedAt: string;
  cards: CardOfMember[];
};

export type MembersData = {
  members: MemberRow[];
  hasPrevious: boolean;
  hasNext: boolean;
  filter: MemberFilter;
  q: string;
  timeZone: string;
  /** The shop has members, whatever the filter shows. */
  any: boolean;
  cards: TitledCard[];
  openRequests: number;
};

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
      title={members.requestsBanner(formatNumber(count, language), isOne(count, language))}
      action={{ content: members.requestsOpen, onAction: () => navigate('/app/members/requests') }}
    >
      <p>{members.requestsBannerHelp}</p>
    </Banner>
  );
}

/** The link of a row: a real one, so that it works by keyboard and opens in a new tab. */
export function MemberLink({ id, name }: { id: string; name: string }) {
  return (
    <Link to={`/app/members/${id}`} data-primary-link="" className="Polaris-Link Polaris-Link--monochrome">
      {name}
    </Link>
  );
}
