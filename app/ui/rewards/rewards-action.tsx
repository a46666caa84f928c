import { Button } from '@shopify/polaris';
import { PlusIcon } from '@shopify/polaris-icons';
import { REWARD_LIMITS, type Reward } from '#app/core/rewards/reward-rules.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

/** The way to a further reward; to the proposals where there is none yet. */
export function RewardsAction({ rewards }: { rewards: readonly Reward[] }) {
  const { rewards: say } = useTexts();
  if (rewards.length >= REWARD_LIMITS.rewards) return null;
  const to = rewards.length === 0 ? '/app/program/rewards' : '/app/program/rewards/new';
  return (
    <div style={{ flex: 'none' }}>
      <Button variant="plain" icon={PlusIcon} url={to}>
        {say.add}
      </Button>
    </div>
  );
}
