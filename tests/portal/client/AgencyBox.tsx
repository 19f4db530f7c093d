import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

type Props = {
  label: string;
  placeholder: string;
  items: readonly string[];
  value: string;
  onChange: (value: string) => void;
};

/**
 * The portal's own combobox: a button that, once something is chosen, is replaced by an input and a "×".
 * Its list stands at the end of `<body>`, and the `<li>` have no role.
 */
export function AgencyBox({ label, placeholder, items, value, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (value) {
    return (
      <div className="agency-box">
        <span>{label}</span>
        <div className="agency-value">
          <input className="custom-input-typography" value={value} readOnly aria-label={label} />
          <button type="button" aria-label="Bỏ chọn" onClick={() => onChange('')}>
            ×
          </button>
        </div>
      </div>
    );
  }
  return (
    <div className="agency-box">
      <span>{label}</span>
      <button
        ref={button}
        type="button"
        className="custom-input-typography"
        aria-haspopup="listbox"
        aria-expanded={open}
        disabled={items.length === 0}
        onClick={() => setOpen(!open)}
      >
        {placeholder}
      </button>
      {open && button.current && (
        <AgencyList
          anchor={button.current}
          items={items}
          onPick={(item) => {
            setOpen(false);
            onChange(item);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

type ListProps = {
  anchor: HTMLElement;
  items: readonly string[];
  onPick: (item: string) => void;
  onClose: () => void;
};

function AgencyList({ anchor, items, onPick, onClose }: ListProps) {
  const [filter, setFilter] = useState('');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (!list.current?.contains(target) && !anchor.contains(target)) onClose();
    };
    addEventListener('pointerdown', outside, true);
    return () => removeEventListener('pointerdown', outside, true);
  }, [anchor, onClose]);
  const { left, bottom, top, width } = anchor.getBoundingClientRect();
  const below = innerHeight - bottom > 300;
  const place = below ? { top: bottom + 4 } : { bottom: innerHeight - top + 4 };
  const wanted = items.filter((item) => item.toLowerCase().includes(filter.toLowerCase()));
  return createPortal(
    <div ref={list} className="agency-list" style={{ position: 'fixed', left, width, ...place }}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the list was opened to be searched
        autoFocus
        placeholder="Tìm kiếm"
        aria-label="Tìm trong danh sách"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as the real portal has it */}
      <ul role="listbox">
        {wanted.map((item) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the real portal's items take clicks only
          <li key={item} onClick={() => onPick(item)}>
            {item}
          </li>
        ))}
      </ul>
    </div>,
    document.body,
  );
}
