import { type Discovery, finderOf, READERS } from '../../../lib/fields/index.ts';
import { gather, nothing } from '../../../lib/watch/gathered.ts';

// Runs in the page: changes it at random, and compares what a finder keeps up with what a fresh look finds.

declare global {
  /** Makes so many rounds of changes, up to the first after which the two differ. */
  var discoveryAfterChanges: (seed: number, rounds: number) => Outcome;
  /**
   * Has SurveyJS draw its questions into a plain form once a walk had so many turns: in how many turns the walk ended, and
   * the names of what stands in these questions and was read as if it were plain.
   */
  var discoveryInTurns: (before: number) => { turns: number; misread: string[] };
}

interface Outcome {
  difference: string | null;
  /** How many fields there were at most. */
  most: number;
  /** In how many rounds the finder went through the whole page. */
  walks: number;
}

/** Small pieces of forms as the libraries draw them; each call gives another name. */
const PIECES: readonly ((n: number) => string)[] = [
  (n) => `<h3>Thông tin phần ${n}</h3>`,
  (n) =>
    `<fieldset><legend>Mục ${n}</legend><label for="a${n}">Họ tên</label><input id="a${n}" name="ten${n}"></fieldset>`,
  (n) => `<div class="row"><label for="b${n}">Số định danh</label><input id="b${n}" name="so${n}"></div>`,
  (n) =>
    `<div class="row"><label for="c${n}">Một lần nữa</label><input type="checkbox" id="c${n}" name="lai${n % 7}"></div>`,
  (n) => `<div><input name="ngay${n}.ngay"><input name="ngay${n}.thang"><input name="ngay${n}.nam"></div>`,
  (n) => `<p><strong>Phần in đậm ${n}</strong></p>`,
  (n) => `<div><b>Dòng in đậm ${n}</b></div>`,
  (n) => `<div class="card-header">Thẻ ${n}</div>`,
  (n) =>
    `<fieldset><legend>Chọn ${n}</legend><div><input type="radio" name="c${n}"><input type="radio" name="c${n}"></div></fieldset>`,
  (n) => `<p>Một câu có <b>chữ đậm</b> ${n}</p>`,
  (n) => `<div class="select__control"><input role="combobox" id="react-select-${n}-input"></div>`,
  (n) => `<input type="hidden" name="danhSach${n}">`,
  () => '<button type="button">Tra cứu</button>',
  (n) =>
    `<div class="row"><input type="radio" name="gt${n}" value="1"><input type="radio" name="gt${n}" value="2"></div>`,
  (n) => `<header><input name="timKiem${n}"></header>`,
  (n) =>
    `<table><tr><td colspan="2">Bảng ${n}</td></tr><tr><td>Ô</td><td><input name="o${n}"></td></tr></table>`,
  (n) =>
    `<div class="ant-form-item"><div class="ant-form-item-label"><label for="an${n}">Quê quán</label></div><div class="ant-form-item-control"><input id="an${n}"></div></div>`,
  (n) => `<div class="ant-form-item"><div class="ant-form-item"><input id="trong${n}"></div></div>`,
  (n) =>
    `<div id="sq_${n}" data-name="cau${n}__17616" class="sd-element"><div id="sq_${n}_ariaTitle">Câu ${n}</div><input class="sd-input"></div>`,
  (n) => `<div id="sq_${n}" data-name="khong${n}" class="sd-element"></div>`,
  (n) => `<div formcontrolname="ng${n}"><input></div>`,
];

