/** What a writer reads about one kind of fault. `message` says what happened to which value; `hint` says what to do. */
export interface CatalogEntry {
  readonly title: string;
  // The values differ by code; each call site is checked against its own entry (`DiagnosticValues`).
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly message: (values: any) => string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly hint: (values: any) => string;
}

export type CatalogPart = Readonly<Record<`N${number}`, CatalogEntry>>;
