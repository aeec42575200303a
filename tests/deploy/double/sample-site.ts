import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A small knowledge base of our own, in the shape of a real build. */
export interface SampleSite {
  /** Notes by service: `{ sqs: '…' }`. */
  readonly notes: Readonly<Record<string, string>>;
  readonly style: string;
  readonly script: string;
}

export const siteOne: SampleSite = {
  notes: {
    sqs: 'キューは、送り手と受け手の速さの違いをならします。',
    sns: '一つの知らせを、たくさんの受け手へ配ります。',
    lambda: '呼ばれたときだけ動く、小さなプログラムの置き場です。',
  },
  style: 'body { line-height: 1.8 }',
  script: 'document.title += ""',
};

/** One note changed, one new, one gone; another style. */
export const siteTwo: SampleSite = {
  notes: {
    sqs: 'キューは、送り手と受け手の速さの違いをならします。失敗した便りは別の箱に移します。',
    lambda: siteOne.notes['lambda'] ?? '',
    s3: 'ファイルを、名前と一緒にそのまま預けます。',
  },
  style: 'body { line-height: 1.9 }',
  script: siteOne.script,
};

/** Only one note differs from the first site. */
export const siteEdited: SampleSite = {
  ...siteOne,
  notes: { ...siteOne.notes, sqs: 'キューの中の便りは、最長で十四日のあいだ待ちます。' },
};

/** The files of a build, by path. */
export function renderSite({ notes, style, script }: SampleSite): Record<string, string> {
  const files: Record<string, string> = {};
  const add = (path: string, text: string) => {
    files[path] = text;
    return `/${path}`;
  };
  const css = add(`_astro/main.${hash(style, 8)}.css`, style);
  const js = add(`_astro/theme.${hash(script, 8)}.js`, script);
  const search = add('_astro/engine.0a1b2c3d.js', 'fetch("/pagefind/pagefind-entry.json")');
  add('favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  add('robots.txt', 'User-agent: *\nAllow: /\n');
  add('manifest.webmanifest', '{"name":"雲ノート"}');
  const page = (title: string, body: string) =>
    `<!doctype html><html lang="ja"><head><title>${title}</title><link rel="stylesheet" href="${css}"><link rel="icon" href="/favicon.svg"><script src="${js}"></script></head><body><main>${body}</main><script type="module" src="${search}"></script></body></html>`;
  const texts: string[] = [];
  for (const [slug, text] of Object.entries(notes)) {
    const card = add(`og/${hash(`card ${text}`, 12)}.png`, `PNG ${text}`);
    const body = `<h1>${slug}</h1><p>${text}</p><a href="/services/">一覧</a>`;
    add(
      `services/${slug}/index.html`,
      page(slug, body).replace('</head>', `<meta property="og:image" content="${card}"></head>`),
    );
    add(`services/${slug}.md`, `# ${slug}\n\n${text}\n`);
    texts.push(add(`pagefind/text/${hash(text, 10)}-0-0.json`, JSON.stringify({ text })));
  }
  const links = Object.keys(notes).map((slug) => `<a href="/services/${slug}/">${slug}</a>`);
  add('services/index.html', page('サービス', links.join('')));
  add('index.html', page('雲ノート', `<a href="/services/">サービス</a>${links.at(-1)}`));
  add('404.html', page('見つかりません', '<a href="/">戻る</a>'));
  const index = add(`pagefind/index/0_${hash(texts.join(), 10)}.pf_index`, texts.join());
  add('pagefind/pagefind-entry.json', JSON.stringify([index, ...texts]));
  add(
    'sitemap.xml',
    Object.keys(notes)
      .map((slug) => `<loc>/services/${slug}/</loc>`)
      .join(''),
  );
  add('llms.txt', Object.keys(notes).join('\n'));
  add('sw.js', '// nothing is kept');
  return files;
}

/** Writes files into a folder, which is emptied first. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const hash = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);
