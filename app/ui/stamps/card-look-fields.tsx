import { BlockStack, FormLayout, Text, TextField } from '@shopify/polaris';
import { useId } from 'react';
import { PLAIN_SHAPE, type CardForm } from '#app/core/editing/card-form.ts';
import { CARD_SHAPES } from '#app/core/program/card-shapes.ts';
import { LANGUAGES } from '#app/core/values/languages.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { ShapePicture } from './shape-picture.tsx';

type Props = {
  card: CardForm;
  /** The first letter of the shop's name. */
  initial: string;
  problem: (field: string) => string | undefined;
  onChange: (fields: Partial<CardForm>) => void;
};

/** What the card gives, in the merchant's word for it, and the picture in its stamps. */
export function CardLookFields({ card, initial, problem, onChange }: Props) {
  const { overview } = useTexts();
  const noun = card.noun ?? { en: '', fr: '' };
  return (
    <FormLayout>
      <FormLayout.Group condensed>
        {LANGUAGES.map((language) => (
          <TextField
            key={language}
            label={overview.nounIn[language]}
            value={noun[language]}
            placeholder={overview.nounExample[language]}
            onChange={(text) => onChange({ noun: { ...noun, [language]: text } })}
            autoComplete="off"
            helpText={overview.nounHelp[language]}
            error={problem(`noun.${language}`) ?? false}
          />
        ))}
      </FormLayout.Group>
      <Shapes
        initial={initial}
        chosen={card.shape ?? PLAIN_SHAPE}
        onChange={(shape) => onChange({ shape })}
      />
    </FormLayout>
  );
}

type ShapesProps = { chosen: string; initial: string; onChange: (shape: string) => void };

/** Plain radio buttons, so that arrows walk through the pictures. */
function Shapes({ chosen, initial, onChange }: ShapesProps) {
  const { overview } = useTexts();
  const name = useId();
  return (
    <fieldset className="card-shapes">
      <BlockStack gap="100">
        <legend>
          <Text as="span">{overview.shape}</Text>
        </legend>
        <div className="card-shapes-row">
          {CARD_SHAPES.map((shape) => (
            <label key={shape} title={overview.shapes[shape]}>
              <input
                type="radio"
                name={name}
                value={shape}
                aria-label={overview.shapes[shape]}
                checked={chosen === shape}
                onChange={() => onChange(shape)}
              />
              <ShapePicture shape={shape} initial={initial} />
            </label>
          ))}
        </div>
      </BlockStack>
    </fieldset>
  );
}
