import { UsageError } from './command.ts';

/** Where servers wait, unless told otherwise. */
export const DEFAULT_PORT = '4321';

/**
 * Reads the option that says where a server waits; 0 is any free port.
 *
 * @throws {UsageError} when it is no port
 */
export function readPort(option: string): number {
  const port = Number(option);
  if (!/^\d+$/.test(option) || port > 65_535) throw new UsageError(`ポート「${option}」は使えません。`);
  return port;
}
