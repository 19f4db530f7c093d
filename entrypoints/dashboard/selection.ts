import { useEffect, useState } from 'preact/hooks';

const PREFIX = '#submission=';

/** The submission that the address names, so that a link from the popup opens it; null for none. */
function named(): string | null {
  return location.hash.startsWith(PREFIX) ? location.hash.slice(PREFIX.length) : null;
}

/** Which submission is open, kept in the address: a link can name it, and "back" closes it. */
export function useSelection(): [string | null, (id: string | null) => void] {
  const [selectedId, setSelected] = useState(named);
  useEffect(() => {
    // Links to parts of the page (#settings) are no reason to close what is open.
    const changed = () => {
      if (location.hash === '' || named() !== null) setSelected(named());
    };
    window.addEventListener('hashchange', changed);
    window.addEventListener('popstate', changed);
    return () => {
      window.removeEventListener('hashchange', changed);
      window.removeEventListener('popstate', changed);
    };
  }, []);
  const select = (id: string | null) => {
    history.pushState(null, '', id === null ? location.pathname : `${PREFIX}${id}`);
    setSelected(id);
  };
  return [selectedId, select];
}
