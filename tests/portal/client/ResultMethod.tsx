import { resultMethods } from '../choices.ts';
import { tell } from './tell.ts';

type Props = { value: string; missing: boolean; onChange: (value: string) => void };

export function ResultMethod({ value, missing, onChange }: Props) {
  return (
    <fieldset className="card methods">
      <legend>
        Hình thức nhận kết quả <span className="bad">*</span>
      </legend>
      {resultMethods.map((label) => (
        <label key={label}>
          <input
            type="radio"
            name="resultMethod"
            value={label}
            checked={value === label}
            onChange={() => {
              tell({ type: 'result-method-chosen' });
              onChange(label);
            }}
          />
          {label}
        </label>
      ))}
      {missing && (
        <small className="bad" role="alert">
          Vui lòng chọn hình thức nhận kết quả
        </small>
      )}
    </fieldset>
  );
}
