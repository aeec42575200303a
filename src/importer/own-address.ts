/** Whether the words of a link are its address, with or without the scheme that parsers put before bare ones. */
export const isOwnAddress = (words: string, url: string): boolean =>
  [words, `http://${words}`, `mailto:${words}`].includes(url);
