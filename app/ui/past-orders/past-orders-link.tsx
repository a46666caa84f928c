import { Box, Link } from '@shopify/polaris';
import { useTexts } from '#app/ui/shell/use-texts.ts';

/** The way to what was bought before the program began. */
export function PastOrdersLink() {
  const { pastOrders: texts } = useTexts();
  return (
    <Box paddingInline={{ xs: '400', sm: '0' }}>
      <Link url="/app/orders/past">{texts.link}</Link>
    </Box>
  );
}
