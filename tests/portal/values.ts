import type { Person } from './people.ts';
import type { Agency, Field, Section, Values } from './wire.ts';

const ofKind: Record<string, (person: Person) => string> = {
  'full-name': (person) => person.name,
  'personal-id': (person) => person.id,
  'birth-date': (person) => person.birth,
  gender: (person) => person.gender,
  ethnicity: (person) => person.ethnicity,
  nationality: (person) => person.nationality,
  'id-document-type': (person) => person.idType,
  'id-document-number': (person) => person.id,
  'id-issue-date': (person) => person.idIssued,
  'id-issue-place': (person) => person.idPlace,
  'residence-type': (person) => person.residenceType,
  residence: (person) => person.residence,
  'residence-country': (person) => person.country,
  'residence-province': (person) => person.province,
  'residence-ward': (person) => person.ward,
  'residence-detail': (person) => person.detail,
};

/** What a field of this kind holds for this person, in the model's form; undefined where it is not of a person. */
export function personValue(field: Pick<Field, 'kind'>, person: Person): string | undefined {
  return ofKind[field.kind]?.(person);
}

/** The fields which the live portal showed filled on opening: from the account, or from the chosen agency. */
export function accountValues(section: Section, account: Person, agency: Agency | null): Values {
  const values: Values = {};
  for (const field of section.fields) {
    if (!field.hasValue) continue;
    const value = field.kind === 'agency' ? agencyName(agency) : personValue(field, account);
    if (value) values[field.name] = value;
  }
  return values;
}

/** What the population look-up gives for one section. */
export function lookupValues(section: Section, person: Person): Values {
  const values: Values = {};
  for (const field of section.fields) {
    const value = field.expect === 'on-lookup' ? personValue(field, person) : undefined;
    if (value) values[field.name] = value;
  }
  return values;
}

function agencyName(agency: Agency | null): string | undefined {
  return agency ? `Ủy ban nhân dân ${agency.ward}, ${agency.province}` : undefined;
}
