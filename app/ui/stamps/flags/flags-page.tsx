import { useNavigate } from '@remix-run/react';
import { BlockStack, Box, ButtonGroup, Button, Card, Page, Tabs } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { NothingYet } from '#app/ui/shell/nothing-yet.tsx';
import { PageIntro } from '#app/ui/shell/page-intro.tsx';
import { PageTitle } from '#app/ui/shell/page-title.tsx';
import { UnreadableNotice } from '#app/ui/shell/unreadable-notice.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { ReceiptPicture } from '../../members/pictures.tsx';
import { FlagRow } from './flag-row.tsx';
import type { Flag, FlagsData } from './flags-data.ts';
import { AnsweredNames } from './answered-names.tsx';
import { NameQuestion } from './name-question.tsx';

type Props = FlagsData & {
  /** What else keeps orders from counting. */
  children: ReactNode;
};

/** The order flags: what the app couldn't tell for certain, one decision each. */
export function FlagsPage({ children, ...data }: Props) {
  const { flags: texts, members } = useTexts();
  const navigate = useNavigate();
  const tabs = [
    { id: 'open', content: texts.open },
    { id: 'decided', content: texts.decided },
  ];
  return (
    <Page>
      <PageTitle title={texts.title} back={{ title: members.title, to: '/app/members' }} />
      <BlockStack gap="400">
        {data.unreadable && <UnreadableNotice />}
        {children}
        <PageIntro>{texts.intro}</PageIntro>
        {data.names.length > 0 && <AnsweredNames names={data.names} />}
        <Card padding="0">
          <Tabs
            tabs={tabs}
            selected={data.decided ? 1 : 0}
            onSelect={(at) => navigate(at === 1 ? '?show=decided' : '?')}
          >
            {data.flags.length === 0 ? <Nothing decided={data.decided} /> : <Rows {...data} />}
          </Tabs>
        </Card>
      </BlockStack>
    </Page>
  );
}

function Nothing({ decided }: { decided: boolean }) {
  const { flags: texts, shell } = useTexts();
  const words = decided
    ? { heading: texts.noneDecided, help: texts.noneDecidedHelp, to: '/app/orders', content: texts.seeOpen }
    : { heading: texts.noneOpen, help: texts.noneOpenHelp, to: '/app', content: shell.backHome };
  return (
    <NothingYet picture={<ReceiptPicture />} {...words} action={{ content: words.content, url: words.to }} />
  );
}

/** An unknown discount is one question, whatever its orders; what was decided is changed order by order. */
function Rows(data: FlagsData) {
  return (
    <>
      {byQuestion(data).map(([flag, ...more]) => (
        <Box
          key={`${flag.orderId}-${flag.lineId}`}
          padding="400"
          borderBlockStartWidth="025"
          borderColor="border"
        >
          {asksForName(flag) ? (
            <NameQuestion flags={[flag, ...more]} data={data} />
          ) : (
            <FlagRow flag={flag} data={data} />
          )}
        </Box>
      ))}
      <Pages {...data} />
    </>
  );
}

const asksForName = ({ reason, decidedAt }: Flag) => reason === 'foreign-title' && decidedAt === null;

function byQuestion({ flags }: FlagsData): [Flag, ...Flag[]][] {
  const questions = new Map<string, [Flag, ...Flag[]]>();
  for (const flag of flags) {
    const question = asksForName(flag) ? flag.title.toLowerCase() : `${flag.orderId}-${flag.lineId}`;
    const others = questions.get(question);
    if (others) others.push(flag);
    else questions.set(question, [flag]);
  }
  return [...questions.values()];
}

function Pages({ flags, hasNext, isFirstPage, decided }: FlagsData) {
  const { flags: texts } = useTexts();
  const navigate = useNavigate();
  const last = flags.at(-1);
  if (isFirstPage && !hasNext) return null;
  const to = (fields: Record<string, string>) =>
    navigate(`?${new URLSearchParams({ ...(decided && { show: 'decided' }), ...fields })}`);
  return (
    <Box padding="400" borderBlockStartWidth="025" borderColor="border">
      <ButtonGroup>
        {!isFirstPage && <Button onClick={() => to({})}>{texts.first}</Button>}
        {hasNext && last && (
          <Button onClick={() => to({ after: `${last.orderId}-${last.lineId}` })}>{texts.next}</Button>
        )}
      </ButtonGroup>
    </Box>
  );
}
