/** The one definition of what content may say. Types come from here and from nowhere else. */
export * from './category.ts';
export * from './comparison.ts';
export * from './glossary.ts';
export * from './lifecycle.ts';
export * from './note.ts';
export * from './page-kind.ts';
export * from './provenance.ts';
export * from './quota.ts';
export * from './redirect.ts';
export * from './relation.ts';
export * from './search-aliases.ts';
export * from './search-hints.ts';
export * from './service.ts';
export * from './slug.ts';
export * from './source.ts';
export * from './values.ts';
