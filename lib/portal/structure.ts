import type { ControlShape } from '../flow/index.ts';
import { fold } from '../text/index.ts';
import { CLICKABLE, isShown } from './match.ts';

const MOST = 40;
/**
 * What portals write on controls. A label with anything else in it is left out whole: it may hold a person's name, and
 * for the same reason no phrase here is a single syllable that is also one.
 */
const PHRASES =
  /^(?:(?:luu va|luu ho so|luu nhap|nop ho so|nop truc tuyen|gui ho so|tiep tuc|tiep theo|buoc tiep theo|quay lai|hoan thanh|hoan tat|dong y(?: va)?|xac nhan|thanh toan|le phi|ke khai|to khai|dang nhap|dang xuat|tai len|chon tep|xem truoc|thong tin|ket qua|tra cuu|ho so|nop)(?: |$))+$/;

/** The controls that stand visibly on a page, for whoever mends a profile. */
export function controlsOn(page: ParentNode): ControlShape[] {
  return [...page.querySelectorAll(CLICKABLE)]
    .filter(isShown)
    .slice(0, MOST)
    .map((control) => {
      const label = fold(control.textContent || control.getAttribute('value') || '');
      return {
        tag: control.localName,
        role: control.getAttribute('role') ?? '',
        label: PHRASES.test(label) ? label : '',
      };
    });
}
