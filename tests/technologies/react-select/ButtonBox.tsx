/** @jsxImportSource react */
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

type Props = {
  name: string;
  items: readonly string[];
  value: string;
  isLocked: boolean;
  onChange: (value: string) => void;
};

/**
 * The national portal's combobox: a button that, once something is chosen, is replaced by an input and a "×". Its list
 * stands at the end of `<body>`, and the `<li>` have no role.
 */
export function ButtonBox({ name, items, value, isLocked, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (value) {
    return (
      <span className="button-box">
        <input name={name} className="custom-input-typography" value={value} readOnly disabled={isLocked} />
        {!isLocked && (
          <button type="button" onClick={() => onChange('')}>
            ×
          </button>
        )}
      </span>
    );
  }
  return (
    <span className="button-box">
      <button
        ref={button}
        type="button"
        name={name}
        className="custom-input-typography"
        aria-haspopup="listbox"
        aria-expanded={open}
        disabled={isLocked}
        onClick={() => setOpen(!open)}
      >
        -- Chọn --
      </button>
      {open && button.current && (
        <List anchor={button.current} items={items} onPick={onChange} onClose={() => setOpen(false)} />
      )}
    </span>
  );
}

type ListProps = {
  anchor: HTMLElement;
  items: readonly string[];
  onPick: (item: string) => void;
  onClose: () => void;
};

function List({ anchor, items, onPick, onClose }: ListProps) {
  const [filter, setFilter] = useState('');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !list.current?.contains(target) && !anchor.contains(target)) onClose();
    };
    addEventListener('pointerdown', outside, true);
    return () => removeEventListener('pointerdown', outside, true);
  }, [anchor, onClose]);
  const { left, bottom, top, width } = anchor.getBoundingClientRect();
  const place = innerHeight - bottom > 300 ? { top: bottom + 4 } : { bottom: innerHeight - top + 4 };
  const wanted = items.filter((item) => item.toLowerCase().includes(filter.toLowerCase()));
  return createPortal(
    <div ref={list} className="button-list" style={{ position: 'fixed', left, width, ...place }}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the list was opened to be searched
        autoFocus
        placeholder="Tìm kiếm"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as the real portal has it */}
      <ul role="listbox">
        {wanted.map((item) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the real portal's items take clicks only
          <li
            key={item}
            onClick={() => {
              onClose();
              onPick(item);
            }}
          >
            {item}
          </li>
        ))}
      </ul>
    </div>,
    document.body,
  );
}
