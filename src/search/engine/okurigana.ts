/**
 * Writes compounds with all their hiragana: 割当 as 割り当て.
 *
 * @param compounds those that are also written without
 * @returns gives the same text when none is missing
 */
export function createSpeller(compounds: readonly string[]): (text: string) => string {
  const forms = compounds.map((full): [RegExp, string] => [
    new RegExp(`${full.replace(/[ぁ-ゖ]/g, '')}(?![ぁ-ゖ])`, 'g'),
    full,
  ]);
  return (text) => forms.reduce((result, [bare, full]) => result.replace(bare, full), text);
}
