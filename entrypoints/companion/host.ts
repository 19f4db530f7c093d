import css from '../../components/companion/companion.css?inline';
import people from '../../components/companion/people.css?inline';
import theme from '../../components/theme.css?inline';

const TAG = 'dong-hanh-companion';
/** A page that keeps removing the host does not want it; after so many times it has its way. */
const RETURNS = 3;

/** What must not leave the panel: the page would take it for something done to itself. */
const KEPT_IN =
  'keydown keyup keypress beforeinput input change pointerdown pointerup mousedown mouseup click dblclick auxclick contextmenu wheel touchstart touchmove touchend focusin focusout copy cut paste'.split(
    ' ',
  );

export interface Host {
  element: HTMLElement;
  /** The root for the views, inside the closed shadow root. */
  container: HTMLElement;
  /** Takes back what the page zooms itself by: what is shown is placed in the window's own px. */
  unzoom(): void;
}

/**
 * The one element that Đồng hành adds to a page: of no size, outside the portal's own tree, gone with the signal.
 * `alive` says whether the extension still stands behind this script; `onLost` is called when the host must stay away.
 */
export function makeHost(signal: AbortSignal, alive: () => boolean, onLost: () => void): Host {
  // One left by a script whose extension has been updated meanwhile: it can no longer remove it by itself.
  for (const old of document.querySelectorAll(TAG)) old.remove();

  const element = document.createElement(TAG);
  element.style.cssText =
    'all: initial !important; display: block !important; position: absolute !important; top: 0 !important;' +
    'left: 0 !important; width: 0 !important; height: 0 !important; overflow: visible !important;';
  const shadow = element.attachShadow({ mode: 'closed' });
  addStyles(shadow);
  const container = document.createElement('div');
  shadow.append(container);

  for (const type of KEPT_IN) {
    shadow.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
  }
  // A press on the panel leaves the cursor in the portal's field; the keyboard still reaches every button by Tab. Only
  // a list has to take the cursor, for it opens by it, and a box that is written in.
  const takesCursor = ({ target }: Event) =>
    target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
  const keepCursor = (event: Event) => {
    if (!takesCursor(event)) event.preventDefault();
  };
  shadow.addEventListener('mousedown', keepCursor, { signal });

  const page = document.documentElement;
  const unzoom = () => element.style.setProperty('zoom', `${1 / (page.currentCSSZoom ?? 1)}`, 'important');
  unzoom();
  page.append(element);
  let returns = 0;
  const watch = new MutationObserver(() => {
    if (element.isConnected) return;
    if (returns++ < RETURNS && alive()) page.append(element);
    else onLost();
  });
  watch.observe(page, { childList: true });
  signal.addEventListener('abort', () => {
    watch.disconnect();
    element.remove();
  });
  return { element, container, unzoom };
}

function addStyles(shadow: ShadowRoot): void {
  const text = `${theme}\n${css}\n${people}`;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    // Older Firefox does not let a content script adopt sheets.
    const style = document.createElement('style');
    style.textContent = text;
    shadow.append(style);
  }
}
