/** `A. …`, `ア）…`: an answer to choose; with the letter, in the width that most write. */
const ANSWER = /^[(（]?([A-Ja-jＡ-Ｊａ-ｊア-コ])(?:[.．、)）:：]|\s)\s*\S/u;

const LETTERS = ['ABCDEFGHIJ', 'アイウエオカキクケコ'];

/** Whether a line is an answer to choose with the letter that its place asks for, from 0. */
export function isAnswer(line: string, place: number): boolean {
  const letter = ANSWER.exec(line)?.[1]?.normalize('NFKC').toUpperCase();
  return letter !== undefined && LETTERS.some((letters) => letters[place] === letter);
}
