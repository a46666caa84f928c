// Pictures of the demo's products, drawn here: flat shapes, one accent each, six dots as the roaster's mark.

export type Palette = {
  ground: string;
  body: string;
  shade: string;
  label: string;
  ink: string;
  accent: string;
};

/** What the label shows of the place. */
export type Motif = 'sun' | 'hills' | 'waves' | 'leaf' | 'moon' | 'grid';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const safe = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => escapes[letter] ?? letter);

function picture(ground: string, title: string, shapes: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" role="img" aria-label="${safe(title)}">
<rect width="600" height="600" fill="${ground}"/>${shapes}</svg>`;
}

/** Five filled, the sixth open. */
function sixDots(x: number, y: number, step: number, ink: string): string {
  const dot = (index: number) => {
    const look = index < 5 ? `fill="${ink}"` : `fill="none" stroke="${ink}" stroke-width="2.5"`;
    return `<circle cx="${x + (index - 2.5) * step}" cy="${y}" r="${step * 0.3}" ${look}/>`;
  };
  return [0, 1, 2, 3, 4, 5].map(dot).join('');
}

function words(text: string, y: number, size: number, ink: string, weight = 400): string {
  return `<text x="300" y="${y}" text-anchor="middle" font-family="Georgia, 'Times New Roman', serif" font-size="${size}" font-weight="${weight}" fill="${ink}">${safe(text)}</text>`;
}

/** What a label has room for, and how wide a bold letter is at most of the fonts that may stand in for Georgia. */
const LABEL_WIDTH = 184;
const LETTER_WIDTH = 0.74;
const LONG_NAME = 16;

const fitting = (text: string, largest: number): number =>
  Math.min(largest, Math.floor(LABEL_WIDTH / (text.length * LETTER_WIDTH)));

/** Two lines of about the same length, cut at a space; one where there is no need or no space. */
function labelLines(text: string): string[] {
  const middle = text.length / 2;
  const spaces = [...text.matchAll(/ /g)].map((match) => match.index);
  const [cut] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  if (text.length <= LONG_NAME || cut === undefined) return [text];
  return [text.slice(0, cut), text.slice(cut + 1)];
}

/** A name on a label, however long it is. */
function labelName(title: string, ink: string): string {
  const lines = labelLines(title);
  const size = Math.min(...lines.map((line) => fitting(line, lines.length > 1 ? 20 : 27)));
  const top = 412 - (lines.length - 1) * 20;
  return lines.map((line, index) => words(line, top + index * 22, size, ink, 700)).join('');
}

function motifShapes(motif: Motif, { accent, ink }: Palette): string {
  switch (motif) {
    case 'sun':
      return `<circle cx="300" cy="318" r="38" fill="${accent}"/><rect x="216" y="330" width="168" height="3" fill="${ink}"/>`;
    case 'hills':
      return `<path d="M212 352 L266 290 L300 326 L336 282 L388 352 Z" fill="${accent}"/>`;
    case 'waves':
      return [300, 322, 344]
        .map(
          (y) =>
            `<path d="M214 ${y} q21.5 -18 43 0 t43 0 t43 0 t43 0" fill="none" stroke="${accent}" stroke-width="7" stroke-linecap="round"/>`,
        )
        .join('');
    case 'leaf':
      return `<path d="M300 276 C348 296 348 340 300 362 C252 340 252 296 300 276 Z" fill="${accent}"/><path d="M300 284 V356" stroke="${ink}" stroke-width="3"/>`;
    case 'moon':
      return `<path d="M322 276 A44 44 0 1 0 340 344 A36 36 0 1 1 322 276 Z" fill="${accent}"/>`;
    case 'grid':
      return [0, 1, 2, 3, 4, 5, 6, 7]
        .map(
          (index) =>
            `<rect x="${226 + (index % 4) * 38}" y="${284 + Math.floor(index / 4) * 38}" width="30" height="30" fill="${accent}"/>`,
        )
        .join('');
  }
}

/** A bag of coffee with a folded top, a label and a valve. */
export function bagPicture(title: string, place: string, motif: Motif, palette: Palette): string {
  const { body, shade, label, ink } = palette;
  const bag = `<ellipse cx="300" cy="540" rx="150" ry="12" fill="${shade}" opacity="0.35"/>
<path d="M168 130 H432 L440 172 C452 300 452 420 436 536 H164 C148 420 148 300 160 172 Z" fill="${body}"/>
<path d="M432 130 L440 172 C452 300 452 420 436 536 H408 C420 420 420 300 408 172 L402 130 Z" fill="${shade}"/>
<path d="M164 84 H436 V130 H164 Z" fill="${shade}"/><path d="M164 84 H436 V98 H164 Z" fill="${body}"/>
<circle cx="300" cy="176" r="9" fill="none" stroke="${shade}" stroke-width="5"/>`;
  const paper = `<rect x="196" y="212" width="208" height="268" fill="${label}"/>
${words('SIXTH', 250, 22, ink, 700)}${motifShapes(motif, palette)}
${labelName(title, ink)}${words(place, 438, fitting(place, 15), ink)}${sixDots(300, 462, 15, ink)}`;
  return picture(palette.ground, title, bag + paper);
}

export function giftCardPicture(palette: Palette): string {
  const { body, label, accent } = palette;
  const card = `<rect x="110" y="190" width="380" height="240" rx="18" fill="${body}"/>
<rect x="110" y="350" width="380" height="26" fill="${accent}"/>
${words('SIXTH', 262, 40, label, 700)}${sixDots(300, 306, 30, label)}${words('gift card', 408, 20, label)}`;
  return picture(palette.ground, 'Gift card', card);
}

export function dripperPicture(palette: Palette): string {
  const { body, shade, accent, ink } = palette;
  const cone = `<path d="M170 190 H430 L346 350 H254 Z" fill="${body}"/><path d="M430 190 L346 350 H318 L390 190 Z" fill="${shade}"/>
<path d="M404 214 q66 6 44 66 q-18 44 -66 34" fill="none" stroke="${body}" stroke-width="18"/>
<rect x="214" y="350" width="172" height="20" rx="4" fill="${shade}"/>
<path d="M226 390 H374 L360 500 H240 Z" fill="none" stroke="${ink}" stroke-width="5"/><path d="M234 450 H366 L360 500 H240 Z" fill="${accent}"/>
<path d="M300 374 V440" stroke="${accent}" stroke-width="6" stroke-linecap="round" stroke-dasharray="2 15"/>`;
  return picture(palette.ground, 'Cone dripper', cone);
}

export function filtersPicture(palette: Palette): string {
  const { body, shade, ink, label } = palette;
  const sheet = (turn: number) => `<g transform="rotate(${turn} 300 460)">
<path d="M176 176 Q300 132 424 176 L322 440 Q300 452 278 440 Z" fill="${body}" stroke="${shade}" stroke-width="4" stroke-linejoin="round"/>
<path d="M424 176 L322 440 L306 446 L400 166 Z" fill="${shade}"/></g>`;
  const sheets = [-14, 14, 0].map(sheet).join('');
  const band = `<rect x="196" y="400" width="208" height="84" fill="${label}" stroke="${shade}" stroke-width="4"/>`;
  const text = `${words('100 filters', 440, 26, ink, 700)}${sixDots(300, 463, 15, ink)}`;
  return picture(palette.ground, 'Paper filters', sheets + band + text);
}

export function cupPicture(palette: Palette): string {
  const { body, shade, accent, label } = palette;
  const cup = `<path d="M400 240 q92 -6 84 74 q-8 70 -96 66" fill="none" stroke="${body}" stroke-width="26"/>
<path d="M176 200 H416 L398 440 Q396 460 376 460 H216 Q196 460 194 440 Z" fill="${body}"/>
<path d="M416 200 L398 440 Q396 460 376 460 H348 Q366 456 368 436 L384 200 Z" fill="${shade}"/>
<ellipse cx="296" cy="200" rx="120" ry="16" fill="${accent}"/>${words('SIXTH', 340, 34, label, 700)}${sixDots(290, 376, 22, label)}`;
  return picture(palette.ground, 'Enamel cup', cup);
}
