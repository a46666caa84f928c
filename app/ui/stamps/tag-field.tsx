import { BlockStack, Button, InlineStack, Tag, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { EnterActs } from '#app/ui/form/enter-acts.tsx';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Props = {
  label: string;
  help?: string;
  tags: readonly string[];
  error?: string | undefined;
  onChange: (tags: string[]) => void;
};

/** Product tags, added one by one or several at once by commas, as Shopify's own tag field takes them. */
export function TagField({ label, help, tags, error, onChange }: Props) {
  const { cards } = useTexts();
  const [typed, setTyped] = useState('');
  const add = () => {
    const added = withTyped(tags, typed);
    setTyped('');
    if (added.length > tags.length) onChange(added);
  };
  return (
    <BlockStack gap="200">
      <EnterActs act={add}>
        <TextField
          label={label}
          value={typed}
          onChange={setTyped}
          onBlur={add}
          autoComplete="off"
          helpText={help}
          error={error ?? false}
          connectedRight={
            <Button accessibilityLabel={cards.addTagTo(label)} onClick={add}>
              {cards.addTag}
            </Button>
          }
        />
      </EnterActs>
      {tags.length > 0 && (
        <InlineStack gap="200">
          {tags.map((tag) => (
            <Tag
              key={tag}
              accessibilityLabel={cards.removeTag(tag)}
              onRemove={() => onChange(tags.filter((one) => one !== tag))}
            >
              {tag}
            </Tag>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}

/** One that is there already, in whatever case, is no mistake. */
function withTyped(tags: readonly string[], typed: string): string[] {
  const known = new Map(tags.map((tag) => [tag.toLowerCase(), tag]));
  for (const tag of typed.split(',').map((one) => one.trim())) {
    if (tag !== '' && !known.has(tag.toLowerCase())) known.set(tag.toLowerCase(), tag);
  }
  return [...known.values()];
}
