import { BlockStack, Text } from '@shopify/polaris';
import { byOf, hasPoints, namesMembers } from '#app/core/moving-in/columns.ts';
import { unusedColumns } from '#app/core/moving-in/layouts.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { ChosenFile } from './use-chosen-file.ts';

const MOST_NAMED = 30;

/** Whose file it seems to be, how many rows it has, and what nothing is made of. */
export function WhatItIs({ chosen: { look, columns } }: { chosen: ChosenFile }) {
  const { movingIn: texts } = useTexts();
  const language = useLanguage();
  const { isOwn, apps, isHead } = look.head;
  const [one, other] = apps;
  const seems = isOwn ? texts.own : one && texts.seems(other === undefined ? one : texts.or(one, other));
  const unused = isHead ? unusedColumns(look.names, columns) : [];
  const named = unused.slice(0, MOST_NAMED).join(', ');
  return (
    <BlockStack gap="100">
      <Text as="p">
        {[seems, texts.found(formatNumber(look.rows, language), pluralForm(look.rows, language))]
          .filter(Boolean)
          .join(' ')}
      </Text>
      {namesMembers(columns) && <Text as="p">{texts.by[byOf(columns)]}</Text>}
      {!isHead && <Text as="p">{texts.noHead}</Text>}
      {!hasPoints(columns) && <Text as="p">{texts.noPoints}</Text>}
      {unused.length > 0 && (
        <Text as="p" tone="subdued">
          {texts.ignored(unused.length > MOST_NAMED ? `${named} …` : named)}
        </Text>
      )}
    </BlockStack>
  );
}
