import { Banner } from '@shopify/polaris';
import { IfItLasts } from '../help/if-it-lasts.tsx';
import { useTexts } from './use-texts.ts';

/** Above a page that goes on without the program's rules: what they call and set is missing there. */
export function UnreadableNotice() {
  const { failures } = useTexts();
  return (
    <Banner tone="critical">
      <p>
        {failures.rules} <IfItLasts />
      </p>
    </Banner>
  );
}
