import { Badge } from '@shopify/polaris';
import type { PartState } from '#app/core/editing/part-state.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';

type Tone = 'success' | 'info' | 'attention' | 'warning' | null;

const TONES: Record<PartState, Tone> = {
  live: 'success',
  changed: 'attention',
  draft: 'info',
  scheduled: 'info',
  ending: 'warning',
  paused: 'warning',
  stopped: 'warning',
  over: null,
  off: null,
};

/** "Live", "Draft", "Changed" …: where one part of the program stands. */
export function PartBadge({ state }: { state: PartState }) {
  const { overview } = useTexts();
  const tone = TONES[state];
  return <Badge {...(tone && { tone })}>{overview.states[state]}</Badge>;
}
