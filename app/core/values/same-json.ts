/** Whether two JSON texts say the same, whatever the order of their keys; null and what can't be read say nothing. */
export function isSameJson(one: string, other: string | null): boolean {
  if (other === null) return false;
  try {
    return inOrder(JSON.parse(one)) === inOrder(JSON.parse(other));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
