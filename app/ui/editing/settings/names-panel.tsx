import { BlockStack, Card, FormLayout, Text, TextField } from '@shopify/polaris';
import { LANGUAGES, type Language } from '#app/core/values/languages.ts';
import type { SettingsErrors, SettingsForm } from '#app/core/editing/settings-form.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Names = SettingsForm['names'];
const FORMS = ['one', 'other'] as const;

type Props = { value: Names; errors: SettingsErrors; onChange: (names: Names) => void };

/** The storefront's words for points, in each of its languages. */
export function NamesPanel({ value, errors, onChange }: Props) {
  const { settings } = useTexts();
  const set = (language: Language, form: 'one' | 'other', name: string) =>
    onChange({ ...value, [language]: { ...value[language], [form]: name } });
  return (
    <Card>
      <BlockStack gap="400">
        {LANGUAGES.map((language) => (
          <BlockStack key={language} gap="200">
            <Text as="h3" variant="headingSm">
              {settings.languages[language]}
            </Text>
            <FormLayout>
              <FormLayout.Group condensed>
                {FORMS.map((form) => {
                  const problem = errors[`names.${language}.${form}`];
                  return (
                    <TextField
                      key={form}
                      label={settings.nameForms[form]}
                      value={value[language][form]}
                      onChange={(name) => set(language, form, name)}
                      autoComplete="off"
                      error={problem ? settings.problems[problem] : false}
                    />
                  );
                })}
              </FormLayout.Group>
            </FormLayout>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
