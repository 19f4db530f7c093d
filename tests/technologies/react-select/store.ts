/** The page's own state, as its React holds it: names, codes or texts, and who is locked. */
export class Store {
  private values: Readonly<Record<string, string>> = {};
  private locks: ReadonlySet<string> = new Set();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly all = (): Readonly<Record<string, string>> => this.values;
  readonly locked = (): ReadonlySet<string> => this.locks;

  set(name: string, value: string): void {
    this.values = { ...this.values, [name]: value };
    for (const listener of this.listeners) listener();
  }
  lock(name: string): void {
    this.locks = new Set([...this.locks, name]);
    for (const listener of this.listeners) listener();
  }
}
