import { Component, forwardRef, type OnInit } from '@angular/core';
import {
  type ControlValueAccessor,
  FormControl,
  NG_VALUE_ACCESSOR,
  ReactiveFormsModule,
} from '@angular/forms';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import type { Choice } from './values.ts';

/** What every wrapper of the portal does: one inner control, handed through to the form. */
class Wrapper<T> implements ControlValueAccessor, OnInit {
  readonly inner = new FormControl<T | null>(null);
  protected onChange: (value: T | null) => void = () => undefined;
  protected onTouched: () => void = () => undefined;

  ngOnInit(): void {
    this.inner.valueChanges.subscribe((value) => this.onChange(value));
  }
  writeValue(value: T | null): void {
    this.inner.setValue(value, { emitEvent: false });
  }
  registerOnChange(listener: (value: T | null) => void): void {
    this.onChange = listener;
  }
  registerOnTouched(listener: () => void): void {
    this.onTouched = listener;
  }
  setDisabledState(isDisabled: boolean): void {
    if (isDisabled) this.inner.disable({ emitEvent: false });
    else this.inner.enable({ emitEvent: false });
  }
}

/**
 * The portal's wrapper of every plain field. With `placeholder` it draws Material's field and label; with `label` a
 * bare box under a label that is tied to nothing.
 */
export const AppInput = Component({
  selector: 'app-input',
  inputs: ['placeholder', 'label', 'type', 'required', 'choices'],
  imports: [ReactiveFormsModule, MatInputModule, MatDatepickerModule, MatSelectModule],
  providers: [{ provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => AppInput), multi: true }],
  template: `
@if (label !== undefined) {
  @if (label) { <label>{{ label }} @if (required) { <span class="text-danger">(*)</span> }</label> }
  @if (type === 'date') {
    <input [matDatepicker]="loosePicker" [formControl]="inner" placeholder="dd/mm/yyyy">
    <mat-datepicker-toggle [for]="loosePicker" /><mat-datepicker #loosePicker />
  } @else if (type === 'textarea') { <textarea [formControl]="inner" rows="2"></textarea> }
  @else { <input [type]="type" [formControl]="inner"> }
} @else {
<mat-form-field>
  @if (placeholder) { <mat-label>{{ placeholder }}</mat-label> }
  @switch (type) {
    @case ('date') {
      <input matInput [matDatepicker]="picker" [formControl]="inner" [required]="required">
      <mat-datepicker-toggle matIconSuffix [for]="picker" /><mat-datepicker #picker />
    }
    @case ('select') {
      <mat-select [formControl]="inner" [required]="required">
        @for (one of choices; track one.code) { <mat-option [value]="one.code">{{ one.text }}</mat-option> }
      </mat-select>
    }
    @case ('textarea') { <textarea matInput [formControl]="inner" [required]="required" rows="2"></textarea> }
    @default { <input matInput [type]="type" [formControl]="inner" [required]="required"> }
  }
</mat-form-field>
}`,
})(
  class extends Wrapper<unknown> {
    placeholder = '';
    label: string | undefined;
    type = 'text';
    required = false;
    choices: readonly Choice[] = [];
  },
);
