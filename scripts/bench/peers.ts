import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SampleService } from './corpus.ts';

/** Another system that builds the same pages: one page a service, each note a section, search index and diagrams in. */
export interface Peer {
  readonly name: string;
  readonly packages: readonly string[];
  /** Writes its configuration and content into an empty folder that has the packages installed. */
  write(folder: string, corpus: readonly SampleService[]): Promise<void>;
  /** Commands of one build: package binaries with their arguments. */
  readonly build: readonly (readonly [bin: string, ...args: string[]])[];
  /** Where the build stands, and what to delete before a cold build. */
  readonly output: string;
  readonly caches: readonly string[];
  /** The page of a service in the build. */
  page(slug: string): string;
  /** The file of a service's content. */
  source(slug: string): string;
}

/**
 * Markdown of one page: the ids of headings are left out, since the peers make their own.
 *
 * @param end how the peer's addresses end
 */
const pageBody = ({ notes }: SampleService, end: '/' | ''): string =>
  notes
    .map(({ title, body }) => `## ${title}\n\n${body.replace(/ \[#[\w-]+\]$/gm, '')}`)
    .join('\n')
    .replace(/\]\(\/services\/([\w-]+)\/\)/g, `](/$1${end})`);

const put = async (folder: string, path: string, text: string): Promise<void> => {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
};

/**
 * Starlight draws Mermaid at build time with rehype-mermaid and a browser (its documentation's own advice); the
 * browser is the one of this project's tests, by `CHROME_PATH`.
 */
const starlight: Peer = {
  name: 'Starlight',
  packages: [
    'astro@7.3.4',
    '@astrojs/starlight@0.42.4',
    '@astrojs/markdown-remark@7.3.1',
    'rehype-mermaid@3.0.0',
    'playwright@1.65.1',
  ],
  async write(folder, corpus) {
    await rm(join(folder, 'src'), { recursive: true, force: true });
    await put(
      folder,
      'astro.config.mjs',
      `import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import rehypeMermaid from 'rehype-mermaid';

const launchOptions = { executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] };
export default {
  integrations: [starlight({ title: 'bench', locales: { root: { label: '日本語', lang: 'ja' } } })],
  markdown: {
    syntaxHighlight: { type: 'shiki', excludeLangs: ['mermaid'] },
    processor: unified({ rehypePlugins: [[rehypeMermaid, { strategy: 'inline-svg', launchOptions }]] }),
  },
};
`,
    );
    await put(
      folder,
      'src/content.config.mjs',
      `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    );
    await put(folder, 'src/content/docs/index.md', '---\ntitle: bench\n---\n');
    for (const service of corpus) {
      const { slug, name, summary } = service;
      const front = `---\ntitle: ${name}\ndescription: ${summary}\n---\n\n`;
      await put(folder, `src/content/docs/${slug}.md`, front + pageBody(service, '/'));
    }
  },
  build: [['astro', 'build']],
  output: 'dist',
  caches: ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'],
  page: (slug) => `${slug}/index.html`,
  source: (slug) => `src/content/docs/${slug}.md`,
};

/** VitePress has no diagrams of its own: its fences stay code, which costs it less than drawing would. */
const vitepress: Peer = {
  name: 'VitePress',
  packages: ['vitepress@1.6.4'],
  async write(folder, corpus) {
    await rm(join(folder, 'docs'), { recursive: true, force: true });
    const config = { lang: 'ja', title: 'bench', themeConfig: { search: { provider: 'local' } } };
    await put(folder, 'docs/.vitepress/config.mjs', `export default ${JSON.stringify(config)};\n`);
    await put(folder, 'docs/index.md', '# bench\n');
    for (const service of corpus)
      await put(folder, `docs/${service.slug}.md`, `# ${service.name}\n\n${pageBody(service, '')}`);
  },
  build: [['vitepress', 'build', 'docs']],
  output: 'docs/.vitepress/dist',
  caches: ['docs/.vitepress/dist', 'docs/.vitepress/cache'],
  page: (slug) => `${slug}.html`,
  source: (slug) => `docs/${slug}.md`,
};

export const peers: readonly Peer[] = [starlight, vitepress];
