import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from '../src/schema/json-schemas.ts';
import { EXIT, root, runCommand } from './command.ts';

const usage = `使い方: npm run schemas

エディター用の JSON Schema を src/schema の定義から .vscode/schemas に書き出します。定義を変えたら動かします。`;

await runCommand({ usage, options: {} }, async () => {
  const folder = join(root, '.vscode', 'schemas');
  await mkdir(folder, { recursive: true });
  for (const [name, schema] of jsonSchemas())
    await writeFile(join(folder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
  return EXIT.done;
});
