import { Box, UnstableBulkActions as BulkActions, type DisableableAction } from '@shopify/polaris';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Props = {
  count: number;
  /** On this page of the list. */
  most: number;
  onToggleAll: () => void;
  first: DisableableAction;
  /** Behind a menu: Polaris drops what has no room where it has no menu. */
  others: readonly DisableableAction[];
};

/** Polaris' table has its actions beside the head, which a phone's doesn't have: there they stay in sight below the list. */
export function ChosenBar({ count, most, onToggleAll, first, others }: Props) {
  const { memberList: texts } = useTexts();
  const language = useLanguage();
  const disabled = count === 0;
  return (
    <div className="chosen-bar">
      <Box padding="300" background="bg-surface" borderBlockStartWidth="025" borderColor="border">
        <BulkActions
          selectMode
          label={texts.chosen(formatNumber(count, language), pluralForm(count, language))}
          accessibilityLabel={texts.chooseAll}
          // Polaris' third state names a native box in a way that screen readers are not told.
          selected={count === most}
          onToggleAll={onToggleAll}
          promotedActions={[{ ...first, disabled }]}
          actions={others.map((action) => ({ ...action, disabled }))}
        />
      </Box>
    </div>
  );
}
