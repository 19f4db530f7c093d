import { useLayoutEffect, useState } from 'react';
import type { Received } from '../wire.ts';
import { ask, useAnswer } from './api.ts';
import { tell } from './tell.ts';

/** Looking a dossier up. What it shows of one it does not know reads like a result screen and is none. */
export function LookUp() {
  const [number, setNumber] = useState('');
  const [shown, setShown] = useState<Received | null>(null);
  const look = async () => {
    const asked = number.trim();
    if (!asked) return;
    const known = await ask<Received | null>(`/api/received?number=${encodeURIComponent(asked)}`);
    setShown(known ?? unknown(asked));
  };
  return (
    <>
      <h1>Tra cứu hồ sơ</h1>
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
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
      {shown && (
        <ul className="results">
          <Facts key={shown.number} dossier={shown} />
        </ul>
      )}
    </>
  );
}

/** All dossiers of this login. */
export function MyDossiers() {
  const all = useAnswer<Received[]>('/api/mine');
  return (
    <>
      <h1>Hồ sơ của tôi</h1>
      <ul className="results">
        {all?.map((one) => (
          <Facts key={one.number} dossier={one} />
        ))}
      </ul>
    </>
  );
}

function unknown(number: string): Received {
  const received = new Date().toLocaleDateString('en-GB');
  return { number, received, due: '', result: '', state: 'Nộp hồ sơ thành công' };
}

function Facts({ dossier }: { dossier: Received }) {
  const { number, received, due, result, state } = dossier;
  useLayoutEffect(
    () => tell({ type: 'looked-up', found: due !== '', received, due, result }),
    [received, due, result],
  );
  const pairs = [
    ['Mã hồ sơ:', number],
    [due ? 'Ngày tiếp nhận:' : 'Ngày nộp:', received],
    ['Ngày hẹn trả:', due],
    ['Ngày trả kết quả:', result],
    ['Trạng thái:', state],
  ];
  return (
    <li className="card">
      <dl className="facts">
        {pairs.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </li>
  );
}
