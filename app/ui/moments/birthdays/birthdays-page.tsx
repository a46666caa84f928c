import { Banner, BlockStack, Box, Card, InlineStack, Link, Page, Text } from '@shopify/polaris';
import { useNavigate } from '@remix-run/react';
import { asksTags, type Who } from '#app/core/who/who.ts';
import { MOST_COUNTED } from '#app/core/moments/coming-gifts.ts';
import { formatDay, formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { NothingYet } from '#app/ui/shell/nothing-yet.tsx';
import { PageIntro } from '#app/ui/shell/page-intro.tsx';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { PausedNotice } from '../../editing/paused-notice.tsx';
import { MomentPaused } from '../pause/moment-paused.tsx';
import { CakePicture } from '../../members/pictures.tsx';
import { BirthdayFigures } from './birthday-figures.tsx';
import { BirthdayTable } from './birthday-table.tsx';
import type { BirthdaysData } from './birthdays-data.ts';

/** The members who have a birthday in the next 30 days, and what gifts have brought. */
export function BirthdaysPage(data: BirthdaysData) {
  const { birthdays, members, memberList } = useTexts();
  const { page: say } = birthdays;
  const language = useLanguage();
  return (
    <Page>
      <PageTitle title={say.title} back={{ title: members.title, to: '/app/members' }} />
      <BlockStack gap="400">
        <PageIntro>{say.subtitle(formatDay(data.today, language))}</PageIntro>
        {data.who === null && <NoOffer />}
        <PausedNotice since={data.pausedSince} timeZone={data.timeZone} link />
        <MomentPaused pauses={{ since: data.giftPausedSince, over: [] }} timeZone={data.timeZone} />
        <BirthdayFigures {...data} />
        <Card padding="0">
          <Box padding="400">
            <BlockStack gap="100">
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <Text as="h2" variant="headingSm">
                  {say.list}
                </Text>
                {data.count > 0 && (
                  <Text as="p" tone="subdued">
                    <Count count={data.count} />
                  </Text>
                )}
              </InlineStack>
              {data.who && data.who.conditions.length > 0 && data.count > 0 && (
                <ForSome who={data.who} isKnown={data.members.every(({ fits }) => fits !== null)} />
              )}
            </BlockStack>
          </Box>
          {data.members.length === 0 ? (
            <NothingYet
              picture={<CakePicture />}
              heading={say.emptyHeading}
              help={say.emptyHelp}
              action={{ content: memberList.backToMembers, url: '/app/members' }}
            />
          ) : (
            <BirthdayTable {...data} />
          )}
        </Card>
      </BlockStack>
    </Page>
  );
}

/** What the list can say of the conditions, and what it can't. */
function ForSome({ who, isKnown }: { who: Who; isKnown: boolean }) {
  const { birthdays } = useTexts();
  const { page: say } = birthdays;
  const parts = [
    say.forSome,
    isKnown ? say.marked : say.notReadYet,
    ...(asksTags(who) ? [say.beforeTags] : []),
  ];
  return (
    <Text as="p" tone="subdued">
      {parts.join(' ')} <Link url="/app/program/moments/birthday">{say.seeConditions}</Link>
    </Text>
  );
}

function Count({ count }: { count: number }) {
  const { birthdays } = useTexts();
  const language = useLanguage();
  const { page: say } = birthdays;
  if (count > MOST_COUNTED) return <>{say.more(formatNumber(MOST_COUNTED, language))}</>;
  return <>{say.count(formatNumber(count, language), pluralForm(count, language))}</>;
}

function NoOffer() {
  const { birthdays } = useTexts();
  const navigate = useNavigate();
  const { page: say } = birthdays;
  return (
    <Banner
      tone="info"
      title={say.noOffer}
      action={{ content: say.setUp, onAction: () => navigate('/app/program/moments/birthday') }}
    >
      <p>{say.noOfferHelp}</p>
    </Banner>
  );
}
