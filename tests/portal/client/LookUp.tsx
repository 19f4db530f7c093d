import { useState } from 'react';

/** Looking up a dossier. Its result reads like a result screen and is none. */
export function LookUp() {
  const [number, setNumber] = useState('');
  const [asked, setAsked] = useState('');
  return (
    <>
      <h1>Tra cứu hồ sơ</h1>
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(number.trim());
        }}
      >
        <input
          name="dossier"
          placeholder="Nhập mã hồ sơ"
          aria-label="Mã hồ sơ"
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
        <button type="submit">Tra cứu</button>
      </form>
      {asked && (
        <ul className="results">
          <li className="card">
            <dl className="facts">
              <div>
                <dt>Mã hồ sơ:</dt>
                <dd>{asked}</dd>
              </div>
              <div>
                <dt>Ngày nộp:</dt>
                <dd>{new Date().toLocaleDateString('vi-VN')}</dd>
              </div>
              <div>
                <dt>Trạng thái:</dt>
                <dd>Nộp hồ sơ thành công</dd>
              </div>
            </dl>
          </li>
        </ul>
      )}
    </>
  );
}
