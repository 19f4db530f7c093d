/**
 * Makes what does works one after the other, in the order in which they were asked for, whether those before succeed or
 * fail: what changes a part of what is stored must not read it while another part is being written.
 */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = before.then(work, work);
    before = done;
    return done;
  };
}
