import { BlockStack, Card, ChoiceList } from '@shopify/polaris';
import type { SettingsForm } from '#app/core/editing/settings-form.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Counts = SettingsForm['counts'];
const SWITCHES = ['shipping', 'giftCards', 'tips', 'testOrders'] as const;

type Props = { value: Counts; onChange: (counts: Counts) => void };

/** The money of an order that earns points. */
export function CountsPanel({ value, onChange }: Props) {
  const { settings } = useTexts();
  const setTax = ([tax]: string[]) => onChange({ ...value, tax: tax === 'without' ? 'without' : 'as-shown' });
  const setSwitches = (chosen: string[]) => {
    const flags = Object.fromEntries(SWITCHES.map((name) => [name, chosen.includes(name)]));
    onChange({ ...value, ...flags });
  };
  return (
    <Card>
      <BlockStack gap="400">
        <ChoiceList
          title={settings.tax}
          choices={[
            { value: 'as-shown', label: settings.taxAsShown, helpText: settings.taxAsShownHelp },
            { value: 'without', label: settings.taxWithout, helpText: settings.taxWithoutHelp },
          ]}
          selected={[value.tax]}
          onChange={setTax}
        />
        <ChoiceList
          allowMultiple
          title={settings.alsoCounts}
          choices={[
            { value: 'shipping', label: settings.shipping },
            { value: 'giftCards', label: settings.giftCards, helpText: settings.giftCardsHelp },
            { value: 'tips', label: settings.tips },
            { value: 'testOrders', label: settings.testOrders, helpText: settings.testOrdersHelp },
          ]}
          selected={SWITCHES.filter((name) => value[name])}
          onChange={setSwitches}
        />
      </BlockStack>
    </Card>
  );
}
