/**
 * What reading a part of the page comes to; undefined where it fails. A control named `children` or `closest` stands in
 * for what a form does under that name: the page must not keep all the rest from being read by it.
 */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
