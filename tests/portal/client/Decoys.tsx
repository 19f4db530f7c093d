import { useState } from 'react';
import { showToast } from './Toasts.tsx';

/** Newsletter box and addresses: inputs on every page that belong to no declaration. */
export function Footer() {
  const [email, setEmail] = useState('');
  return (
    <footer className="footer">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setEmail('');
          showToast('success', 'Đăng ký nhận bản tin thành công');
        }}
      >
        <label htmlFor="newsletter">Nhận bản tin dịch vụ công</label>
        <input
          id="newsletter"
          type="email"
          placeholder="Địa chỉ thư điện tử"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <button type="submit">Đăng ký</button>
      </form>
      <p>
        Đây là cổng luyện tập chạy trên máy này. Mọi hồ sơ nộp ở đây đều là giả và mất đi khi tắt. Tổng đài
        của cổng thật: 18001096.
      </p>
    </footer>
  );
}

/** The assistant in the corner, folded until clicked. */
export function ChatWidget() {
  const [open, setOpen] = useState(false);
  return (
    <aside className="chat">
      {open && (
        <div className="chat-box">
          <strong>Trợ lý ảo</strong>
          <p>Xin chào! Tôi chỉ là một hình vẽ ở cổng luyện tập.</p>
          <input placeholder="Nhập câu hỏi…" aria-label="Câu hỏi cho trợ lý ảo" />
        </div>
      )}
      <button
        type="button"
        className="chat-button"
        aria-label="Trợ lý ảo"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        ?
      </button>
    </aside>
  );
}
