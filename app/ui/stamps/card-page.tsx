import { Card } from '@shopify/polaris';
import { emptyCard, type CardForm } from '#app/core/editing/card-form.ts';
import type { ProgramForm } from '#app/core/editing/program-form.ts';
import { byLanguage } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { useLanguage } from '#app/ui/shell/root-data.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { EditPage } from '../editing/edit-page.tsx';
import { PREVIEW_BLOCKS, THEME_PLACES } from '../editing/preview/preview-about.ts';
import type { ProgramData } from '../editing/program-data.ts';
import { useOpenWhenSaved } from '../editing/use-open-when-saved.ts';
import { useProgramEdit } from '../editing/use-program-edit.ts';
import { CardEditor } from './card-editor.tsx';
import { CardPlace } from './card-place.tsx';
import { cardShoppers } from './preview-shoppers.ts';

/** `cardKey` is empty for a card that isn't saved yet. */
type Props = { data: ProgramData; cardKey: string };

/** One stamp card, and how it looks. */
export function CardPage({ data, cardKey }: Props) {
  const { program } = useTexts();
  const language = useLanguage();
  const editing = useProgramEdit(data, cardKey === '' ? withNewCard : undefined);
  const { edit, form } = editing;
  const { cards } = edit.value;
  const made = useOpenWhenSaved(editing, {
    isNew: cardKey === '',
    saved: data.saved.cards,
    under: '/app/program/cards',
  });
  const index = cards.findIndex(({ key }) => key === (made ?? cardKey));
  const card = cards[index];
  // Somebody else has removed it from the draft meanwhile.
  if (!card) return null;
  const replace = (fields: Partial<CardForm>) =>
    edit.change({ cards: cards.map((one, at) => (at === index ? { ...one, ...fields } : one)) });
  const title = card.title[language] || program.newCardTitle;
  const about = {
    blocks: PREVIEW_BLOCKS.card,
    places: THEME_PLACES.card,
    card: index,
    first: 'member',
    shoppers: cardShoppers(language),
  };
  return (
    <EditPage title={title} editing={editing} about={about}>
      <Card>
        <CardEditor card={card} index={index} edit={edit} onChange={replace} />
      </Card>
      <CardPlace edit={edit} index={index} title={title} onDiscard={form.discard} />
    </EditPage>
  );
}

/** Titles name a card in the theme editor, so two cards never begin with the same. */
function withNewCard(form: ProgramForm): ProgramForm {
  const { length } = form.cards;
  const number = length === 0 ? '' : ` ${length + 1}`;
  const title = byLanguage((language) => textsOf(language).program.newCardTitle + number);
  return { ...form, cards: [...form.cards, emptyCard(title)] };
}
