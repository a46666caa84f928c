import { Banner } from '@shopify/polaris';
import type { CeilingState } from '#app/core/moments/ceiling-state.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

/** Once a moment has given all that it may: it gives nothing more, though it is published. */
export function CeilingReached({ ceiling }: { ceiling: CeilingState | null }) {
  const { momentFigures: say } = useTexts();
  if (!ceiling?.reached) return null;
  return (
    <Banner tone="warning" title={say.ceiling.title}>
      <p>{say.ceiling.means}</p>
    </Banner>
  );
}
