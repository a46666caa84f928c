import { useTexts } from '#app/ui/shell/use-texts.ts';
import { PauseCard } from '../pause-card.tsx';

/** Pauses the program, or starts it again. */
export function PausePanel({ paused }: { paused: boolean }) {
  const { overview } = useTexts();
  const { heading, help, button, title, sure } = overview.pausing[paused ? 'start' : 'stop'];
  const { stopped, started } = overview.pause;
  return (
    <PauseCard paused={paused} say={{ heading, help, button, title, sure }} done={{ stopped, started }} />
  );
}
