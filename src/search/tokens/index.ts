export { encodeStem, encodeWord, encodePair, encodeLast, END } from './encode.ts';
export { casedWord, keyOf, normalize, type NormalizedText } from './normalize.ts';
export { cutRuns, joinWord, partsOf, type Run } from './runs.ts';
export { tokenize, tokenizeParts, type Token } from './tokens.ts';
export { stemOf } from './verbs.ts';
