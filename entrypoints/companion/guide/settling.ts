/** A form to which no field was added for so long stands whole; frames are asked once a second. */
const STILL_MS = 1_200;
/** What comes after so long comes by what a person does. */
const YOUNG_MS = 5_000;

/**
 * Tells by the number of its fields whether a form is still coming up: its fields are read in slices, and the first
 * few may all be filled. `changed` is called when it may stand whole. Ends with the signal.
 */
export function makeSettling(changed: () => void, signal: AbortSignal): (fields: number) => boolean {
  let known = 0;
  let since = 0;
  let grownAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return (fields) => {
    const now = performance.now();
    if (known === 0 && fields > 0) since = now;
    if (fields > known && now - since < YOUNG_MS) {
      grownAt = now;
      clearTimeout(timer);
      timer = setTimeout(changed, STILL_MS + 20);
    }
    known = fields;
    return fields > 0 && now - grownAt < STILL_MS && now - since < YOUNG_MS;
  };
}
