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

/** Asks why a reward is taken back, and says what becomes of it. */
export function TakeBackModal({ data, reward, onClose }: Props) {
  const { members: texts, memberRewards: say } = useTexts();
  const language = useLanguage();
  const [reason, setReason] = useState('');
  const { send, saving, answer, close } = useSend<HandAnswer>({ done: say.takenBack, onClose });
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
        onAction: () => send({ do: 'take-back-reward', voucher: reward.id, reason }),
        loading: saving,
      }}
      secondaryActions={[{ content: texts.cancel, onAction: close, disabled: saving }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <SlowSave saving={saving} />
          {errors.general && <Banner tone="critical">{errors.general}</Banner>}
          <Text as="p">{reward.price > 0 ? say.takeBackHelp(points) : say.takeBackGiftHelp}</Text>
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
