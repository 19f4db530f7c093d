import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const MESSAGES = 'lib/i18n/messages';
const AREAS = readdirSync(`${MESSAGES}/en`);
const read = (file: string): Record<string, string> => JSON.parse(readFileSync(file, 'utf8'));

it.each(AREAS)('English words of %s read rightly with any number, also with one', (area) => {
  const withNoun = Object.values(read(`${MESSAGES}/en/${area}`)).filter((text) =>
    /\{(?:count|done|shown|total|whole|files|rules|guides)\} (?:[a-z]+ )?[a-z]+s\b/.test(text),
  );
  expect(withNoun).toEqual([]);
});

/** As the sign stands on the last letter: « huỷ », « xoá », not « hủy », « xóa ». */
it.each(AREAS)('Vietnamese words of %s put their signs where the others do', (area) => {
  const otherwise = /(?:ó[ae]|ò[ae]|ỏ[ae]|õ[ae]|ọ[ae]|[^q](?:úy|ùy|ủy|ũy|ụy))(?!\p{L})/u;
  const texts = Object.values(read(`${MESSAGES}/vi/${area}`));
  expect(texts.filter((text) => otherwise.test(text))).toEqual([]);
});

it.each(['vi', 'en'])('the description in %s is no longer than browsers take', (language) => {
  const { extDescription } = JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));
  expect(extDescription.message.length).toBeLessThanOrEqual(132);
});
