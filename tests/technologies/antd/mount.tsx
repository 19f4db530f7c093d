/** @jsxImportSource react */
import { Card, ConfigProvider, Form, type FormInstance } from 'antd';
import vietnamese from 'antd/locale/vi_VN';
import 'dayjs/locale/vi';
import { createRoot } from 'react-dom/client';
import { conditionOf, controlOf, fieldOf, isMet, optionsOf, placesOf } from '../fields.ts';
import type { Declaration, Field, Mount } from '../form.ts';
import { fromModel, type Held, toModel } from './values.ts';
import { widgetOf } from './widgets.tsx';

type Props = { declaration: Declaration; locked: ReadonlySet<string>; onForm: (form: FormInstance) => void };

/** The declaration in Ant Design's own form, a card for each section. */
function DeclarationForm({ declaration, locked, onForm }: Props) {
  const [form] = Form.useForm();
  onForm(form);
  // Drawn anew with every value, as conditional fields hang on any of them.
  const values: Record<string, Held> = Form.useWatch([], form) ?? {};
  return (
    <ConfigProvider locale={vietnamese}>
      <Form form={form} layout="vertical">
        {declaration.sections.map((section, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sections neither come nor go
          <Card key={index} title={section.title || undefined} style={{ marginBottom: 16 }}>
            {section.rows && <Rows name={section.rows} fields={section.fields} />}
            {(section.rows ? [] : section.fields).map((field) => {
              const condition = conditionOf(declaration, section, field);
              const parent = condition && fromModel(condition.parent, values[condition.parent.name]);
              if (condition && !isMet(condition, parent ?? '')) return null;
              return <Item key={field.name} field={field} isLocked={locked.has(field.name)} />;
            })}
          </Card>
        ))}
      </Form>
    </ConfigProvider>
  );
}

function Rows({ name, fields }: { name: string; fields: readonly Field[] }) {
  return (
    <Form.List name={name} initialValue={[{}, {}]}>
      {(rows, { add, remove }) => (
        <>
          {rows.map((row) => (
            <div key={row.key}>
              {fields.map((field) => (
                <Item key={field.name} field={field} isLocked={false} place={row.name} />
              ))}
              <button type="button" onClick={() => remove(row.name)}>
                Xoá
              </button>
            </div>
          ))}
          <button type="button" onClick={() => add()}>
            Thêm
          </button>
        </>
      )}
    </Form.List>
  );
}

function Item({ field, isLocked, place }: { field: Field; isLocked: boolean; place?: number }) {
  // A lone box carries its words itself.
  const isLone = controlOf(field) === 'checkbox' && optionsOf(field).length === 0;
  return (
    <Form.Item
      name={place === undefined ? field.name : [place, field.name]}
      label={isLone ? undefined : field.label || undefined}
      valuePropName={isLone ? 'checked' : 'value'}
      rules={field.required ? [{ required: true }] : []}
    >
      {widgetOf(field, isLocked)}
    </Form.Item>
  );
}

/** Ant Design on React. */
export const mount: Mount = async (root, declaration) => {
  const react = createRoot(root);
  const locked = new Set<string>();
  let onForm: (form: FormInstance) => void = () => undefined;
  const draw = () =>
    react.render(<DeclarationForm declaration={declaration} locked={new Set(locked)} onForm={onForm} />);
  const form = await new Promise<FormInstance>((resolve) => {
    onForm = resolve;
    draw();
  });
  while (!root.querySelector('.ant-form-item')) await new Promise((next) => setTimeout(next, 10));
  const held = (name: string) => fromModel(fieldOf(declaration, name), form.getFieldsValue(true)[name]);
  return {
    set: (name, value) => form.setFieldValue(name, toModel(fieldOf(declaration, name), value)),
    lock(name) {
      locked.add(fieldOf(declaration, name).name);
      draw();
    },
    filled: () => placesOf(declaration).flatMap(({ field: { name } }) => (held(name) === '' ? [] : [name])),
    get: held,
  };
};
