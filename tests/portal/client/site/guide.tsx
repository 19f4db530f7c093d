import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** The address behind the `#`, where a site keeps its routes. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => location.hash);
}

/** What comes before the declaration on a site with hash routing: from here the hash alone changes. */
export function Guide() {
  return (
    <section className="card">
      <h2>Hướng dẫn thực hiện</h2>
      <p>Chuẩn bị giấy tờ của cha, mẹ và giấy chứng sinh trước khi kê khai.</p>
      <a className="begin" href={location.hash.replace('huong-dan', 'ke-khai')}>
        Bắt đầu kê khai
      </a>
    </section>
  );
}
