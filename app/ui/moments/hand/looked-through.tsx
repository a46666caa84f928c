import { Checkbox, List, Text } from '@shopify/polaris';
import type { HandLines } from '#app/core/moments/hand-lines.ts';
import type { PluralForm } from '#app/locales/plural.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { Looked } from './use-look.ts';

type Props = { looked: Looked; lines: HandLines; again: boolean; onAgain: (again: boolean) => void };

const NAMED = 5;

/** What became of a list: who gets it, and who of it doesn't, and why. */
export function LookedThrough({ looked, lines, again, onAgain }: Props) {
  const { momentFigures } = useTexts();
  const { list: say, again: sayAgain } = momentFigures.hand;
  const language = useLanguage();
  const { fresh, had, out, others } = looked;
  const notFound = [...looked.notFound, ...lines.unread];
  const counted = (text: (count: string, form: PluralForm) => string, count: number) =>
    count === 0 ? [] : [text(formatNumber(count, language), pluralForm(count, language))];
  const rest = [
    ...counted(say.had, had.length),
    ...counted(say.twice, lines.twice + looked.twice),
    ...counted(say.out, out),
    ...counted(say.others, others),
  ];
  return (
    <>
      <Text as="p" fontWeight="semibold">
        {fresh.length === 0
          ? say.foundNobody
          : say.found(formatNumber(fresh.length, language), pluralForm(fresh.length, language))}
      </Text>
      {rest.length + notFound.length > 0 && (
        <List>
          {rest.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
          {counted(say.notFound, notFound.length).map((line) => (
            <List.Item key={line}>
              {line}
              <Text as="p" tone="subdued" breakWord>
                {notFound.slice(0, NAMED).join(', ')}
                {notFound.length > NAMED && ' …'}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
      {had.length > 0 && <Checkbox label={sayAgain} checked={again} onChange={onAgain} />}
    </>
  );
}
