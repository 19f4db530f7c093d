import {
  DateAdapter,
  MAT_DATE_FORMATS,
  MAT_NATIVE_DATE_FORMATS,
  NativeDateAdapter,
} from '@angular/material/core';
import { inVietnamese } from './values.ts';

/** Dates as the portals write them: Material's own adapter reads only what JavaScript reads. */
class VietnameseDates extends NativeDateAdapter {
  override parse(value: unknown): Date | null {
    const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(String(value ?? '')) ?? [];
    return day && month && year ? new Date(Number(year), Number(month) - 1, Number(day)) : null;
  }
  override format(date: Date, format: object): string {
    return 'day' in format ? inVietnamese(date) : super.format(date, format);
  }
}

export const dateProviders = [
  { provide: DateAdapter, useFactory: () => new VietnameseDates() },
  { provide: MAT_DATE_FORMATS, useValue: MAT_NATIVE_DATE_FORMATS },
];
