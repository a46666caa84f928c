import { Banner, BlockStack, Modal, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { POINTS } from '#app/core/values/units.ts';
import { SlowSave } from '#app/ui/form/slow-save.tsx';
import { useSend } from '#app/ui/form/use-send.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { contextOf } from '../ledger/context-of.ts';
import type { MemberData } from '../members/member/member-data.ts';
import { amountInWords } from '../orders/explain-order.ts';
import type { MemberRewardRow } from './member-reward.ts';
import { handErrors, type HandAnswer } from './reward-problems.ts';

type Props = { data: MemberData; reward: MemberRewardRow; onClose: () => void };

type Words = ReturnType<typeof useTexts>['memberRewards'];

function helpOf({ state, price }: MemberRewardRow, points: string, say: Words): string {
  if (state === 'waiting') return say.takeBackWaitingHelp;
  return price > 0 ? say.takeBackHelp(points) : say.takeBackGiftHelp;
}

/** Asks why a reward is taken back, and says what becomes of it. */
export function TakeBackModal({ data, reward, onClose }: Props) {
  const { members: texts, memberRewards: say } = useTexts();
  const language = useLanguage();
  const [reason, setReason] = useState('');
  const waits = reward.state === 'waiting';
  const { send, saving, answer, close } = useSend<HandAnswer>({
    done: waits ? say.waitingTakenBack : say.takenBack,
    onClose,
  });
  const errors = handErrors(answer, language);
  const points = amountInWords(reward.price, contextOf(POINTS, data, language));
  return (
    <Modal
      open
      onClose={close}
      title={say.takeBackTitle(reward.title[language])}
      primaryAction={{
        content: say.takeBack,
        destructive: true,
        onAction: () =>
          send(
            waits
              ? { do: 'take-back-gift', cause: reward.cause, reason }
              : { do: 'take-back-reward', voucher: reward.id, reason },
          ),
        loading: saving,
      }}
      secondaryActions={[{ content: texts.cancel, onAction: close, disabled: saving }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <SlowSave saving={saving} />
          {errors.general && <Banner tone="critical">{errors.general}</Banner>}
          <Text as="p">{helpOf(reward, points, say)}</Text>
          <TextField
            label={texts.reason}
            helpText={texts.reasonHelp}
            autoComplete="off"
            value={reason}
            onChange={setReason}
            error={errors.reason ?? false}
          />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
