import type { Procedure } from '../wire.ts';
import { useAnswer } from './api.ts';
import { SearchBox } from './Home.tsx';
import { Link } from './Link.tsx';

export function Search({ keyword }: { keyword: string }) {
  const found = useAnswer<Procedure[]>(`/api/procedures?keyword=${encodeURIComponent(keyword)}`);
  return (
    <>
      <h1>Tìm kiếm thủ tục hành chính</h1>
      <SearchBox initial={keyword} />
      {!found && <p className="notice">Đang tìm…</p>}
      {found && <p>Có {found.length} kết quả</p>}
      <ul className="results">
        {found?.map((one) => (
          <li key={one.id} className="card">
            <Link to={`/thu-tuc-hanh-chinh/${one.id}`}>{one.name}</Link>
            <small>
              {one.code} · {one.field}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
