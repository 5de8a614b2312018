type Field = string | number | boolean | null | undefined;
export type LogFields = Record<string, Field>;

/** One JSON object a line. Fields are ids, codes and figures: never a name, address, phone or e-mail. */
export type Log = {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** The same log with more fields on every line. */
  with(fields: LogFields): Log;
};

/** Writes lines to the console, which Workers hands to its log pipeline. */
export function consoleLog(base: LogFields = {}): Log {
  const line = (level: string, event: string, fields?: LogFields) =>
    JSON.stringify({ level, event, ...base, ...fields });
  return {
    info: (event, fields) => console.log(line('info', event, fields)),
    warn: (event, fields) => console.warn(line('warn', event, fields)),
    error: (event, fields) => console.error(line('error', event, fields)),
    with: (fields) => consoleLog({ ...base, ...fields }),
  };
}

/**
 * What of an unknown failure may be logged: its name, SQLSTATE and stack frames. Messages stay out,
 * because drivers quote the offending values in them.
 */
export function failureFields(failure: unknown): LogFields {
  if (!(failure instanceof Error)) return { failure: typeof failure };
  const chain = causesOf(failure);
  const frames = failure.stack?.split('\n').filter((frame) => frame.trimStart().startsWith('at '));
  return {
    failure: chain.map(({ name }) => name).join(' < '),
    sqlState: chain.map(codeOf).find((code) => code !== undefined),
    frames: frames?.slice(0, FRAMES_MAX).join('\n'),
  };
}

const FRAMES_MAX = 8;
const CAUSES_MAX = 5;

/** The failure and what caused it, outermost first; a cause may in theory lead back to itself. */
function causesOf(failure: Error): Error[] {
  const chain = [failure];
  for (let cause = failure.cause; cause instanceof Error && chain.length < CAUSES_MAX; cause = cause.cause) {
    chain.push(cause);
  }
  return chain;
}

function codeOf(failure: Error): string | undefined {
  return 'code' in failure && typeof failure.code === 'string' && /^\w{5}$/.test(failure.code)
    ? failure.code
    : undefined;
}
