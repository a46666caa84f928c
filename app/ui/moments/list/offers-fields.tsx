import { BlockStack, Box, Button, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { PlusIcon } from '@shopify/polaris-icons';
import { canBeGiven } from '#app/core/moments/reward-of-moment.ts';
import { emptyOffer, type OfferForm } from '#app/core/editing/moment-rule-form.ts';
import { MOMENT_LIMITS, TASK_OFFERS } from '#app/core/moments/moment-rule.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber } from '#app/ui/values/format.ts';

type Props = {
  offers: OfferForm[];
  /** Of the draft, and what is published, by whose names one is known that the draft has no longer. */
  rewards: readonly Reward[];
  published: readonly Reward[];
  /** The kind may bring words alone. */
  needsNone: boolean;
  problem: (field: string) => string | undefined;
  onChange: (offers: OfferForm[]) => void;
};

/** What they get: one gift, or several of which they choose. */
export function OffersFields(props: Props) {
  const { offers, needsNone, problem, onChange } = props;
  const { moments: say } = useTexts();
  const language = useLanguage();
  const replace = (place: number, fields: Partial<OfferForm>) =>
    onChange(offers.map((one, at) => (at === place ? { ...one, ...fields } : one)));
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {offers.length > 1 ? say.gifts : say.gift}
      </Text>
      {offers.length === 0 && (
        <Text as="p" tone="subdued">
          {say.noGift}
        </Text>
      )}
      {offers.map((offer, place) => {
        const number = formatNumber(place + 1, language);
        return (
          <Box key={place} padding="300" borderWidth="025" borderColor="border" borderRadius="200">
            <BlockStack gap="200">
              <Select
                label={offers.length > 1 ? say.giftOf(number) : say.kindOfGift}
                options={(['points', 'reward', 'task'] as const).map((kind) => ({
                  value: kind,
                  label: say.giftKinds[kind],
                }))}
                value={offer.kind}
                onChange={(kind) => replace(place, { kind: kind as OfferForm['kind'] })}
              />
              <OfferFields
                {...props}
                offer={offer}
                problem={(field) => problem(`offers.${place}.${field}`)}
                replace={(fields) => replace(place, fields)}
              />
              {(offers.length > 1 || needsNone) && (
                <InlineStack>
                  <Button
                    variant="plain"
                    tone="critical"
                    onClick={() => onChange(offers.filter((_, at) => at !== place))}
                  >
                    {say.removeGift(number)}
                  </Button>
                </InlineStack>
              )}
            </BlockStack>
          </Box>
        );
      })}
      {problem('offers') && (
        <Text as="p" tone="critical">
          {problem('offers')}
        </Text>
      )}
      {offers.length < MOMENT_LIMITS.choices && !offers.some(({ kind }) => kind === 'task') && (
        <InlineStack>
          <Button variant="plain" icon={PlusIcon} onClick={() => onChange([...offers, emptyOffer('reward')])}>
            {say.addGift}
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}

type OfferProps = Pick<Props, 'rewards' | 'published' | 'problem'> & {
  offer: OfferForm;
  replace: (fields: Partial<OfferForm>) => void;
};

function OfferFields({ offer, rewards, published, problem, replace }: OfferProps) {
  const { moments: say } = useTexts();
  switch (offer.kind) {
    case 'points':
      return (
        <TextField
          label={say.points}
          value={offer.points}
          onChange={(points) => replace({ points })}
          inputMode="numeric"
          autoComplete="off"
          error={problem('points') ?? false}
        />
      );
    case 'reward':
      return <RewardField {...{ offer, rewards, published, problem, replace }} />;
    case 'task':
      return (
        <BlockStack gap="200">
          <Select
            label={say.task}
            options={TASK_OFFERS.map((task) => ({ value: task, label: say.taskKinds[task] }))}
            value={offer.task}
            onChange={(task) => replace({ task: task as OfferForm['task'] })}
          />
          <TextField
            label={say.taskWords}
            helpText={say.taskWordsHelp}
            value={offer.words}
            onChange={(words) => replace({ words })}
            autoComplete="off"
            maxLength={MOMENT_LIMITS.taskWords}
            error={problem('words') ?? false}
          />
        </BlockStack>
      );
  }
}

/** One of the program's rewards. One that is gone stays to be seen, with what is wrong about it. */
function RewardField({ offer, rewards, published, problem, replace }: OfferProps) {
  const { moments: say } = useTexts();
  const language = useLanguage();
  const given = rewards.filter(canBeGiven);
  const isGone = offer.reward !== '' && !given.some(({ key }) => key === offer.reward);
  const gone = [...rewards, ...published].find(({ key }) => key === offer.reward);
  return (
    <Select
      label={say.reward}
      options={[
        { value: '', label: say.chooseReward },
        ...given.map(({ key, title }) => ({ value: key, label: title[language] })),
        ...(isGone ? [{ value: offer.reward, label: gone?.title[language] ?? say.rewardGone }] : []),
      ]}
      value={offer.reward}
      onChange={(reward) => replace({ reward })}
      helpText={given.length === 0 ? say.noRewards : undefined}
      error={problem('reward') ?? false}
    />
  );
}
