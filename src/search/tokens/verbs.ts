/** A verb or an adjective of one character and its ending, or only that character. */
const VERB = /^([一-鿿])(?:[ぁ-ゖ]{0,2}[うくぐすつぬぶむるい])?$/;

/** The character before the ending; undefined for other words. */
export const stemOf = (text: string): string | undefined => VERB.exec(text)?.[1];
