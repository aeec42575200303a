/**
 * The part of a Markdown text below the second-level heading of this title, heading included; all of it when there is
 * none. Pages bind some spaces, and what looks like a heading in a code sample is code.
 */
export const findSection = (markdown: string, title: string): string =>
  markdown
    .match(/^## .*\n(?:(```+)[^]*?\n\1\n|(?!## ).*\n)*/gm)
    ?.find((section) => section.startsWith(`## ${title.replace(/\s/g, ' ').trim()}\n`)) ?? markdown;
