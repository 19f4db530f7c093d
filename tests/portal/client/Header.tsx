import { useLayoutEffect } from 'react';
import type { Me } from '../wire.ts';
import { ask } from './api.ts';
import { Link } from './Link.tsx';
import { go, leaveForLogin } from './router.ts';
import { tell } from './tell.ts';

export function Header({ me, onLoggedOut }: { me: Me | null; onLoggedOut: () => void }) {
  return (
    <header className="header">
      <OldHeader />
      <div className="header-bar">
        <Link to="/" className="brand">
          <span className="emblem" aria-hidden="true">
            ★
          </span>
          <span>
            <strong>Cổng Dịch vụ công quốc gia</strong>
            <small>Cổng luyện tập · dữ liệu không có thật</small>
          </span>
        </Link>
        {me?.loggedIn ? <UserDropdown name={me.name} onLoggedOut={onLoggedOut} /> : <LoginButton />}
      </div>
      <nav className="header-nav">
        <Link to="/">Trang chủ</Link>
        <Link to="/tim-kiem-thu-tuc-hanh-chinh?keyword=">Thủ tục hành chính</Link>
        <Link to="/tra-cuu-ho-so">Tra cứu hồ sơ</Link>
        <Link to="/ho-so-cua-toi">Hồ sơ của tôi</Link>
      </nav>
    </header>
  );
}

function LoginButton() {
  const login = () => {
    tell({ type: 'login-clicked', via: 'header' });
    leaveForLogin();
  };
  return (
    <button type="button" className="login" onClick={login}>
      Đăng nhập
    </button>
  );
}

function UserDropdown({ name, onLoggedOut }: { name: string; onLoggedOut: () => void }) {
  useLayoutEffect(() => tell({ type: 'login-shown' }), []);
  const logOut = async () => {
    await ask('/api/logout', { body: {} });
    tell({ type: 'logged-out' });
    onLoggedOut();
    go('/');
  };
  return (
    <div className="user-dropdown">
      <span className="user-name">{name}</span>
      <button type="button" onClick={logOut}>
        Đăng xuất
      </button>
    </div>
  );
}

/** The header of years ago, still in the page and never shown: only what can be seen counts. */
function OldHeader() {
  return (
    <div className="old-header" style={{ display: 'none' }}>
      <span id="account_name">Tài khoản</span>
      <div className="user-dropdown">Tài khoản</div>
      <a href="/logout">Đăng xuất</a>
    </div>
  );
}
