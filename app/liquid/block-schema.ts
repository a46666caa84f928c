// A block's description of itself, its `{% schema %}`: the theme editor reads it, and so do previews.

export type BlockSchema = {
  name: string;
  /** In a section, or beside the page's end: an app embed, which the merchant turns on for the whole theme. */
  target: 'section' | 'body';
  /** The asset that Shopify loads once on pages with this block. */
  stylesheet: string | null;
  /** Templates that the block may be added to; null for all. */
  templates: string[] | null;
  settings: BlockSetting[];
};

/** One field of the theme editor's form. Texts may be keys of the schema locale files: `t:settings.card.label`. */
export type BlockSetting = {
  /** Empty for headers and paragraphs, which hold no value. */
  id: string;
  type: string;
  default: unknown;
  label: string;
  info: string;
  /** The text of a header or paragraph. */
  content: string;
  /** The choices of a select, radio or text alignment. */
  options: { value: string; label: string }[];
  /** The bounds of a range or number. */
  limits: { min: number | null; max: number | null; step: number | null; unit: string };
};

/** @throws {SyntaxError} for a block without a schema, or with one that isn't JSON. */
export function readBlockSchema(source: string): BlockSchema {
  const json = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/.exec(source)?.[1];
  if (json === undefined) throw new SyntaxError('the block has no schema');
  const parsed: unknown = JSON.parse(json);
  const settings = property(parsed, 'settings');
  return {
    name: text(property(parsed, 'name')),
    target: text(property(parsed, 'target')) === 'body' ? 'body' : 'section',
    stylesheet: text(property(parsed, 'stylesheet')) || null,
    templates: texts(property(property(parsed, 'enabled_on'), 'templates')),
    settings: Array.isArray(settings) ? settings.map(readSetting) : [],
  };
}

/** `block.settings` of a block that the merchant has just added. */
export function settingDefaults(schema: BlockSchema): Record<string, unknown> {
  const named = schema.settings.filter((setting) => setting.id !== '');
  return Object.fromEntries(named.map((setting) => [setting.id, setting.default]));
}

function readSetting(setting: unknown): BlockSetting {
  return {
    id: text(property(setting, 'id')),
    type: text(property(setting, 'type')),
    default: property(setting, 'default') ?? null,
    label: text(property(setting, 'label')),
    info: text(property(setting, 'info')),
    content: text(property(setting, 'content')),
    options: readOptions(property(setting, 'options')),
    limits: {
      min: number(property(setting, 'min')),
      max: number(property(setting, 'max')),
      step: number(property(setting, 'step')),
      unit: text(property(setting, 'unit')),
    },
  };
}

function readOptions(options: unknown): BlockSetting['options'] {
  if (!Array.isArray(options)) return [];
  return options.map((option) => ({
    value: text(property(option, 'value')),
    label: text(property(option, 'label')),
  }));
}

function texts(value: unknown): string[] | null {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
