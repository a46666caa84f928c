import { Badge, BlockStack, Box, Button, Card, InlineStack, Link, Page, Text } from '@shopify/polaris';
import { dayIn } from '#app/core/values/days.ts';
import { formatDay } from '#app/ui/values/format.ts';
import { NothingYet } from '#app/ui/shell/nothing-yet.tsx';
import { PageIntro } from '#app/ui/shell/page-intro.tsx';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { LetterPicture } from './pictures.tsx';
import { useCustomerNames } from './use-customer-names.ts';
import { useDataFile } from './use-data-file.ts';

type Request = {
  id: string;
  customerId: string;
  requestedAt: string;
  answerBy: string;
  late: boolean;
  /** Null for a customer who isn't a member. */
  memberId: string | null;
};

/** The customers who asked for a copy of their data, and until when each must be answered. */
export function RequestsPage({ requests, timeZone }: { requests: Request[]; timeZone: string }) {
  const { members: texts } = useTexts();
  const names = useCustomerNames(requests.map(({ customerId }) => customerId));
  return (
    <Page>
      <PageTitle title={texts.requests} back={{ title: texts.title, to: '/app/members' }} />
      <BlockStack gap="400">
        {requests.length > 0 && <PageIntro>{texts.requestsIntro}</PageIntro>}
        <Card padding="0">
          {requests.length === 0 && <NoRequests />}
          {requests.map((request) => (
            <Box key={request.id} padding="400" borderBlockEndWidth="025" borderColor="border">
              <RequestRow request={request} name={names[request.customerId]} timeZone={timeZone} />
            </Box>
          ))}
        </Card>
      </BlockStack>
    </Page>
  );
}

function NoRequests() {
  const { members: texts, memberList } = useTexts();
  return (
    <NothingYet
      picture={<LetterPicture />}
      heading={texts.noRequests}
      help={texts.noRequestsHelp}
      action={{ content: memberList.backToMembers, url: '/app/members' }}
    />
  );
}

type RowProps = { request: Request; name: string | undefined; timeZone: string };

function RequestRow({ request, name, timeZone }: RowProps) {
  const { members: texts } = useTexts();
  const language = useLanguage();
  const { download, busy } = useDataFile(request.customerId);
  const shown = name ?? texts.customerNumber(request.customerId);
  const day = (at: string) => formatDay(dayIn(timeZone, new Date(at)), language);
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="100">
        <InlineStack gap="200">
          {request.memberId === null ? (
            <Text as="span">{shown}</Text>
          ) : (
            <MemberOf {...request} name={shown} />
          )}
          {request.late && <Badge tone="critical">{texts.late}</Badge>}
        </InlineStack>
        <Text as="p" tone="subdued">
          {texts.askedOn(day(request.requestedAt))} · {texts.answerBy(day(request.answerBy))}
        </Text>
        {request.memberId === null && (
          <Text as="p" tone="subdued">
            {texts.notMember}
          </Text>
        )}
      </BlockStack>
      <Button loading={busy} onClick={download}>
        {texts.download}
      </Button>
    </InlineStack>
  );
}

function MemberOf({ memberId, name }: { memberId: string | null; name: string }) {
  return <Link url={`/app/members/${memberId ?? ''}`}>{name}</Link>;
}
