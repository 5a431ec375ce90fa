import type { Logger, LogLevel } from '@slack/bolt';

/**
 * Bolt's own log lines quote what people write, and tokens. What goes wrong is reported by us, without either.
 * @param level Bolt's word for it, as Bolt is loaded late
 */
export function silentLogger(level: LogLevel): Logger {
  const ignore = () => undefined;
  return {
    debug: ignore,
    info: ignore,
    warn: ignore,
    error: ignore,
    setLevel: ignore,
    setName: ignore,
    getLevel: () => level,
  };
}
