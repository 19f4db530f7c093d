import { useLayoutEffect, useState } from 'react';
import { provinces, wardsOf } from '../choices.ts';
import type { Me, Procedure } from '../wire.ts';
import { AgencyBox } from './AgencyBox.tsx';
import { ask, useAnswer } from './api.ts';
import { Services } from './Services.tsx';
import { tell } from './tell.ts';

export function ProcedurePage({ id, me }: { id: string; me: Me | null }) {
  const procedure = useAnswer<Procedure>(`/api/procedure?id=${id}`);
  if (!procedure) return <p className="notice">Đang tải…</p>;
  return <Details procedure={procedure} me={me} />;
}

function Details({ procedure, me }: { procedure: Procedure; me: Me | null }) {
  const [agreed, setAgreed] = useState(false);
  useLayoutEffect(() => tell({ type: 'procedure-shown', code: procedure.code }), [procedure.code]);
  return (
    <article>
      <h1>{procedure.name}</h1>
      <dl className="facts">
        <div>
          <dt>Mã thủ tục:</dt>
          <dd>{procedure.code}</dd>
        </div>
        <div>
          <dt>Lĩnh vực:</dt>
          <dd>{procedure.field}</dd>
        </div>
        <div>
          <dt>Cấp thực hiện:</dt>
          <dd>Cấp Xã</dd>
        </div>
      </dl>
      <AgencyBlock
        byProvince={procedure.byProvince ?? false}
        onChange={() => setAgreed(false)}
        onAgreed={() => setAgreed(true)}
      />
      {agreed && <Services procedure={procedure} me={me} />}
      <h4>Thành phần hồ sơ</h4>
      <table className="papers">
        <thead>
          <tr>
            <th>Tên giấy tờ</th>
            <th>Số lượng</th>
          </tr>
        </thead>
        <tbody>
          {procedure.documents.map((row) => (
            <tr key={row.id}>
              <td>{row.title}</td>
              <td>Bản chính: {row.copies}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

type AgencyProps = { byProvince: boolean; onChange: () => void; onAgreed: () => void };

function AgencyBlock({ byProvince, onChange, onAgreed }: AgencyProps) {
  const [province, setProvince] = useState('');
  const [ward, setWard] = useState('');
  const pickProvince = (value: string) => {
    setProvince(value);
    setWard('');
    onChange();
    if (value) tell({ type: 'agency-chosen', box: 'province', complete: byProvince });
  };
  const pickWard = (value: string) => {
    setWard(value);
    onChange();
    if (value) tell({ type: 'agency-chosen', box: 'ward', complete: true });
  };
  const agree = async () => {
    await ask('/api/agency', { body: { province, ward } });
    tell({ type: 'agency-agreed' });
    onAgreed();
  };
  return (
    <section className="card agency">
      <h3>Chọn cơ quan thực hiện</h3>
      <div className="agency-boxes">
        <AgencyBox
          label="Tỉnh/ Thành phố"
          placeholder="-- Chọn Tỉnh/ Thành phố --"
          items={provinces}
          value={province}
          onChange={pickProvince}
        />
        {!byProvince && (
          <AgencyBox
            label="Phường/ Xã"
            placeholder="-- Chọn Phường/ Xã --"
            items={province ? wardsOf(province) : []}
            value={ward}
            onChange={pickWard}
          />
        )}
        <button type="button" className="primary" disabled={!(byProvince ? province : ward)} onClick={agree}>
          {byProvince ? 'Nộp hồ sơ' : 'Đồng ý'}
        </button>
      </div>
    </section>
  );
}
