import { splitPhrases } from './phrases.ts';
import { widthOfText, type FontStyle } from './font.ts';

/** Characters that may not begin a line. https://www.w3.org/TR/jlreq/#characters_not_starting_a_line */
const NOT_FIRST =
  /^[、。，．・：；？！ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ）］｝〉》」』】〕)\]},.:;?!%]/u;
/** What belongs to the word after it: an opening bracket, or a number before its unit (「10 件」). */
const NOT_LAST = /(?:[（［｛〈《「『【〔([{]|\d\s?)$/u;

/** A katakana word begins: a good place that the phrase model misses after numbers and brackets. */
const BEFORE_KATAKANA = /(?<=(?![おご])[ぁ-ゖ])(?=[ァ-ヺ])/u;

/** Between the things of a list. */
const IN_LIST = /(?<=・)/u;

/** Where the parts of an identifier, a path or an ARN meet. */
const IN_IDENTIFIER = /(?<=[_\-/.:])(?=\w)|(?<=[a-z])(?=[A-Z])/u;

/**
 * Cuts text into lines no wider than `limit`, as few as possible and of about equal width, between words and between
 * Japanese phrases. What is itself too wide is cut between the things of a list, then between the parts of an identifier,
 * or else between characters.
 * Joined, the lines are the text again.
 */
export function breakLines(text: string, limit: number, style: FontStyle): string[] {
  const width = (part: string) => widthOfText(part.trimEnd(), style);
  if (width(text) <= limit) return [text];
  const isWide = (piece: string) => width(piece) > limit;
  const pieces = splitPieces(text)
    .flatMap((piece) => (isWide(piece) ? piece.split(IN_LIST) : [piece]))
    .flatMap((piece) => (isWide(piece) ? piece.split(IN_IDENTIFIER) : [piece]))
    .flatMap((piece) => (isWide(piece) ? splitChars(piece) : [piece]));
  const fewest = fill(pieces, limit, width);
  // The narrowest measure that needs no more lines gives lines of equal length.
  for (let measure = width(text) / fewest.length; measure < limit; measure += style.size / 2) {
    const lines = fill(pieces, measure, width);
    if (lines.length === fewest.length && lines.every((line) => width(line) <= limit)) return lines;
  }
  return fewest;
}

/** Puts as many pieces on each line as fit. */
function fill(pieces: readonly string[], limit: number, width: (part: string) => number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && width(last + piece) <= limit) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines;
}

/** Words with the space after them, Japanese ones by phrase. */
function splitPieces(text: string): string[] {
  const pieces: string[] = [];
  for (const word of text.match(/\S*\s*/g) ?? []) {
    const phrases = splitPhrases(word.trimEnd()).flatMap((phrase) => phrase.split(BEFORE_KATAKANA));
    const space = word.slice(word.trimEnd().length);
    for (const [i, phrase] of phrases.entries()) {
      const piece = i === phrases.length - 1 ? phrase + space : phrase;
      const before = pieces.at(-1);
      const joins = before !== undefined && (NOT_LAST.test(before) || NOT_FIRST.test(piece));
      if (joins) pieces[pieces.length - 1] = before + piece;
      else if (piece !== '') pieces.push(piece);
    }
  }
  return pieces;
}

/** Single characters, each with the ones after it that may not begin a line. */
function splitChars(piece: string): string[] {
  const parts: string[] = [];
  for (const char of piece) {
    if (parts.length > 0 && (NOT_FIRST.test(char) || char === ' ')) parts.push((parts.pop() ?? '') + char);
    else parts.push(char);
  }
  return parts;
}
