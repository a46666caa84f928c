import { TitleBar } from '@shopify/app-bridge-react';
import { Badge, Banner, BlockStack, Layout, Page } from '@shopify/polaris';
import { useState } from 'react';
import { dayIn } from '#app/core/values/days.ts';
import { formatDay } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { UnreadableNotice } from '#app/ui/shell/unreadable-notice.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { AdjustModal } from '../../ledger/adjust-modal.tsx';
import { BalancePanel } from '../../ledger/balance-panel.tsx';
import { LifeDateModal } from '../../life-dates/life-date-modal.tsx';
import { LifeDatesPanel, type LifeDateDialog } from '../../life-dates/life-dates-panel.tsx';
import { BirthdayPanel, type BirthdayDialog } from '../../moments/birthdays/birthday-panel.tsx';
import { BirthdayModal } from '../../moments/birthdays/birthday-modal.tsx';
import { GiveRewardModal } from '../../rewards/give-reward-modal.tsx';
import type { MemberRewardRow } from '../../rewards/member-reward.ts';
import { MemberRewards } from '../../rewards/member-rewards.tsx';
import { TakeBackModal } from '../../rewards/take-back-modal.tsx';
import { MemberCards } from '../../stamps/member-cards.tsx';
import { LedgerPanel } from '../../ledger/ledger-panel.tsx';
import { BlockModal } from './block-modal.tsx';
import type { LifeDateData, MemberData } from './member-data.ts';
import { PurchasesPanel } from '../../history/purchases-panel.tsx';
import { NoticesPanel } from '../../notices/notices-panel.tsx';
import { OrderQuestion } from '../../order-answers/order-question.tsx';
import { OrdersPanel } from '../../orders/orders-panel.tsx';
import { PersonalDataPanel } from './personal-data-panel.tsx';
import { useCustomerNames } from '../use-customer-names.ts';
import { useDialog } from '../use-dialog.ts';

type Dialog = 'adjust' | 'block' | 'give' | 'take-back' | BirthdayDialog | LifeDateDialog;

/** One member: what there is, where it comes from, and what can be done about it. */
export function MemberPage(data: MemberData) {
  const { members: texts } = useTexts();
  const language = useLanguage();
  const { dialog, open, close } = useDialog<Dialog>();
  const [taking, setTaking] = useState<MemberRewardRow | null>(null);
  const [lifeDate, setLifeDate] = useState<LifeDateData | null>(null);
  const { member, timeZone } = data;
  const erased = member.erasedAt !== null;
  // Who left is given nothing, and comes back by themselves alone.
  const gone = erased || member.leftAt !== null;
  const given = useCustomerNames([member.customerId])[member.customerId];
  const name = erased ? texts.erasedCustomer : (given ?? texts.customerNumber(member.customerId));
  return (
    <Page
      title={name}
      subtitle={texts.memberSince(formatDay(dayIn(timeZone, new Date(member.joinedAt)), language))}
      titleMetadata={<Status data={data} />}
      backAction={{ content: texts.title, url: '/app/members' }}
      {...(gone ? {} : actions(data, texts, open))}
    >
      <TitleBar title={texts.title} />
      <Layout>
        {data.unreadable && (
          <Layout.Section variant="fullWidth">
            <UnreadableNotice />
          </Layout.Section>
        )}
        <Notices data={data} />
        <Layout.Section>
          <BlockStack gap="400">
            <BalancePanel {...data} />
            <MemberCards {...data} />
            <MemberRewards
              data={data}
              {...(!gone && {
                ...(data.givable.length > 0 && { onGive: () => open('give') }),
                onTakeBack: (reward) => {
                  setTaking(reward);
                  open('take-back');
                },
              })}
            />
            <LedgerPanel {...data} {...(!gone && { onAdjust: () => open('adjust') })} />
            {!gone && <PurchasesPanel {...data.purchases} currency={data.currency} />}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            {!gone && <BirthdayPanel {...data} open={open} />}
            {!gone && data.lifeDates.length > 0 && (
              <LifeDatesPanel
                {...data}
                open={(which, of) => {
                  setLifeDate(of);
                  open(which);
                }}
              />
            )}
            <OrdersPanel {...data} />
            {!gone && <NoticesPanel notices={data.notices} timeZone={timeZone} />}
            {!erased && <OrderQuestion key={member.id} memberId={member.id} />}
            {!erased && <PersonalDataPanel {...data} />}
          </BlockStack>
        </Layout.Section>
      </Layout>
      {dialog === 'adjust' && <AdjustModal data={data} onClose={close} />}
      {dialog === 'give' && <GiveRewardModal rewards={data.givable} onClose={close} />}
      {dialog === 'take-back' && taking && <TakeBackModal data={data} reward={taking} onClose={close} />}
      {(dialog === 'life-date' || dialog === 'remove-life-date') && lifeDate && (
        <LifeDateModal of={lifeDate} remove={dialog === 'remove-life-date'} onClose={close} />
      )}
      {dialog === 'block' && <BlockModal isIncluded={!member.blocked} onClose={close} />}
      {(dialog === 'birthday' || dialog === 'remove-birthday') && (
        <BirthdayModal data={data} remove={dialog === 'remove-birthday'} onClose={close} />
      )}
    </Page>
  );
}

function actions(
  { member }: MemberData,
  texts: ReturnType<typeof useTexts>['members'],
  open: (dialog: Dialog) => void,
) {
  return {
    primaryAction: { content: texts.adjust, onAction: () => open('adjust') },
    secondaryActions: [
      {
        content: texts.openCustomer,
        url: `shopify://admin/customers/${member.customerId}`,
        target: '_top' as const,
      },
      { content: member.blocked ? texts.takeIn : texts.leaveOut, onAction: () => open('block') },
    ],
  };
}

function Status({ data: { member } }: { data: MemberData }) {
  const { members: texts } = useTexts();
  if (member.erasedAt !== null) return <Badge>{texts.erased}</Badge>;
  if (member.leftAt !== null) return <Badge>{texts.left}</Badge>;
  return member.blocked ? <Badge tone="attention">{texts.blocked}</Badge> : null;
}

function Notices({ data: { member, timeZone } }: { data: MemberData }) {
  const { members: texts } = useTexts();
  const language = useLanguage();
  const leftOn = member.leftAt && formatDay(dayIn(timeZone, new Date(member.leftAt)), language);
  const notice =
    member.erasedAt !== null
      ? { title: texts.erasedCustomer, help: texts.erasedHelp }
      : leftOn !== null
        ? { title: texts.leftBanner(leftOn), help: texts.leftBannerHelp }
        : member.blocked
          ? { title: texts.blockedBanner, help: texts.blockedBannerHelp }
          : null;
  if (!notice) return null;
  return (
    <Layout.Section variant="fullWidth">
      <Banner title={notice.title}>
        <p>{notice.help}</p>
      </Banner>
    </Layout.Section>
  );
}
