import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SampleService } from './corpus.ts';

/** Writes a corpus as a content folder of this project. */
export async function writeContent(folder: string, corpus: readonly SampleService[]): Promise<void> {
  const write = async (path: string, text: string) => {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  await write('glossary.yaml', '[]\n');
  await write('redirects.yaml', '[]\n');
  for (const { slug, name, summary, notes } of corpus) {
    await write(`services/${slug}.mdx`, serviceFile(name, summary));
    for (const [i, { topic, title, body }] of notes.entries())
      await write(`notes/${slug}/${topic}.mdx`, noteFile(slug, title, (i + 1) * 10, body));
  }
}

const serviceFile = (name: string, summary: string): string => `---
name: ${name}
shortName: ${name}
reading: さんぷる
category: compute
summary: ${summary}
docs:
  - title: 手引き
    url: https://docs.example.com/
updated: 2026-11-22
---

${summary}
`;

const noteFile = (service: string, title: string, order: number, body: string): string => `---
title: ${title}
service: ${service}
order: ${order}
sources:
  - title: 手引き
    url: https://docs.example.com/
    kind: official
checked: 2026-11-22
---

${body}`;
