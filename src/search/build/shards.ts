import { shardFile, type JsonRoom, type ShardContent, type Shards } from '../layout.ts';
import { packWords } from '../packed-words.ts';
import { digestOf, jsonFile, type BundleFile } from './bundle-file.ts';

/** Letters in a file: who looks up some words loads little, and words that begin alike often lie in one file. */
const FILE_SIZE = 4000;

/** Cuts a dictionary into files, in the order of its words. */
export function cutShards<V extends string | number>(
  room: JsonRoom,
  dictionary: ReadonlyMap<string, V>,
): { shards: Shards; files: BundleFile[] } {
  const parts: [string, V][][] = [];
  let free = 0;
  for (const [word, value] of [...dictionary].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (free <= 0) {
      parts.push([]);
      free = FILE_SIZE;
    }
    parts.at(-1)?.push([word, value]);
    free -= word.length + String(value).length;
  }
  const contents = parts.map((part): ShardContent<V> => Object.fromEntries(part));
  const shards: Shards = {
    release: digestOf(contents.map((content) => JSON.stringify(content))),
    begin: packWords(parts.flatMap(([first]) => first?.[0] ?? [])),
  };
  return { shards, files: contents.map((content, n) => jsonFile(shardFile(room, shards, n), content)) };
}
