import { BlockStack, List, Text } from '@shopify/polaris';
import type { Explained } from '../orders/explain-order.ts';

/** Why a number is what it is: the number in one sentence, and the reasons below. */
export function Explanation({ summary, reasons }: Explained) {
  return (
    <BlockStack gap="200">
      <Text as="p" fontWeight="semibold">
        {summary}
      </Text>
      {reasons.length > 0 && (
        <List>
          {reasons.map((reason, index) => (
            // Two lines of an order can read alike, and the list never changes its order.
            <List.Item key={index}>{reason}</List.Item>
          ))}
        </List>
      )}
    </BlockStack>
  );
}
