/**
 * How to start npm: a program and the arguments before npm's own. Node.js runs it, wherever the npm that runs this
 * command says that it lies: on Windows `npm.cmd` is nothing that can be started without a shell.
 *
 * @param env the environment
 */
export function findNpm(
  env: Readonly<Record<string, string | undefined>>,
): readonly [program: string, ...args: string[]] {
  const { npm_execpath: path } = env;
  return path !== undefined && /npm-cli\.c?js$/.test(path) ? [process.execPath, path] : ['npm'];
}
