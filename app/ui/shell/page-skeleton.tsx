import {
  BlockStack,
  Box,
  Card,
  InlineGrid,
  Layout,
  SkeletonBodyText,
  SkeletonDisplayText,
  SkeletonPage,
} from '@shopify/polaris';
import { shapeOfPage } from './shape-of-page.ts';

/** A page that is on its way, in the shape in which it will come. Polaris tells screen readers that it loads. */
export function PageSkeleton({ path }: { path: string }) {
  const Shape = SHAPES[shapeOfPage(path)];
  return (
    <SkeletonPage>
      <Shape />
    </SkeletonPage>
  );
}

const SHAPES = { figures: Figures, list: List, beside: Beside, cards: Cards };

function Figures() {
  return (
    <BlockStack gap="400">
      <InlineGrid columns={{ xs: 1, md: 3 }} gap="400">
        <CardSkeleton lines={6} />
        <CardSkeleton lines={6} />
        <CardSkeleton lines={6} />
      </InlineGrid>
      <CardSkeleton lines={1} />
    </BlockStack>
  );
}

function List() {
  return <CardSkeleton lines={16} />;
}

function Beside() {
  return (
    <Layout>
      <Layout.Section>
        <Cards />
      </Layout.Section>
      <Layout.Section variant="oneThird">
        <CardSkeleton lines={8} />
      </Layout.Section>
    </Layout>
  );
}

function Cards() {
  return (
    <BlockStack gap="400">
      <CardSkeleton lines={3} />
      <CardSkeleton lines={6} />
    </BlockStack>
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
