// What a block's `{% schema %}` tells about it: the theme editor reads it, and so do previews.

export type BlockSchema = {
  name: string;
  /** The asset that Shopify loads once on pages with this block. */
  stylesheet: string | null;
  settings: { id: string; type: string; default: unknown }[];
};

/** @throws {SyntaxError} for a block without a schema, or with one that isn't JSON. */
export function readBlockSchema(source: string): BlockSchema {
  const json = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/.exec(source)?.[1];
  if (json === undefined) throw new SyntaxError('the block has no schema');
  const parsed: unknown = JSON.parse(json);
  const settings = property(parsed, 'settings');
  return {
    name: text(property(parsed, 'name')),
    stylesheet: text(property(parsed, 'stylesheet')) || null,
    settings: Array.isArray(settings) ? settings.map(readSetting) : [],
  };
}

/** `block.settings` of a block that the merchant has just added. */
export function settingDefaults(schema: BlockSchema): Record<string, unknown> {
  const named = schema.settings.filter((setting) => setting.id !== '');
  return Object.fromEntries(named.map((setting) => [setting.id, setting.default]));
}

function readSetting(setting: unknown): BlockSchema['settings'][number] {
  return {
    id: text(property(setting, 'id')),
    type: text(property(setting, 'type')),
    default: property(setting, 'default') ?? null,
  };
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
