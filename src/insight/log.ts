import { pino, stdTimeFunctions } from 'pino';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';
/** Names and numbers of our own. Nothing that a person or a client wrote belongs here. */
export type LogFields = Readonly<Record<string, string | number>>;
type Write = (message: string, fields?: LogFields) => void;

/** The log of the operator. It holds no question, no answer, no name, no id, no address and no header. */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

export interface LogParts {
  readonly level: LogLevel;
  /** `json`: one object a line, for log collectors; `text`: the message, for people. */
  readonly format: 'json' | 'text';
  /** Takes one line with its line break. What cannot be written is lost; the service goes on. */
  readonly write: (line: string) => void;
  /** Is in every line of the JSON form. */
  readonly version: string;
}

export function createLog({ level, format, write, version }: LogParts): Log {
  const logger = pino(
    {
      level,
      base: { pid: process.pid, version },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  const at =
    (severity: Exclude<LogLevel, 'silent'>): Write =>
    (message, fields = {}) => {
      if (!logger.isLevelEnabled(severity)) return;
      if (format === 'json') logger[severity](fields, message);
      else write(`${[message, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)].join(' ')}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
