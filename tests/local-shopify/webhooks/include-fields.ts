// Keeps of a payload what a subscription's include_fields name, with dotted paths that reach through lists.

type Tree = Map<string, Tree>;

function treeOf(paths: string[]): Tree {
  const root: Tree = new Map();
  for (const path of paths) {
    let at = root;
    for (const step of path.split('.')) {
      const next: Tree = at.get(step) ?? new Map<string, Tree>();
      at.set(step, next);
      at = next;
    }
  }
  return root;
}

function pick(value: unknown, tree: Tree): unknown {
  // A path that ends here names all of it.
  if (tree.size === 0) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => pick(one, tree));
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const below = tree.get(key);
    if (below) kept[key] = pick(inner, below);
  }
  return kept;
}

/** The payload itself when nothing is named. */
export function includeFields(payload: object, fields: string[] | null): unknown {
  return fields === null ? payload : pick(payload, treeOf(fields));
}
