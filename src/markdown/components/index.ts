import { aside } from './aside.ts';
import type { Component } from './component.ts';
import { lineBreak } from './line-break.ts';
import { quota } from './quota.ts';
import { todo } from './todo.ts';

/** All that a note may use beside Markdown. The guard allows these names and attributes, and nothing else. */
export const components: ReadonlyMap<string, Component> = new Map([
  ['Aside', aside],
  ['Quota', quota],
  ['Todo', todo],
  ['br', lineBreak],
]);

export type { Component } from './component.ts';
