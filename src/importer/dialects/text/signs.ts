/** The signs that word processors put before an item, a tab behind them; some come as letters of a font of symbols. */
export const TABBED_SIGN = '[•·・‣▪◦●○■□▼◆◇➢✓*+o‐–\\-\\uf0a7\\uf0a8\\uf0b7\\uf0d8\\uf0fc]';

/** An item of a list, or another line that stands between items. */
export interface Placed {
  readonly indent: number;
  /** What the line begins with; undefined when it is no item. */
  readonly sign: string | undefined;
}

/** Less than a column, also for the deepest of a list that has a sign for every level. */
const LEVEL = 1 / 32;

/**
 * How far in each line stands. Lists that were copied may lose their indents and keep a sign for each level: where a sign
 * comes back after others in a row of items, the others stand below it, by a part of a column.
 */
export function indentsBySigns(lines: readonly Placed[]): number[] {
  const indents = lines.map(({ indent }) => indent);
  for (let from = 0; from < lines.length;) {
    const { indent } = lines[from] ?? {};
    let to = from;
    const signs: string[] = [];
    for (; lines[to]?.indent === indent; to++) {
      const sign = lines[to]?.sign;
      if (sign === undefined) break;
      signs.push(sign);
    }
    for (const [i, level] of levelsOfSigns(signs).entries())
      indents[from + i] = (indent ?? 0) + level * LEVEL;
    from = Math.max(to, from + 1);
  }
  return indents;
}

/** Signs that writers and their programs put for each other. */
const FAMILIES: readonly string[] = ['-–—－‐', '・･', '*＊'];

const familyOf = (sign: string): string => FAMILIES.find((family) => family.includes(sign)) ?? sign;

/** How many signs of the items above each item stands below; 0 for all when no sign comes back after another. */
export function levelsOfSigns(signs: readonly string[]): number[] {
  const open: string[] = [];
  let cameBack = false;
  const levels = signs.map(familyOf).map((sign) => {
    const level = open.indexOf(sign);
    if (level < 0) return open.push(sign) - 1;
    cameBack ||= level < open.length - 1;
    open.length = level + 1;
    return level;
  });
  return cameBack ? levels : levels.map(() => 0);
}
