/** Katakana for what was typed in hiragana, before the input method converted it; undefined for anything else. */
export function toKatakana(text: string): string | undefined {
  if (!/^[ぁ-ゖー]{2,}$/.test(text)) return undefined;
  return text.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}
