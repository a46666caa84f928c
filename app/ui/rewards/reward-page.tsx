import { Card } from '@shopify/polaris';
import { useState } from 'react';
import type { ProgramForm } from '#app/core/editing/program-form.ts';
import type { Begin } from '#app/core/editing/reward-proposals.ts';
import type { RewardForm } from '#app/core/editing/reward-form.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { EditPage } from '../editing/edit-page.tsx';
import { PREVIEW_BLOCKS, THEME_PLACES } from '../editing/preview/preview-about.ts';
import { RemovePart } from '../editing/remove-part.tsx';
import { useOpenWhenSaved } from '../editing/use-open-when-saved.ts';
import { useProgramEdit } from '../editing/use-program-edit.ts';
import { proposedReward } from './proposed-reward.ts';
import { RewardDiscount } from './reward-discount.tsx';
import { RewardEditor } from './reward-editor.tsx';
import type { RewardsData } from './rewards-data.ts';
import { withFollowers } from './with-followers.ts';

/** `rewardKey` is empty for a reward that isn't saved yet, which then begins as `begin`. */
type Props = { data: RewardsData; rewardKey: string; begin: Begin };

const ABOUT = { blocks: PREVIEW_BLOCKS.reward, places: THEME_PLACES.reward, first: 'member', shoppers: [] };

/** One reward: what it gives for how many points, and on which terms. */
export function RewardPage({ data, rewardKey, begin }: Props) {
  const { rewards: say } = useTexts();
  const language = useLanguage();
  const [withNew] = useState(() => (form: ProgramForm) => withNewReward(form, data, begin));
  const editing = useProgramEdit(data, rewardKey === '' ? withNew : undefined);
  const { edit, form } = editing;
  const { rewards = [] } = edit.value;
  const made = useOpenWhenSaved(editing, {
    isNew: rewardKey === '',
    saved: data.saved.rewards ?? [],
    under: '/app/program/rewards',
  });
  const index = rewards.findIndex(({ key }) => key === (made ?? rewardKey));
  const reward = rewards[index];
  // Somebody else has removed it from the draft meanwhile.
  if (!reward) return null;
  const replace = (fields: Partial<RewardForm>) => {
    const { currency, place } = data;
    const all = withFollowers(reward, fields, { currency, place, language });
    edit.change({ rewards: rewards.map((one, at) => (at === index ? { ...one, ...all } : one)) });
  };
  const discount = data.rewardDiscounts.find((one) => one.rewardKey === reward.key);
  const title = reward.title[language] || say.newHeading;
  const back = { title: say.title, to: '/app/program/rewards' };
  return (
    <EditPage title={title} editing={editing} about={ABOUT} back={back}>
      <Card>
        <RewardEditor reward={reward} index={index} edit={edit} data={data} onChange={replace} />
      </Card>
      {discount && (
        <Card>
          <RewardDiscount discount={discount} timeZone={data.timeZone} />
        </Card>
      )}
      {reward.key !== '' && (
        <Card>
          <RemovePart
            step={{ do: 'remove-reward', key: reward.key }}
            revision={data.revision}
            label={say.remove}
            title={say.removeTitle(title)}
            help={say.removeHelp}
            to={back.to}
            onDiscard={form.discard}
          />
        </Card>
      )}
    </EditPage>
  );
}

function withNewReward(form: ProgramForm, data: RewardsData, begin: Begin): ProgramForm {
  const found = proposedReward(begin, data) ?? proposedReward('amount', data);
  return found ? { ...form, rewards: [...(form.rewards ?? []), found.form] } : form;
}
