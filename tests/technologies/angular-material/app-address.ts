import { Component, forwardRef } from '@angular/core';
import { FormControl, FormGroup, NG_VALUE_ACCESSOR, ReactiveFormsModule } from '@angular/forms';
import { MatInputModule } from '@angular/material/input';
import { NgSelectComponent } from '@ng-select/ng-select';
import type { Address } from './values.ts';

/** The portal's address: two lists and a box, which the form holds as one value. */
export const AppAddress = Component({
  selector: 'app-address',
  inputs: ['titles', 'required', 'provinces', 'wards'],
  imports: [ReactiveFormsModule, MatInputModule, NgSelectComponent],
  providers: [{ provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => AppAddress), multi: true }],
  template: `
<div class="row" [formGroup]="parts">
  <div><label>{{ titles[0] }}</label>
    <ng-select formControlName="province" [items]="provinces" [class.required]="required" placeholder="-- Chọn --" /></div>
  <div><label>{{ titles[1] }}</label>
    <ng-select formControlName="ward" [items]="wards" [class.required]="required" placeholder="-- Chọn --" /></div>
  <mat-form-field><mat-label>{{ titles[2] }}</mat-label><input matInput formControlName="detail"></mat-form-field>
</div>`,
})(
  class {
    titles: readonly string[] = [];
    required = false;
    provinces: string[] = [];
    wards: string[] = [];
    readonly parts = new FormGroup({
      province: new FormControl<string | null>(null),
      ward: new FormControl<string | null>(null),
      detail: new FormControl('', { nonNullable: true }),
    });

    writeValue(value: Address | null): void {
      this.parts.setValue(value ?? { province: null, ward: null, detail: '' }, { emitEvent: false });
    }
    registerOnChange(listener: (value: Address | null) => void): void {
      this.parts.valueChanges.subscribe(() => {
        const value = this.parts.getRawValue();
        listener(value.province || value.ward || value.detail ? value : null);
      });
    }
    registerOnTouched(): void {}
    setDisabledState(isDisabled: boolean): void {
      if (isDisabled) this.parts.disable({ emitEvent: false });
      else this.parts.enable({ emitEvent: false });
    }
  },
);
