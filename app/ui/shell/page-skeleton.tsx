import { BlockStack, Box, Card, SkeletonBodyText, SkeletonDisplayText, SkeletonPage } from '@shopify/polaris';

/** A page that is on its way: the shape of most of ours, two cards. Polaris tells screen readers that it loads. */
export function PageSkeleton() {
  return (
    <SkeletonPage>
      <BlockStack gap="400">
        <CardSkeleton lines={3} />
        <CardSkeleton lines={6} />
      </BlockStack>
    </SkeletonPage>
  );
}

/** One card whose content is on its way. */
function CardSkeleton({ lines }: { lines: number }) {
  return (
    <Card>
      <BlockStack gap="400">
        <Box maxWidth="12rem">
          <SkeletonDisplayText size="small" />
        </Box>
        <SkeletonBodyText lines={lines} />
      </BlockStack>
    </Card>
  );
}
