/** What the terminal can show. */

/** Places of a line: `COLUMNS`, else the terminal's, else 120. */
export function widthOfTerminal(
  env: NodeJS.ProcessEnv = process.env,
  stdout: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'> = process.stdout,
): number {
  const asked = /^\d{1,4}$/.test(env.COLUMNS ?? '') ? Number(env.COLUMNS) : 0;
  return asked || (stdout.isTTY && stdout.columns) || 120;
}

/** Colours only on a terminal, and not where NO_COLOR is set (https://no-color.org). */
export function colourOf(stream: Pick<NodeJS.WriteStream, 'isTTY'>, env: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb';
}
