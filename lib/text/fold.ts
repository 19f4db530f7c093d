/**
 * Folds a text for comparison: lower case, đ→d, no diacritics, single blanks. "Họ, chữ đệm" and a decomposed or
 * upper-case spelling of it fold alike.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

/** So many characters of a page's text are taken at most: whole paragraphs stand beside some boxes. */
export const LONGEST_TEXT = 400;

/** Words that a page shows while it is busy, wherever it may draw them: "Đang tải…", "Vui lòng chờ". */
const WAITS =
  /^(?:đang (?:tải|xử lý|lấy|gửi)(?: dữ liệu| thông tin)?(?:[,.…]|$)|(?:xin |vui lòng )+(?:chờ|đợi)|loading).*/i;

/**
 * A label without what is not its text: numbering `(2)`, `[09.1].` or `7.1.`, stars, colons, stray punctuation. What only
 * says that the page is busy is none.
 */
export function cleanLabel(text: string): string {
  return (
    text
      // Where blanks are single already the page's own string is kept, and no copy of it.
      .replace(/\s{2,}|[^\S ]/g, ' ')
      .replace(/^[\s,;:.*–-]*(?:\(\d+\)|\[[\d.]+\][.:]?|\d+(?:\.\d+)*[.)])\s*/, '')
      .replace(/\(\*\)/g, '')
      .replace(/^[\s,;:.*/–-]+|[\s,;:*]+$/g, '')
      .replace(WAITS, '')
      .slice(0, LONGEST_TEXT)
  );
}
