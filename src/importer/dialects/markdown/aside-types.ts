import type { AsideType } from '../../nodes.ts';

/** What other systems call their boxes (MkDocs, Docusaurus, GitHub, Obsidian, Zenn, Qiita). */
const TYPES = new Map<string, AsideType>(
  Object.entries({
    tip: 'tip',
    hint: 'tip',
    success: 'tip',
    important: 'caution',
    warning: 'caution',
    warn: 'caution',
    caution: 'caution',
    attention: 'caution',
    alert: 'caution',
    danger: 'danger',
    error: 'danger',
    failure: 'danger',
    bug: 'danger',
  }),
);

export const asideTypeOf = (name: string): AsideType => TYPES.get(name.toLowerCase()) ?? 'note';
