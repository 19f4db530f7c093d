import { useEffect, useState } from 'react';

/** Asks the portal's server. Throws where it answers with an error. */
export async function ask<T>(path: string, init?: { body: unknown }): Promise<T> {
  const response = init
    ? await fetch(path, { method: 'POST', body: JSON.stringify(init.body), keepalive: true })
    : await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

/** The answer to a GET, null while it is on its way. */
export function useAnswer<T>(path: string): T | null {
  const [answer, setAnswer] = useState<{ path: string; value: T } | null>(null);
  useEffect(() => {
    let wanted = true;
    ask<T>(path).then((value) => wanted && setAnswer({ path, value }));
    return () => {
      wanted = false;
    };
  }, [path]);
  return answer?.path === path ? answer.value : null;
}