/** Numbers that look random and are the same for the same seed (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

globalThis.discoveryAfterChanges = (seed, rounds) => {
  document.body.innerHTML = '<main><form></form></main>';
  const roll = dice(seed);
  const kept = finderOf(READERS);
  let gathered = nothing();
  const observer = new MutationObserver(() => {});
  observer.observe(document, { subtree: true, childList: true });
  const form = document.querySelector('form') ?? document.body;
  // Pages differ in what they are drawn with.
  const pieces = PIECES.filter(() => roll(3) > 0);
  let serial = 0;
  let most = 0;
  let walks = 0;
  // Only a walk through a whole page asks all of it for elements by XPath.
  const { evaluate } = XPathExpression.prototype;
  XPathExpression.prototype.evaluate = function (this: XPathExpression, ...asked) {
    if (asked[0] === document) walks += 1;
    return evaluate.apply(this, asked);
  };
  kept.discover(document);
  for (let round = 0; round < rounds; round++) {
    for (let changes = 1 + roll(4); changes > 0; changes--) change();
    gather(observer.takeRecords(), kept, gathered);
    const found = kept.discover(document, gathered);
    gathered = nothing();
    const walked = walks;
    const fresh = finderOf(READERS).discover(document);
    const [got, wanted] = [textOf(found), textOf(fresh)];
    walks = walked;
    most = Math.max(most, fresh?.fields.length ?? 0);
    if (got !== wanted)
      return { difference: `round ${round}: ${got}\nfresh: ${wanted}\n${form.outerHTML}`, most, walks };
  }
  XPathExpression.prototype.evaluate = evaluate;
  return { difference: null, most, walks };

  function anyOf(selector: string): Element {
    const all = form.querySelectorAll(selector);
    return all[roll(all.length || 1)] ?? form;
  }

  /** Something comes, goes, moves, or changes its words. */
  function change(): void {
    const place = roll(3) === 0 ? anyOf('div, fieldset, td') : form;
    const what = roll(10);
    if (what < 5) {
      const template = document.createElement('template');
      for (let count = 1 + roll(3); count > 0; count--)
        template.innerHTML += pieces[roll(pieces.length)]?.(serial++) ?? '';
      place.insertBefore(template.content, place.childNodes[roll(place.childNodes.length + 1)] ?? null);
    } else if (what < 8) anyOf('*').remove();
    else if (what === 8) {
      const moving = anyOf('*');
      if (!moving.contains(place)) place.prepend(moving);
    } else if (roll(2)) anyOf('h3, legend, label, strong').textContent = `Chữ khác ${serial++}`;
    else {
      const emptied = anyOf('fieldset, div');
      emptied.replaceChildren(...[...anyOf('div').childNodes].filter((it) => !it.contains(emptied)));
    }
  }
};

globalThis.discoveryInTurns = (before) => {
  const plain = Array.from({ length: 200 }, (_, n) => `<div><input id="o${n}"></div>`).join('');
  document.body.innerHTML = `<main><form>${plain}</form></main>`;
  const finder = finderOf(READERS);
  const changes = nothing();
  let found: Discovery | null = null;
  let turns = 0;
  const misread: string[] = [];
  do {
    if (turns === before) {
      const form = document.querySelector('form') ?? document.body;
      const question = (n: number) =>
        `<div id="sq_${n}" data-name="cau${n}" class="sd-element"><input class="sd-input" id="sq_${n}i"></div>`;
      form.insertAdjacentHTML('afterbegin', Array.from({ length: 20 }, (_, n) => question(n)).join(''));
      changes.places.add(form);
      for (const it of form.querySelectorAll('.sd-element')) changes.added.add(it);
    }
    // The time is over at once: each call takes one turn.
    found = finder.discover(document, changes, turns === 0, 0);
    turns += 1;
    for (const { root, name } of found?.fields ?? []) if (root.matches('.sd-element *')) misread.push(name);
  } while (!found || found.behind || turns <= before);
  return { turns, misread };
};

/** Fields, sections and labels, in one text. The headings of earlier pages are the finder's own memory. */
function textOf(found: Discovery | null): string {
  if (!found) return 'nothing';
  return found.fields
    .map(({ root, reader, name, section }) => {
      const { label } = reader.read(root, found.around);
      return `${READERS.indexOf(reader)}/${section.index} ${section.title}/${name}=${label}`;
    })
    .join('; ');
}
