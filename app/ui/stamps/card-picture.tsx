import type { CardShape } from '#app/core/program/card-shapes.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { formatNumber } from '#app/ui/values/format.ts';
import { ShapePicture } from './shape-picture.tsx';
import './card-picture.css';

type Props = {
  /** Filled stamps, and those that fill the card. */
  have: number;
  size: number;
  /** Stamps that come with payment. */
  coming: number;
  /** The next item is free. */
  free: boolean;
  shape?: CardShape | undefined;
  /** The first letter of the shop's name. */
  initial: string;
};

/** A card as its shopper sees it: held stamps, those on their way, and the free one at the end. One picture with one name. */
export function CardPicture({ have, size, coming, free, shape = 'tick', initial }: Props) {
  const { ledger: say } = useTexts();
  const language = useLanguage();
  const number = (count: number) => formatNumber(count, language);
  const waiting = Math.max(0, Math.min(coming, size - have));
  const named = [
    say.stampsOf(number(have), number(size)),
    ...(waiting > 0 ? [say.onTheirWay(number(waiting))] : []),
  ];
  // A large card takes two rows of about the same length.
  const width = size > 7 ? { maxWidth: `${Math.ceil((size + 1) / 2) * 2.25}rem` } : {};
  return (
    <div className="card-picture" role="img" aria-label={named.join(', ')} style={width}>
      {Array.from({ length: size }, (_, index) => (
        <Stamp
          key={index}
          held={index < have}
          waiting={index < have + waiting}
          shape={shape}
          initial={initial}
        />
      ))}
      <span className={free ? 'card-free card-free-on' : 'card-free'}>{say.free}</span>
    </div>
  );
}

type StampProps = { held: boolean; waiting: boolean; shape: CardShape; initial: string };

function Stamp({ held, waiting, shape, initial }: StampProps) {
  return (
    <span className={held ? 'card-stamp card-stamp-on' : 'card-stamp'}>
      {held && <ShapePicture shape={shape} initial={initial} />}
      {!held && waiting && (
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="4" fill="currentColor" />
        </svg>
      )}
    </span>
  );
}
