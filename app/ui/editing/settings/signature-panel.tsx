import { Card, FormLayout, TextField } from '@shopify/polaris';
import type { SettingsErrors, SettingsForm } from '#app/core/editing/settings-form.ts';
import { SETTINGS_LIMITS } from '#app/core/program/program-rules.ts';
import { byLanguage, LANGUAGES } from '#app/core/values/languages.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Signature = NonNullable<SettingsForm['signature']>;
type Props = {
  value: SettingsForm['signature'];
  errors: SettingsErrors;
  onChange: (signature: Signature) => void;
};

/** Who gives, in each language of the store. */
export function SignaturePanel({ value = byLanguage(() => ''), errors, onChange }: Props) {
  const { overview, settings } = useTexts();
  return (
    <Card>
      <FormLayout>
        <FormLayout.Group>
          {LANGUAGES.map((language) => {
            const problem = errors[`signature.${language}`];
            return (
              <TextField
                key={language}
                label={overview.signatureIn[language]}
                value={value[language]}
                placeholder={overview.signatureExample[language]}
                onChange={(text) => onChange({ ...value, [language]: text })}
                maxLength={SETTINGS_LIMITS.signatureLetters}
                autoComplete="off"
                error={problem ? settings.problems[problem] : false}
              />
            );
          })}
        </FormLayout.Group>
      </FormLayout>
    </Card>
  );
}
