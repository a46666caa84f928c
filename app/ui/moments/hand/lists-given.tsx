import { BlockStack, List, Text } from '@shopify/polaris';
import type { HandList } from '#app/core/moments/hand-list.ts';
import type { PluralForm } from '#app/locales/plural.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';

/** How far the lists are, and of each that is done what became of everybody on it. */
export function ListsGiven({ lists }: { lists: readonly HandList[] }) {
  const { momentFigures } = useTexts();
  const { hand: say } = momentFigures;
  const language = useLanguage();
  const number = (count: number) => formatNumber(count, language);
  const counted = (text: (count: string, form: PluralForm) => string, count: number) =>
    count === 0 ? [] : [text(number(count), pluralForm(count, language))];
  const sentences = ({ finished, done, total, given, had, others, unreached }: HandList): string[] =>
    finished
      ? [
          say.done(number(given), number(total)),
          ...counted(say.had, had),
          ...counted(say.others, others),
          ...counted(say.unreached, unreached),
        ]
      : [say.running(number(done), number(total))];
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {say.lists}
      </Text>
      <List>
        {lists.map((list) => (
          <List.Item key={list.key}>
            {sentences(list).join(' ')}{' '}
            <Text as="span" tone="subdued">
              {list.reason}
            </Text>
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}
