/** @jsxImportSource react */
import Select from 'react-select';
import {
  addressOptions,
  addressTitles,
  controlOf,
  dateParts,
  joinParts,
  optionsOf,
  partsOf,
} from '../fields.ts';
import type { Field } from '../form.ts';
import { ButtonBox } from './ButtonBox.tsx';

type Props = {
  field: Field;
  /** In the store's own form: the text of an option, the ISO date. */
  value: string;
  isLocked: boolean;
  /** Whether the library's parts carry classes that can be named. */
  hasClasses: boolean;
  onChange: (value: string) => void;
};

/** The control of one field, without its label. */
export function Widget(props: Props) {
  const { field, value, isLocked, onChange } = props;
  const { name } = field;
  const plain = { name, id: name, value, disabled: isLocked };
  const options = optionsOf(field);
  switch (controlOf(field)) {
    case 'select':
      if (field.widget === 'button-combobox')
        return <ButtonBox {...{ name, items: options, value, isLocked, onChange }} />;
      return <List {...props} />;
    case 'radio':
      return <Ticks {...props} type="radio" />;
    case 'checkbox':
      return <Ticks {...props} type="checkbox" />;
    case 'textarea':
      return <textarea {...plain} rows={2} onChange={(event) => onChange(event.target.value)} />;
    case 'date':
      return <input {...plain} type="date" onChange={(event) => onChange(event.target.value)} />;
    case 'number':
      return <input {...plain} type="number" onChange={(event) => onChange(event.target.value)} />;
    case 'date-3':
      return (
        <Boxes
          {...props}
          parts={dateParts(value)}
          titles={['Ngày', 'Tháng', 'Năm']}
          join={(parts) => parts.join('/')}
        />
      );
    case 'address': {
      const offered = addressOptions(field);
      const lists = [offered.provinces, offered.wards];
      return (
        <Boxes {...props} parts={partsOf(value)} titles={addressTitles} join={joinParts} lists={lists} />
      );
    }
    default:
      return (
        <input {...plain} type="text" autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      );
  }
}

/** React-Select with codes in its hidden input. */
function List({ field, value, isLocked, hasClasses, onChange }: Props) {
  const choices = optionsOf(field).map((label, index) => ({ value: `${index + 1}`, label }));
  return (
    <Select
      name={field.name}
      instanceId={field.name}
      options={choices}
      value={choices.find(({ label }) => label === value) ?? null}
      isDisabled={isLocked}
      isClearable={!field.required}
      placeholder="-- Chọn --"
      noOptionsMessage={() => 'Không có dữ liệu'}
      onChange={(choice) => onChange(choice?.label ?? '')}
      {...(hasClasses && { classNamePrefix: 'select' })}
    />
  );
}

function Ticks({ field, value, isLocked, type, onChange }: Props & { type: 'radio' | 'checkbox' }) {
  const options = optionsOf(field);
  if (options.length === 0) {
    return (
      <label>
        <input
          type="checkbox"
          name={field.name}
          checked={value !== ''}
          disabled={isLocked}
          onChange={(event) => onChange(event.target.checked ? 'true' : '')}
        />{' '}
        {field.label}
      </label>
    );
  }
  const ticked = options.includes(value) ? [value] : partsOf(value);
  const turned = (text: string) =>
    ticked.includes(text) ? ticked.filter((one) => one !== text) : [...ticked, text];
  return options.map((text, index) => (
    <label key={text} className="tick">
      <input
        type={type}
        name={field.name}
        value={index + 1}
        checked={ticked.includes(text)}
        disabled={isLocked}
        onChange={() => onChange(type === 'radio' ? text : joinParts(turned(text)))}
      />{' '}
      {text}
    </label>
  ));
}

type BoxesProps = Props & {
  parts: readonly string[];
  titles: readonly string[];
  join: (parts: readonly string[]) => string;
  lists?: readonly (readonly string[])[];
};

/** Several boxes that make one value. */
function Boxes({ field, isLocked, parts, titles, join, lists = [], onChange }: BoxesProps) {
  return titles.map((title, place) => {
    const name = `${field.name}.${place}`;
    const change = (part: string) => {
      const all = titles.map((_, index) => (index === place ? part : (parts[index] ?? '')));
      onChange(all.some(Boolean) ? join(all) : '');
    };
    const held = parts[place] ?? '';
    const items = lists[place];
    if (items) return <ButtonBox key={title} {...{ name, items, value: held, isLocked, onChange: change }} />;
    return (
      <input
        key={title}
        name={name}
        placeholder={title}
        value={held}
        disabled={isLocked}
        onChange={(event) => change(event.target.value)}
      />
    );
  });
}
