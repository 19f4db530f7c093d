/** The element around another; around a shadow root that is its host. */
export function parentOf(element: Element): Element | null {
  return element.parentElement ?? hostOf(element);
}

/** The element of the page's own tree that another is, or in whose shadow roots it stands. */
export function inPage(element: Element): Element {
  const host = hostOf(element);
  return host ? inPage(host) : element;
}

function hostOf(element: Element): Element | null {
  const tree = element.getRootNode();
  return tree instanceof ShadowRoot ? tree.host : null;
}
