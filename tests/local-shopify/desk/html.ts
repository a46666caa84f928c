// HTML with everything escaped that isn't HTML already.
import { escapeHtml, printed } from '#app/liquid/arguments.ts';

export type Html = { readonly text: string };

type Piece = Html | Html[] | string | number;

/** Interpolated text is escaped; nested HTML and lists of it are not. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
  return { text: parts.map((part, index) => part + written(pieces[index])).join('') };
}

function written(piece: Piece | undefined): string {
  if (piece === undefined) return '';
  if (typeof piece === 'object' && 'text' in piece) return piece.text;
  if (Array.isArray(piece)) return piece.map((one) => one.text).join('');
  return escapeHtml(printed(piece));
}

export const NOTHING: Html = { text: '' };
