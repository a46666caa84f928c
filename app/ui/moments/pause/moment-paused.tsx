import { Banner } from '@shopify/polaris';
import type { MomentPauses } from '#app/core/moments/moment-pauses.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatInstant } from '#app/ui/values/format.ts';

type Props = { pauses: MomentPauses; timeZone: string };

/** While a moment is paused: since when, and what that means. */
export function MomentPaused({ pauses, timeZone }: Props) {
  const { overview, pausedMoments } = useTexts();
  const language = useLanguage();
  if (pauses.since === null) return null;
  return (
    <Banner tone="warning" title={overview.pause.since(formatInstant(pauses.since, timeZone, language))}>
      <p>{pausedMoments.means}</p>
    </Banner>
  );
}
