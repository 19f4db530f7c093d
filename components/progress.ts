/** Told, now and then, how much of a long work is done, and of how much. */
export type OnProgress = (done: number, total: number) => void;
