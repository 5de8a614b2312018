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
  const sqlState = 'code' in failure && typeof failure.code === 'string' ? failure.code : undefined;
  const frames = failure.stack?.split('\n').filter((frame) => frame.trimStart().startsWith('at '));
  return {
    failure: failure.name,
    sqlState,
    cause: failure.cause instanceof Error ? failure.cause.name : undefined,
    frames: frames?.slice(0, 8).join('\n'),
  };
}
