import { useEffect, useLayoutEffect, useState } from 'react';
import type { Me } from '../wire.ts';
import { ask } from './api.ts';
import { ChatWidget, Footer } from './Decoys.tsx';
import { Filing } from './Filing.tsx';
import { Header } from './Header.tsx';
import { Home } from './Home.tsx';
import { LookUp, MyDossiers } from './LookUp.tsx';
import { ProcedurePage } from './ProcedurePage.tsx';
import { useLocation } from './router.ts';
import { Search } from './Search.tsx';
import { Toasts } from './Toasts.tsx';
import { tell } from './tell.ts';

let shownBefore = false;

/** The whole portal: header, one page by path, footer. */
export function App() {
  const url = useLocation();
  // null: not known yet. The header then still says "Đăng nhập", as the real one does.
  const [me, setMe] = useState<Me | null>(null);
  const path = url.pathname + url.search;
  useEffect(() => {
    ask<Me>('/api/me').then(setMe);
  }, []);
  useLayoutEffect(() => {
    const began = shownBefore ? Date.now() : Math.round(performance.timeOrigin);
    shownBefore = true;
    tell({ type: 'page-shown', path, began });
  }, [path]);
  return (
    <>
      <Header me={me} onLoggedOut={() => setMe({ loggedIn: false })} />
      <main className="page">{pageFor(url, me)}</main>
      <Footer />
      <ChatWidget />
      <Toasts />
    </>
  );
}

function pageFor(url: URL, me: Me | null) {
  const path = url.pathname;
  if (path === '/') return <Home />;
  if (path === '/tim-kiem-thu-tuc-hanh-chinh') {
    return <Search keyword={url.searchParams.get('keyword') ?? ''} />;
  }
  if (path.startsWith('/thu-tuc-hanh-chinh/')) return <ProcedurePage id={path.split('/')[2] ?? ''} me={me} />;
  if (path === '/nop-ho-so') return <Filing id={url.searchParams.get('formalityCaseId') ?? ''} me={me} />;
  if (path === '/tra-cuu-ho-so') return <LookUp />;
  if (path === '/ho-so-cua-toi') return <MyDossiers />;
  return <p className="notice">Không tìm thấy trang.</p>;
}
