import type { CardShape } from '#app/core/program/card-shapes.ts';
import { SHAPE_PATHS } from '#app/core/program/shape-paths.ts';

type Props = { shape: CardShape; /** The first letter of the shop's name. */ initial: string };

/** The picture that a filled stamp bears in the shop; its words stand beside it. */
export function ShapePicture({ shape, initial }: Props) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      {shape === 'initial' ? (
        <text x="12" y="16.5" textAnchor="middle" fontSize="13" fill="currentColor" stroke="none">
          {initial}
        </text>
      ) : (
        <path d={SHAPE_PATHS[shape]} />
      )}
    </svg>
  );
}
