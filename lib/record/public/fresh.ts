type Line = { running: Promise<unknown>; next: Promise<unknown> | null };

const lines = new Map<string, Line>();

/**
 * Shares one question among all who ask it at the same time, without ever giving an answer older
 * than the asking: who comes while `ask` runs waits for the next one, which starts after they came.
 * A crowd at one record then costs two questions at a time, however large it is.
 */
export function askFresh<T>(key: string, ask: () => Promise<T>): Promise<T> {
  const line = lines.get(key);
  if (line) {
    line.next ??= line.running.then(
      () => start(key, ask),
      () => start(key, ask),
    );
    return line.next as Promise<T>;
  }
  return start(key, ask);
}

function start<T>(key: string, ask: () => Promise<T>): Promise<T> {
  const running = ask();
  const line: Line = { running, next: null };
  lines.set(key, line);
  const done = () => {
    if (lines.get(key) === line && !line.next) lines.delete(key);
  };
  running.then(done, done);
  return running;
}
