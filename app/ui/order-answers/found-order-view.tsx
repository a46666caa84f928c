import { BlockStack, Link, List, Text } from '@shopify/polaris';
import type { AskedOrderAnswer } from '#app/core/order-answers/merchants-answer.ts';
import type { FoundOrder } from '#app/core/order-answers/order-answer.ts';
import { cardKeyOf } from '#app/core/values/units.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { Explanation } from '../ledger/explanation.tsx';
import { useLineTitles } from '../ledger/use-line-titles.ts';
import { amountInWords, explainOrder, type ExplainContext } from '../orders/explain-order.ts';
import { formatInstant, formatList } from '../values/format.ts';
import { sayTodo, sayWhys } from './say-whys.ts';

type Answer = Extract<AskedOrderAnswer, { known: 'here' }>;

/** Whose it is, whether it is paid, what it moved, how that comes about, what gave nothing and why, and what to do. */
export function FoundOrderView({ answer, memberId }: { answer: Answer; memberId: string | null }) {
  const language = useLanguage();
  const lineTitles = useLineTitles(answer.order.orderId);
  const { currency, names, cards, order } = answer;
  const contextOf = (unit: string): ExplainContext => {
    const cardTitle = cards.find(({ key }) => key === cardKeyOf(unit))?.title[language];
    return { language, currency, names, unit, cardTitle, lineTitles };
  };
  const whys = sayWhys(order, { language, currency, cards });
  const todo = sayTodo(order, language);
  return (
    <BlockStack gap="300">
      <Facts answer={answer} memberId={memberId} gave={gave(order, contextOf, language)} />
      {order.units.map(({ unit, explanation }) => (
        <Explanation
          key={`${unit}/${explanation.part ?? 'earned'}`}
          {...explainOrder(explanation, contextOf(unit))}
        />
      ))}
      {whys.length > 0 && (
        <List>
          {whys.map((why, index) => (
            // Two cards can bear one title, and the list never changes its order.
            <List.Item key={index}>{why}</List.Item>
          ))}
        </List>
      )}
      {todo.map((each) => (
        <Text key={each} as="p" fontWeight="semibold">
          {each}
        </Text>
      ))}
    </BlockStack>
  );
}

type Amount = (moved: FoundOrder['moved'][number]) => number;

function gave(
  { moved }: FoundOrder,
  contextOf: (unit: string) => ExplainContext,
  language: ExplainContext['language'],
) {
  const said = (of: Amount) =>
    formatList(
      moved.flatMap((each) => (of(each) > 0 ? [amountInWords(of(each), contextOf(each.unit))] : [])),
      language,
    );
  return {
    given: said(({ given }) => given),
    taken: said(({ taken }) => taken),
    pending: said(({ pending }) => pending),
  };
}

type FactsProps = { answer: Answer; memberId: string | null; gave: ReturnType<typeof gave> };

function Facts({ answer: { order, timeZone }, memberId, gave: { given, taken, pending } }: FactsProps) {
  const { orderAnswers: texts } = useTexts();
  const language = useLanguage();
  const sentences = [
    ...(order.placedAt ? [texts.placed(formatInstant(order.placedAt, timeZone, language))] : []),
    ...(memberId !== null || order.whose !== 'theirs' ? [texts.whose[order.whose]] : []),
    texts.money[order.money],
    given ? texts.gave(given) : texts.gaveNothing,
    ...(taken ? [texts.took(taken)] : []),
    ...(pending ? [texts.comes(pending)] : []),
  ];
  return (
    <BlockStack gap="100">
      <Text as="p" fontWeight="semibold" breakWord>
        {texts.called(order.name)}
      </Text>
      <Text as="p">{sentences.join(' ')}</Text>
      <Link url={`shopify://admin/orders/${order.orderId}`} target="_top">
        {texts.openOrder}
      </Link>
      {order.memberId !== null && order.memberId !== memberId && (
        <Link url={`/app/members/${order.memberId}`}>{texts.openMember}</Link>
      )}
    </BlockStack>
  );
}
