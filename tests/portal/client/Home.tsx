import { useState } from 'react';
import type { Procedure } from '../wire.ts';
import { useAnswer } from './api.ts';
import { Link } from './Link.tsx';
import { go } from './router.ts';

const events = [
  'Có con nhỏ',
  'Học tập',
  'Việc làm',
  'Cư trú và giấy tờ tùy thân',
  'Hôn nhân và gia đình',
  'Người thân qua đời',
];

export function Home() {
  const featured = useAnswer<Procedure>('/api/featured');
  return (
    <>
      <section className="hero">
        <h1>Kết nối, cung cấp thông tin và dịch vụ công mọi lúc, mọi nơi</h1>
        <SearchBox />
        {featured && (
          <p>
            Hay dùng: <Link to={`/thu-tuc-hanh-chinh/${featured.id}`}>{featured.name}</Link>
          </p>
        )}
      </section>
      <h2>Công dân</h2>
      <div className="tiles">
        {events.map((name) => (
          <Link key={name} to={`/tim-kiem-thu-tuc-hanh-chinh?keyword=`} className="tile">
            {name}
          </Link>
        ))}
      </div>
    </>
  );
}

export function SearchBox({ initial = '' }: { initial?: string }) {
  const [keyword, setKeyword] = useState(initial);
  return (
    <form
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        go(`/tim-kiem-thu-tuc-hanh-chinh?keyword=${encodeURIComponent(keyword)}`);
      }}
    >
      <input
        name="keyword"
        placeholder="Nhập từ khóa tìm kiếm"
        aria-label="Từ khóa"
        value={keyword}
        onChange={(event) => setKeyword(event.target.value)}
      />
      <button type="submit">Tìm kiếm</button>
    </form>
  );
}
