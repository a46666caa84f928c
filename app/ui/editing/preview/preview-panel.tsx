import { BlockStack, Button, Card, InlineStack, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { ProgramForm } from '#app/core/editing/program-form.ts';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import type { PreviewAbout } from './preview-about.ts';
import { Previews, type Preview } from './previews.tsx';
import { SeeInTheme } from './see-in-theme.tsx';
import { usePreviews } from './use-previews.ts';

/** The preview route's answer. */
export type PreviewAnswer = { ok: true; previews: Preview[] } | { ok: false; reason: 'invalid' };

type Props = {
  form: ProgramForm;
  /** A field can't be read: the last rules that could stay in view. */
  invalid: boolean;
  about: PreviewAbout;
  /** The shop's domain at Shopify. */
  shop: string;
};

/** The theme's blocks by the rules as they are typed, for one shopper of several. */
export function PreviewPanel({ form, invalid, about, shop }: Props) {
  const { program, settings, shell } = useTexts();
  const language = useLanguage();
  const [chosen, setShopper] = useState(about.first);
  const [storefront, setStorefront] = useState<Language>(language);
  const { preview: say } = program;
  const [dark, setDark] = useState(false);
  const { blocks, card, moment } = about;
  const offered = [...(moment === undefined ? shoppers(say) : []), ...about.shoppers];
  // A shopper who waits for a gift isn't there any more once the gift is switched off.
  const shopper = offered.some(({ value }) => value === chosen)
    ? chosen
    : moment === undefined
      ? 'member'
      : about.first;
  const question = { form, shopper, language: storefront, blocks, card, moment, dark };
  const { previews, failed, retry } = usePreviews(invalid || blocks.length === 0 ? null : question);
  if (blocks.length === 0) return <Nothing />;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say.heading}
        </Text>
        <BlockStack gap="200">
          <Select label={say.who} options={offered} value={shopper} onChange={setShopper} />
          <Select
            label={say.language}
            options={LANGUAGES.map((value) => ({ label: settings.languages[value], value }))}
            value={storefront}
            onChange={(chosen) => setStorefront(LANGUAGES.find((one) => one === chosen) ?? language)}
          />
          <Select
            label={say.page}
            options={[
              { label: say.light, value: 'light' },
              { label: say.dark, value: 'dark' },
            ]}
            value={dark ? 'dark' : 'light'}
            onChange={(chosen) => setDark(chosen === 'dark')}
          />
        </BlockStack>
        {failed && (
          <InlineStack gap="200">
            <Text as="p" tone="critical">
              {say.failed}
            </Text>
            <Button variant="plain" onClick={retry}>
              {shell.retry}
            </Button>
          </InlineStack>
        )}
        {invalid && (
          <Text as="p" tone="subdued">
            {previews === null ? say.notYet : say.invalid}
          </Text>
        )}
        {!((failed || invalid) && previews === null) && <Previews previews={previews} />}
        <Text as="p" tone="subdued">
          {say.help} <SeeInTheme shop={shop} places={about.places} />
        </Text>
      </BlockStack>
    </Card>
  );
}

/** Of a part that is off. */
function Nothing() {
  const { program } = useTexts();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {program.preview.heading}
        </Text>
        <Text as="p" tone="subdued">
          {program.preview.nothing}
        </Text>
      </BlockStack>
    </Card>
  );
}

function shoppers(say: ReturnType<typeof useTexts>['program']['preview']) {
  return [
    { label: say.visitor, value: 'visitor' },
    { label: say.newMember, value: 'new-member' },
    { label: say.member, value: 'member' },
  ];
}
