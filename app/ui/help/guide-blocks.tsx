import { BlockStack, Box, Link, List, Text } from '@shopify/polaris';
import type { GuideBlock, GuideInline } from '#app/core/help/guide-text.ts';
import { GUIDE_PICTURE, guidePicture, PHONE_PICTURE, phonePicture } from './guide-picture.ts';
import './guide.css';

/** A text of the guide, drawn with the admin's own parts. */
export function GuideBlocks({ blocks }: { blocks: readonly GuideBlock[] }) {
  return (
    <Box maxWidth="40rem">
      <BlockStack gap="300">
        {blocks.map((block, index) => (
          <Block key={index} block={block} />
        ))}
      </BlockStack>
    </Box>
  );
}

function Block({ block }: { block: GuideBlock }) {
  switch (block.kind) {
    case 'heading':
      return (
        <div id={block.id} tabIndex={-1} className="guide-heading">
          <Text as={`h${block.level}`} variant={block.level === 2 ? 'headingMd' : 'headingSm'}>
            {block.text}
          </Text>
        </div>
      );
    case 'paragraph':
      return (
        <Text as="p">
          <Inlines parts={block.parts} />
        </Text>
      );
    case 'list':
      return (
        <List type={block.ordered ? 'number' : 'bullet'}>
          {block.items.map((parts, index) => (
            <List.Item key={index}>
              <Inlines parts={parts} />
            </List.Item>
          ))}
        </List>
      );
    case 'table':
      return <Table {...block} />;
    case 'picture':
      return <Picture {...block} />;
  }
}

function Inlines({ parts }: { parts: readonly GuideInline[] }) {
  return parts.map((part, index) => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'strong':
        return <strong key={index}>{part.text}</strong>;
      case 'link':
        return (
          <Link key={index} url={part.to}>
            {part.text}
          </Link>
        );
    }
  });
}

function Table({ head, rows }: Extract<GuideBlock, { kind: 'table' }>) {
  return (
    <table className="guide-table">
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((parts, index) => (
              <td key={index}>
                <Inlines parts={parts} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Its size is known before it comes, so that nothing moves. */
function Picture({ file, says }: Extract<GuideBlock, { kind: 'picture' }>) {
  return (
    <picture>
      <source media="(max-width: 30em)" srcSet={phonePicture(file)} {...PHONE_PICTURE} />
      <img className="guide-picture" src={guidePicture(file)} alt={says} loading="lazy" {...GUIDE_PICTURE} />
    </picture>
  );
}
