interface ContentType {
  readonly type: string;
  /** Whether CloudFront compresses it (its list of types, checked 2026-11: ServingCompressedFiles in its guide). */
  readonly compressed: boolean;
}

/** By the end of the file name. Text states its encoding, because `nosniff` forbids browsers to guess. */
const contentTypes: Readonly<Record<string, ContentType>> = {
  html: { type: 'text/html; charset=utf-8', compressed: true },
  css: { type: 'text/css; charset=utf-8', compressed: true },
  js: { type: 'text/javascript; charset=utf-8', compressed: true },
  json: { type: 'application/json', compressed: true },
  md: { type: 'text/markdown; charset=utf-8', compressed: true },
  txt: { type: 'text/plain; charset=utf-8', compressed: true },
  xml: { type: 'application/xml; charset=utf-8', compressed: true },
  svg: { type: 'image/svg+xml', compressed: true },
  webmanifest: { type: 'application/manifest+json', compressed: false },
  png: { type: 'image/png', compressed: false },
  // Pagefind compresses its index itself.
  pf_index: { type: 'application/octet-stream', compressed: false },
};

/** The `Content-Type` of a published file. Throws for an ending outside the table: `fileKinds` never allows one. */
export function contentTypeOf(path: string): string {
  return find(path).type;
}

/** Whether CloudFront may send the file compressed. */
export function isCompressed(path: string): boolean {
  return find(path).compressed;
}

function find(path: string): ContentType {
  const found = contentTypes[path.slice(path.lastIndexOf('.') + 1)];
  if (!found) throw new Error(`No content type is known for ${path}`);
  return found;
}
