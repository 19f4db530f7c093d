/** @jsxImportSource react */
import { Checkbox, DatePicker, Input, InputNumber, Radio, Select, Space } from 'antd';
import type { ReactElement } from 'react';
import { addressOptions, addressTitles, controlOf } from '../fields.ts';
import type { Field } from '../form.ts';
import { choicesOf } from './values.ts';

/** The control of a field, to stand in its `Form.Item`. */
export function widgetOf(field: Field, isLocked: boolean): ReactElement {
  const choices = choicesOf(field);
  const state = { disabled: isLocked };
  switch (controlOf(field)) {
    case 'select':
      return <Select {...state} options={choices} showSearch={search} allowClear placeholder="-- Chọn --" />;
    case 'radio':
      return <Radio.Group {...state} options={choices} />;
    case 'checkbox':
      if (choices.length === 0) return <Checkbox {...state}>{field.label}</Checkbox>;
      return (
        <Checkbox.Group
          {...state}
          options={choices.map(({ value, label }) => ({ value: `${value}`, label }))}
        />
      );
    case 'date':
    case 'date-3':
      return <DatePicker {...state} format="DD/MM/YYYY" placeholder="dd/mm/yyyy" />;
    case 'number':
      return <InputNumber {...state} min={0} />;
    case 'textarea':
      return <Input.TextArea {...state} rows={2} />;
    case 'address':
      return <AddressInput {...state} field={field} />;
    default:
      return <Input {...state} />;
  }
}

/** Typed text is looked for in the words of the options, not in their codes. */
const search = { optionFilterProp: 'label' };

type AddressProps = {
  field: Field;
  disabled: boolean;
  value?: string[];
  onChange?: (value: string[] | undefined) => void;
};

/** Province, ward and detail as one value; `Form.Item` gives value and listener. */
function AddressInput({ field, disabled, value = [], onChange }: AddressProps) {
  const { provinces, wards } = addressOptions(field);
  const change = (place: number, part: string) => {
    const parts = [0, 1, 2].map((index) => (index === place ? part : (value[index] ?? '')));
    onChange?.(parts.some(Boolean) ? parts : undefined);
  };
  const list = (place: number, options: string[]) => (
    <Select
      disabled={disabled}
      showSearch
      placeholder={addressTitles[place]}
      value={value[place] || null}
      options={options.map((text) => ({ value: text, label: text }))}
      onChange={(text) => change(place, text ?? '')}
    />
  );
  return (
    <Space.Compact block>
      {list(0, provinces)}
      {list(1, wards)}
      <Input
        disabled={disabled}
        placeholder={addressTitles[2]}
        value={value[2] ?? ''}
        onChange={(event) => change(2, event.target.value)}
      />
    </Space.Compact>
  );
}
