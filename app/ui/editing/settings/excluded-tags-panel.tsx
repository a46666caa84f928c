import { BlockStack, Button, Card, InlineStack, Tag, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { SettingsProblem } from '#app/core/editing/settings-form.ts';
import { EnterActs } from '#app/ui/form/enter-acts.tsx';
import { SETTINGS_LIMITS } from '#app/core/program/program-rules.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Props = {
  tags: readonly string[];
  problem: SettingsProblem | undefined;
  onChange: (tags: string[]) => void;
};

/** Customers who bear one of these tags in Shopify earn nothing. */
export function ExcludedTagsPanel({ tags, problem, onChange }: Props) {
  const { settings } = useTexts();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<SettingsProblem | null>(null);
  const error = refused ?? problem;
  const add = () => {
    const added = addTags(tags, typed);
    if (!Array.isArray(added)) {
      setRefused(added);
      return;
    }
    setRefused(null);
    setTyped('');
    if (added.length > tags.length) onChange(added);
  };
  return (
    <Card>
      <BlockStack gap="300">
        <EnterActs act={add}>
          <TextField
            label={settings.tag}
            value={typed}
            onChange={setTyped}
            onBlur={add}
            autoComplete="off"
            helpText={settings.tagHelp}
            error={error ? settings.problems[error] : false}
            connectedRight={<Button onClick={add}>{settings.addTag}</Button>}
          />
        </EnterActs>
        {tags.length > 0 && (
          <InlineStack gap="200">
            {tags.map((tag) => (
              <Tag key={tag} onRemove={() => onChange(tags.filter((one) => one !== tag))}>
                {tag}
              </Tag>
            ))}
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}

/** Several at once, as Shopify's own tag field takes them: separated by commas. One that is there already is no mistake. */
function addTags(tags: readonly string[], typed: string): string[] | SettingsProblem {
  const known = new Set(tags.map((tag) => tag.toLowerCase()));
  const wanted = typed.split(',').map((tag) => tag.trim());
  const fresh = wanted.filter((tag) => tag !== '' && !known.has(tag.toLowerCase()));
  if (fresh.some((tag) => tag.length > SETTINGS_LIMITS.tagLetters)) return 'tooLong';
  const all = [...tags, ...new Set(fresh)];
  return all.length > SETTINGS_LIMITS.tags ? 'tooMany' : all;
}
