import { useTexts } from '#app/ui/shell/use-texts.ts';
import { PauseCard } from '../pause-card.tsx';

/** Pauses the program, or starts it again. */
export function PausePanel({ paused }: { paused: boolean }) {
  const { overview } = useTexts();
  return (
    <PauseCard paused={paused} say={overview.pausing[paused ? 'start' : 'stop']} done={overview.pause} />
  );
}
