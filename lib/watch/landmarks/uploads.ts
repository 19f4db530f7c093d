import { ancestorsOf } from '../../fields/index.ts';
import { atPath, busyAt, type UploadRules, uploadSaid } from '../../portal/index.ts';
import { type Context, failedSince, toastsOf } from './context.ts';

/** A row stands at most so many elements above its file box. */
const HIGHEST = 4;
const GIVE_UP_MS = 180_000;

interface Upload {
  at: number;
  /** The row and what it stands in, so that one that is drawn anew is found again. */
  above: Element[];
  /** The row's text before, for a failure may already stand there from the last try. */
  before: string;
  stirred: boolean;
  /** Names of the files, to see them in the row. They never leave this frame. */
  names: string[];
  toasts: ReadonlyMap<Element, string>;
}

/** From a file given to the row that shows it, or shows why not. */
export interface Uploads {
  look(at: number): void;
  /** Answers whether files of the declaration were given. */
  given(box: Element, files: FileList | null | undefined, at: number): boolean;
  readonly busy: boolean;
}

export function watchUploads({ profile, tell }: Context): Uploads {
  let open: Upload[] = [];

  /** What became of it: true for there, false for failed, null while neither can be seen. */
  function outcome(upload: Upload, rules: UploadRules): boolean | null {
    const row = upload.above.find((it) => it.isConnected);
    if (!row) return null;
    const raw = row.textContent;
    const turning = busyAt(profile, row);
    upload.stirred ||= turning || raw !== upload.before;
    if (turning || !upload.stirred) return null;
    const said = uploadSaid(rules, raw);
    if (said === false || failedSince(profile, upload.toasts)) return false;
    const there = upload.names.some((name) => raw.includes(name) && !upload.before.includes(name));
    return there || said;
  }

  return {
    look(at) {
      const { uploads: rules } = profile;
      if (open.length === 0 || !rules) return;
      open = open.filter((upload) => {
        const done = outcome(upload, rules);
        if (done !== null) tell({ type: 'wait', from: upload.at, to: at, what: 'upload', failed: !done });
        return done === null && at - upload.at < GIVE_UP_MS;
      });
    },
    given(box, files, at) {
      const path = profile.documents?.path ?? profile.form.path;
      if (!files?.length || !atPath(path)) return false;
      tell({ type: 'upload', at, files: files.length });
      const above = rowsOf(box, profile.uploads?.row);
      const names = [...files].map(({ name }) => name);
      const before = above[0]?.textContent ?? '';
      open.push({ at, above, before, stirred: false, names, toasts: toastsOf(profile) });
      return true;
    },
    get busy() {
      return open.length > 0;
    },
  };
}

/** The row of a file box, and the elements that it stands in. */
function rowsOf(box: Element, selector: string | undefined): Element[] {
  let row: Element = (selector && box.closest(selector)) || box;
  if (!selector)
    for (const around of ancestorsOf(box, HIGHEST)) {
      if (around.matches('body, main, form')) break;
      if (around.querySelectorAll('input[type=file]').length > 1) break;
      row = around;
    }
  return [row, ...ancestorsOf(row, HIGHEST - 1)];
}
