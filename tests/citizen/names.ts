/** A question's name without its version. */
export function bareName(name: string): string {
  return name.replace(/__\d+$/, '');
}
