import { useState } from 'react';
import type { Me, Procedure } from '../wire.ts';
import { go, leaveForLogin } from './router.ts';
import { leaveFor, tell } from './tell.ts';

/** "Danh sách dịch vụ công": the card from which a declaration opens, here or on another host. */
export function Services({ procedure, me }: { procedure: Procedure; me: Me | null }) {
  const [asking, setAsking] = useState(false);
  const { opens, asksGeneral } = document.getElementById('root')?.dataset ?? {};
  const path = procedure.host
    ? `/di?thuTuc=${procedure.code}`
    : `/nop-ho-so?formalityCaseId=${procedure.formalityCaseId}`;
  const open = () => {
    setAsking(false);
    if (!me?.loggedIn) {
      tell({ type: 'login-clicked', via: 'on-demand' });
      leaveForLogin(path);
    } else if (!procedure.host) go(path);
    else if (opens === 'new-tab') window.open(path, '_blank');
    else if (opens === 'noopener') window.open(path, '_blank', 'noopener');
    else leaveFor(path);
  };
  const mayFile = procedure.formalityCaseId || procedure.host;
  return (
    <section>
      <h3>Danh sách dịch vụ công</h3>
      <div className="card service">
        <div>
          <strong>{procedure.name}</strong>
          <small>Dịch vụ công trực tuyến toàn trình</small>
        </div>
        {mayFile ? (
          <button
            type="button"
            className="primary"
            onClick={procedure.host && asksGeneral === 'true' ? () => setAsking(true) : open}
          >
            Nộp trực tuyến
          </button>
        ) : (
          <small>Cổng luyện tập chưa có tờ khai của thủ tục này</small>
        )}
      </div>
      {asking && <General onAgree={open} onClose={() => setAsking(false)} />}
    </section>
  );
}

/** The dialog that comes before older forms. */
function General({ onAgree, onClose }: { onAgree: () => void; onClose: () => void }) {
  return (
    <div className="card general" role="dialog" aria-label="Thông tin chung">
      <h3>Thông tin chung</h3>
      <label>
        <input type="radio" name="doiTuong" defaultChecked /> Nộp cho bản thân
      </label>
      <button type="button" onClick={onClose}>
        Đóng
      </button>
      <button type="button" className="primary" onClick={onAgree}>
        Xác nhận
      </button>
    </div>
  );
}
