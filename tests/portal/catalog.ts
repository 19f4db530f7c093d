import deathRegistration from './declarations/khai-tu-surveyjs.json' with { type: 'json' };
import recordCopy from './declarations/trich-luc-surveyjs.json' with { type: 'json' };
import { sites } from './systems/index.ts';
import type { Declaration, DocumentRow, Procedure } from './wire.ts';

/** The declarations that can be filed here, as they stood on the live portal. */
export const declarations: readonly Declaration[] = [deathRegistration, recordCopy];

const identityPaper = { id: 'identity', title: 'Giấy tờ tùy thân của người yêu cầu', copies: 1 };

/** What the search finds. Those without `formalityCaseId` are there to be told apart, not to be filed. */
export const procedures: readonly Procedure[] = [
  {
    id: '6d1f0b52-6a7e-4c53-9a0e-5d0d2a7c6561',
    code: '1.000656',
    name: 'Đăng ký khai tử',
    field: 'Hộ tịch',
    formalityCaseId: 'a1b0c6d2-1e0f-4f53-8b61-000656000656',
    documents: [
      { id: 'death-notice', title: 'Giấy báo tử hoặc giấy tờ thay thế Giấy báo tử', copies: 1 },
      identityPaper,
      { id: 'authority', title: 'Văn bản ủy quyền (nếu có)', copies: 1 },
    ],
  },
  {
    id: '0c64a7c1-93be-4d1c-b8f2-1fd5e2000635',
    code: '2.000635',
    name: 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh',
    field: 'Hộ tịch',
    formalityCaseId: 'b2c1d7e3-2f10-4064-9c72-000635000635',
    documents: [identityPaper, { id: 'authority', title: 'Văn bản ủy quyền (nếu có)', copies: 1 }],
  },
  decoy('1.001193', 'Đăng ký khai sinh', '4f8a52a0-53d7-4a3a-9c0c-001193001193'),
  decoy('1.000894', 'Đăng ký kết hôn', '5a9b63b1-64e8-4b4b-8d1d-000894000894'),
  decoy('2.000815', 'Chứng thực bản sao từ bản chính', '7cbd85d3-860a-4d6d-8f3f-000815000815'),
  ...sites.flatMap(({ system, hosts: [host], declaration: { procedure } }) => {
    const byProvince = system === 'culture' || system === 'laichau';
    return host ? [{ ...elsewhere(procedure.code, procedure.name), host, byProvince }] : [];
  }),
];

/** A procedure that is filed on a host of its own. */
function elsewhere(code: string, name: string): Procedure {
  const digits = code.replace(/\D/g, '').padStart(12, '0');
  const documents = [identityPaper, { id: 'request', title: 'Đơn đề nghị theo mẫu', copies: 1 }];
  return { id: `8de0c1f4-9b0c-4e7e-8a40-${digits}`, code, name, field: 'Khác', documents };
}

/** The papers of a procedure. */
export function documentsOf(code: string): DocumentRow[] {
  return procedures.find((one) => one.code === code)?.documents ?? [];
}

function decoy(code: string, name: string, id: string): Procedure {
  return { id, code, name, field: 'Hộ tịch', documents: [identityPaper] };
}

/** The procedure filed under that `formalityCaseId`, with its declaration. */
export function filingCase(id: string): { procedure: Procedure; declaration: Declaration } | null {
  const procedure = procedures.find((one) => one.formalityCaseId === id);
  const declaration = declarations.find((one) => one.procedure.code === procedure?.code);
  return procedure && declaration ? { procedure, declaration } : null;
}

/** Lower case, no accents, single spaces: how people type into a search box. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Procedures whose name or code holds every word of the query. */
export function searchProcedures(query: string): Procedure[] {
  const words = fold(query).split(' ').filter(Boolean);
  return procedures.filter((one) => words.every((word) => fold(`${one.name} ${one.code}`).includes(word)));
}
