import { describe, expect, it } from 'vitest';
import {
  carryOver,
  digestOf,
  type FieldFacts,
  focused,
  handActed,
  type Judgement,
  keyAmong,
  left,
  lookedUp,
  read,
  Track,
  tally,
  withFlags,
} from '../../lib/fields/index.ts';
import { byRules } from '../../lib/fields/judging/rules.ts';
import { cleanLabel, fold } from '../../lib/text/index.ts';
import { askedAbout, shownOf } from '../eval/asked.ts';
import { judge, judgeAll } from '../eval/learnt.ts';
import type { Sheet } from '../eval/sheets.ts';
import { field } from '../fixtures/field.ts';
import { declarations } from '../portal/catalog.ts';

describe('text', () => {
  it.each([
    ['Họ, chữ đệm, tên', 'ho, chu dem, ten'],
    ['ĐĂNG KÝ  khai\n tử', 'dang ky khai tu'],
    ['Đường'.normalize('NFD'), 'duong'],
  ])('folds %j to %j', (text, folded) => expect(fold(text)).toBe(folded));

  it.each([
    ['(2) Số định danh cá nhân:', 'Số định danh cá nhân'],
    ['(10)Quốc tịch: *', 'Quốc tịch'],
    ['3. Nơi cấp (*)', 'Nơi cấp'],
    [', cơ quan cấp:', 'cơ quan cấp'],
    ['Cơ quan cấp (nếu có)', 'Cơ quan cấp (nếu có)'],
  ])('cleans %j to %j', (label, clean) => expect(cleanLabel(label)).toBe(clean));
});

describe('the judgement of a labelled field', () => {
  const labelled = declarations.flatMap(({ id, sections }) =>
    sections.flatMap(({ title, subject, fields }) =>
      fields.map(({ label, kind, expect }) => ({ id, title, subject, label, kind, expectation: expect })),
    ),
  );

  it.each(labelled)('by the rules alone: $id, $title / $label', ({ title, label, ...truth }) => {
    const { kind, subject, expectation } = byRules({
      label: cleanLabel(label),
      trail: [title],
      name: '',
      before: null,
    }).judgement;
    expect({ kind, subject, expectation }).toEqual({
      kind: truth.kind,
      subject: truth.subject,
      expectation: truth.expectation,
    });
  });

  it.each(declarations as unknown as readonly Sheet[])(
    'in its form, by what was learnt as well: $id',
    (declaration) => {
      const shown = shownOf(declaration);
      const verdicts = judgeAll(askedAbout(shown)).map(({ kind, subject, expectation }) => ({
        ...{ kind, subject, expectation },
      }));
      expect(verdicts).toEqual(shown.map(({ truth }) => truth));
    },
  );

  it('says other where it knows no word, and expects nothing', () => {
    const clues = { label: 'Màu sơn', trail: ['Thông tin về người nộp'], name: 'mauSon' };
    expect(judge(clues)).toMatchObject({ kind: 'other', expectation: 'none' });
  });

  it('carries the words that led there', () => {
    const clues = { label: 'Số định danh cá nhân', trail: ['Người mẹ'], name: '' };
    expect(judge(clues).evidence).toEqual({
      label: 'so dinh danh',
      section: 'nguoi me',
      name: null,
      offer: null,
    });
  });
});

/**
 * What the rules alone make of labels that stand one after another under the same headings; what was learnt beside them has
 * tests of its own.
 */
function judged(trail: readonly string[], ...labels: string[]) {
  let before: Judgement | null = null;
  return labels.map((label) => {
    before = byRules({ label, trail, name: '', before }).judgement;
    return before;
  });
}
const kindsOf = (trail: readonly string[], ...labels: string[]) =>
  judged(trail, ...labels).map(({ kind }) => kind);
const subjectsOf = (trail: readonly string[], ...labels: string[]) =>
  judged(trail, ...labels).map(({ subject }) => subject);

it('never takes words of the page itself for evidence', () => {
  const [variant] = judged(['Cấp lại', 'Đề nghị'], 'Loại thẻ Lò Thị Mơ đề nghị cấp');
  expect(variant).toMatchObject({ kind: 'registration-type', evidence: { label: 'loai' } });
});

describe('the number, day and office of a paper', () => {
  const person = ['Cấp giấy phép', 'Thông tin người đề nghị'];

  it('are of the paper that the label names', () => {
    expect(
      kindsOf(person, 'Số hộ chiếu', 'Số giấy khai sinh', 'Số giấy phép lao động', 'Số thẻ BHYT'),
    ).toEqual(['id-document-number', 'civil-record-number', 'other', 'insurance-number']);
  });

  it('are of the paper named last, where the label names none', () => {
    expect(kindsOf(person, 'Số CCCD', 'Ngày cấp', 'Số chứng chỉ hành nghề', 'Ngày cấp', 'Nơi cấp')).toEqual([
      'personal-id',
      'id-issue-date',
      'other',
      'other',
      'other',
    ]);
    expect(kindsOf(person, 'Giấy chứng tử số', 'do UBND', 'cấp ngày')).toEqual([
      'civil-record-number',
      'civil-record-place',
      'civil-record-date',
    ]);
  });

  it('stand in the register of what the section is about', () => {
    const certificate = (heading: string) =>
      judged(['Cấp lại', heading], 'Ngày cấp giấy chứng nhận').map(({ kind, expectation }) => [
        kind,
        expectation,
      ]);
    expect(certificate('Thửa đất')).toEqual([['other', 'from-database']]);
    expect(certificate('Thông tin doanh nghiệp')).toEqual([['other', 'from-database']]);
    expect(certificate('Người nộp')).toEqual([['other', 'none']]);
  });

  it('are of the land after its own papers, whatever is called a certificate besides', () => {
    expect(
      judged(['Đính chính', 'Giấy chứng nhận có sai sót'], 'Số vào sổ cấp GCN', 'Ngày cấp GCN')[1],
    ).toMatchObject({ kind: 'other', expectation: 'from-database' });
  });

  it('do not make a paper of every label that ends so', () => {
    expect(kindsOf(person, 'Số điện thoại người nộp hồ sơ', 'Ngày hẹn trao giấy chứng nhận kết hôn')).toEqual(
      ['phone', 'other'],
    );
  });
});

describe('whom a heading speaks of', () => {
  const under = (...trail: string[]) => subjectsOf(trail, 'Họ và tên')[0];

  it.each([
    ['Phần II. THÔNG TIN VỀ NGƯỜI ĐƯỢC TRỢ GIÚP PHÁP LÝ', 'record-subject'],
    ['B. NGƯỜI XIN CHUYỂN MỤC ĐÍCH SỬ DỤNG ĐẤT', 'requester'],
    ['Người cha của người được khai sinh', 'father'],
    ['1. Thông tin người có công từ trần', 'deceased'],
    ['Thông tin cha mẹ hoặc người giám hộ (người làm đơn)', 'requester'],
    ['2. Thông tin chủ sử dụng đất thứ hai', 'other'],
    ['Người làm thủ tục (trường hợp chủ xe ủy quyền)', 'other'],
    ['Nhà đầu tư là cá nhân', 'other'],
    ['Người được cử đến nộp hồ sơ', 'requester'],
    ['Người có nhà cho mượn', 'other'],
    ['Nhà đầu tư là tổ chức', 'business'],
    ['Chủ dự án đầu tư, cơ sở', 'business'],
    ['Đề nghị cơ quan đăng ký việc cải chính cho người có tên dưới đây', 'record-subject'],
  ])('%s', (heading, subject) => expect(under('Tờ khai', 'Người nộp', heading)).toBe(subject));

  it('takes whom a form asks after first for the requester, and who comes besides for somebody else', () => {
    expect(under('Hỗ trợ nhà ở', '1. CHỦ HỘ')).toBe('requester');
    expect(under('Hỗ trợ nhà ở', 'Người nộp', '1. CHỦ HỘ')).toBe('other');
    expect(under('Cấp giấy phép', 'Người nộp', 'Người hướng dẫn thực hành')).toBe('other');
  });

  it.each([
    'Cha của người chết',
    'Vợ/chồng của người chết',
    'Thân nhân của người chết',
    'Con của người đã mất',
    'Thông tin đại diện thân nhân người từ trần',
    'Chủ hộ có người chết',
  ])('is about the living where they are named first: %s', (heading) => {
    const trail = ['Đăng ký khai tử', 'Người yêu cầu', 'Thông tin người chết', heading];
    expect(subjectsOf(trail, 'Họ và tên', 'Số CCCD')).not.toContain('deceased');
  });

  it('goes on with the person where a heading only asks after more of them', () => {
    expect(subjectsOf(['Khai tử', 'Người mẹ', 'Nơi cư trú'], 'Tỉnh/Thành phố')).toEqual(['mother']);
    expect(subjectsOf(['Khai tử', 'Người mẹ', '9 - 11'], 'Ngày sinh')).toEqual(['mother']);
  });

  it('takes the second of two owners for somebody else', () => {
    expect(under('Sang tên', 'Chủ sở hữu mới')).toBe('requester');
    expect(under('Sang tên', 'Người nộp hồ sơ', 'Chủ sở hữu mới')).toBe('other');
  });

  it('tells a radio operator from an actor, and tonnage from a referee', () => {
    expect(under('Cấp phép', 'Người nộp', 'Chứng chỉ vô tuyến điện viên')).toBe('requester');
    expect(subjectsOf(['Cấp phép', 'Người nộp', 'Trọng tải, kích thước'], 'Chiều dài')).toEqual(['other']);
  });

  it('takes no act at the beginning of a title for somebody', () => {
    expect(under('Ủy quyền lĩnh lương hưu', 'I. Thông tin người ủy quyền')).toBe('requester');
  });

  it('is about what a content is the content of, where that is named first', () => {
    const trail = ['Đăng ký hợp đồng', 'Người lao động'];
    expect(under(...trail, 'Người sử dụng lao động', 'Nội dung kinh doanh')).toBe('business');
    expect(subjectsOf([...trail, 'Nội dung hợp đồng lao động'], 'Nước tiếp nhận lao động')).toEqual([
      'other',
    ]);
  });

  it('is the land of the title where a certificate is named', () => {
    const trail = ['Cấp lại giấy chứng nhận quyền sử dụng đất', 'Người đề nghị', 'Giấy chứng nhận bị mất'];
    expect(subjectsOf(trail, 'Ngày cấp GCN')).toEqual(['land']);
  });

  it('asks, and of nobody, where it only says that something is registered', () => {
    const trail = ['Đăng ký môi trường', 'Người nộp', 'Thông tin cơ sở'];
    expect(subjectsOf([...trail, '4. Đăng ký'], 'Trường hợp')).toEqual(['other']);
    expect(subjectsOf([...trail, 'Đăng ký dự thi'], 'Môn thi')).toEqual(['other']);
  });

  it('is somebody else who represents a business, however many do', () => {
    expect(under('Thông báo', 'Người nộp', 'Hợp tác xã', 'Người đại diện cũ', 'Người đại diện mới')).toBe(
      'other',
    );
  });

  it('says other where a heading is about nobody, whoever was named before', () => {
    const vehicle = ['Sang tên', 'Người nộp', 'Chứng từ kèm xe'];
    expect(judged(vehicle, 'Ghi chú', 'Tỉnh/Thành phố', 'Ngày cấp')).toMatchObject([
      { subject: 'other', kind: 'other', expectation: 'none' },
      { subject: 'other', kind: 'other', expectation: 'none' },
      { subject: 'other', kind: 'other', expectation: 'none' },
    ]);
  });

  it('learns from a name asked under it that an unknown heading names somebody', () => {
    expect(
      subjectsOf(['Đăng ký', 'Người yêu cầu', 'Bên thế chấp'], 'Họ và tên', 'Ngày sinh', 'Địa chỉ'),
    ).toEqual(['other', 'other', 'other']);
    expect(
      subjectsOf(['Đăng ký', 'Người yêu cầu', 'Bên nhận'], 'Tên tổ chức tín dụng', 'Mã số thuế'),
    ).toEqual(['business', 'business']);
  });

  it('tells a ministry from a father', () => {
    expect(under('Hỗ trợ', 'Thông tin bộ đội xuất ngũ')).toBe('requester');
    expect(under('Hỗ trợ', 'Người nộp', 'Thông tin bố')).toBe('father');
  });
});

describe('whom a label speaks of', () => {
  it('is somebody else than its section, where its words say so', () => {
    const trail = ['Xác nhận cư trú', 'Người đề nghị'];
    expect(subjectsOf(trail, 'Họ và tên chủ hộ', 'Quan hệ với chủ hộ', 'Số CCCD của chủ hộ')).toEqual([
      'other',
      'requester',
      'other',
    ]);
  });

  it('is left to the heading that it repeats', () => {
    const trail = ['Hộ nghèo', 'Thông tin người đại diện hộ gia đình'];
    expect(subjectsOf(trail, 'Họ và tên người đại diện')).toEqual(['requester']);
  });
});

describe('a field and its section', () => {
  it('are of the same subject, also where the kind belongs to nobody', () => {
    expect(
      subjectsOf(['Khai tử', 'Người chết'], 'Kính gửi', 'Loại đăng ký', 'Đề nghị cấp bản sao', 'Ghi chú'),
    ).toEqual(['deceased', 'deceased', 'deceased', 'deceased']);
  });

  it('part where words of the field name another, and whose number follows', () => {
    const trail = ['Cấp đổi thẻ', 'Người đề nghị'];
    expect(subjectsOf(trail, 'Họ tên cha', 'Số CCCD', 'Tên công ty', 'Điện thoại')).toEqual([
      'father',
      'father',
      'business',
      'business',
    ]);
  });

  it('are of nobody where the heading names the request alone, but for what is asked of a person', () => {
    const trail = ['Trợ cấp', 'Người nộp', 'Người được trợ cấp', 'Hình thức chi trả'];
    expect(subjectsOf(trail, 'Số tài khoản', 'Tên chủ tài khoản')).toEqual(['other', 'requester']);
  });

  it('go on with the person, not with the business named between, where a heading asks for more of one', () => {
    const trail = ['Giám định', 'Người đề nghị', 'Đơn vị sử dụng lao động'];
    expect(subjectsOf([...trail, 'Tình trạng bệnh tật'], 'Bệnh hiện tại')).toEqual(['requester']);
    expect(subjectsOf([...trail, 'Địa chỉ'], 'Tỉnh/Thành phố')).toEqual(['business']);
  });

  it('go on with whom a representative acts for', () => {
    const trail = ['Trợ cấp', 'Người được trợ cấp', 'Người đại diện hợp pháp', 'Tình trạng khuyết tật'];
    expect(subjectsOf(trail, 'Dạng tật')).toEqual(['record-subject']);
  });

  it('are read by whole words: "Phần tham gia" is no part T, "Công nhận" no child', () => {
    const trail = ['Công nhận con đẻ', 'Người tham gia', 'Phần tham gia'];
    expect(subjectsOf(trail, 'Mức đóng')).toEqual(['requester']);
    expect(subjectsOf(trail.slice(0, 1), 'Họ và tên')).toEqual(['requester']);
  });

  it.each(['Họ tên cha/mẹ', 'Họ tên bố hoặc mẹ', 'Họ tên mẹ, cha'])(
    'are of a parent, whichever: %s',
    (label) => expect(subjectsOf(['Nhập học', 'Thông tin bé'], label)).toEqual(['parent']),
  );

  it('are of no father where something is published or supplemented', () => {
    expect(subjectsOf(['Công bố', 'Người nộp'], 'Số bản công bố', 'Bố trí tại')).toEqual([
      'requester',
      'requester',
    ]);
    const clues = { label: 'Mục khác', trail: ['Hộ tịch', 'Người nộp'], name: 'mucBoSung', before: null };
    expect(judge(clues).subject).toBe('requester');
  });
});

describe('an office', () => {
  it('is no number or day of a paper in its part of the form', () => {
    const trail = ['Đăng ký hoạt động', 'Người nộp', 'Cơ quan quyết định thành lập'];
    expect(judged(trail, 'Quyết định số', 'Ngày').map(({ kind }) => kind)).toEqual(['other', 'other']);
  });

  it('is in the part of a record the one that has made it', () => {
    const trail = ['Ghi sổ hộ tịch', 'Người yêu cầu', 'Việc nhận cha, mẹ, con đã được giải quyết tại'];
    expect(judged(trail, 'Cơ quan có thẩm quyền', 'Số bản án', 'ngày').map(({ kind }) => kind)).toEqual([
      'civil-record-place',
      'civil-record-number',
      'civil-record-date',
    ]);
  });
});

describe('a part that one may play oneself', () => {
  const under = (...trail: string[]) => subjectsOf(trail, 'Họ và tên')[0];

  it.each(['Người lao động', 'Thông tin thí sinh', 'Người có công', 'Sinh viên', 'Người hưởng'])(
    'is the requester where none has been named: %s',
    (heading) => expect(under('Hồ sơ', heading)).toBe('requester'),
  );

  it('is whom the form is for where the requester has been named, and a child where it is for children', () => {
    expect(under('Hồ sơ', 'Người nộp', 'Người lao động')).toBe('record-subject');
    expect(under('Người nộp', 'Người lao động')).toBe('record-subject');
    expect(under('Dự thi', 'Người nộp', 'Thí sinh')).toBe('child');
    expect(under('Cấp thẻ cho người dưới 14 tuổi', 'Người nộp', 'Người được cấp thẻ')).toBe('child');
  });

  it('is whoever cares for another and asks in their name, where nobody else does', () => {
    expect(under('Hỗ trợ', 'Người giám hộ, người chăm sóc')).toBe('requester');
    expect(under('Hỗ trợ', 'Người nộp', 'Người giám hộ, người chăm sóc')).toBe('guardian');
  });

  it('is no guardian who represents a business', () => {
    expect(under('Cấp phép', 'Người nộp', 'Người đại diện doanh nghiệp')).toBe('other');
    expect(under('Cấp phép', 'Người nộp', 'Người đại diện hợp pháp')).toBe('guardian');
    expect(under('Cấp phép', 'Doanh nghiệp', 'Người đại diện nộp hồ sơ')).toBe('requester');
    expect(under('Cấp phép', 'Doanh nghiệp', 'Người đại diện hợp pháp')).toBe('other');
  });

  it('is another once a part that names nobody has asked for the requester', () => {
    expect(under('Khai thuế', 'I. Thông tin chung', 'Người lao động')).toBe('record-subject');
  });
});

describe('what a label asks', () => {
  it('is no fact yet where it is to become another', () =>
    expect(kindsOf(['Hộ tịch', 'Người nộp'], 'Dân tộc', 'Dân tộc đề nghị xác định lại')).toEqual([
      'ethnicity',
      'request-content',
    ]));

  it('goes on, in a bare word, with the thing before it', () => {
    const trail = ['Trợ cấp', 'Người yêu cầu'];
    const kinds = (...labels: string[]) => judged(trail, ...labels).map(({ kind }) => kind);
    expect(kinds('Loại vật nuôi', 'Số lượng')).toEqual(['other', 'other']);
    expect(kinds('Đề nghị cấp bản sao', 'Số lượng')).toEqual(['copies', 'copies']);
  });

  it('is the same with the number of a note behind it', () =>
    expect(judged(['Ghi sổ', 'Người yêu cầu'], 'Nơi cư trú: (3)')[0]).toMatchObject({
      kind: 'residence',
      subject: 'requester',
    }));

  it('is a part of an address where its brackets list what is smaller than a ward', () => {
    const [part, whole] = judged(
      ['Ủy quyền', 'Người yêu cầu'],
      'Nơi cư trú (số nhà, đường, thôn)',
      'Nơi cư trú (số nhà, xã, tỉnh)',
    );
    expect([part?.kind, whole?.kind]).toEqual(['residence-detail', 'residence']);
  });

  it('is told by what stands in brackets only where nothing else stands', () =>
    expect(kindsOf(['Cấp phép', 'Người nộp'], 'Bãi đỗ (địa chỉ, diện tích)', '(địa chỉ)')).toEqual([
      'other',
      'residence',
    ]));

  it('is of the address that its own heading names, not of the place before it', () =>
    expect(kindsOf(['Tham gia', 'Người nộp'], 'Nơi khai sinh: Tỉnh', 'Địa chỉ nhận hồ sơ: Tỉnh')[1]).toBe(
      'residence-province',
    ));

  it('is, after the day of a record, the office that keeps it', () =>
    expect(kindsOf(['Hộ tịch', 'Đã đăng ký khai sinh tại'], 'Ngày đăng ký', 'UBND nơi đăng ký')).toEqual([
      'civil-record-date',
      'civil-record-place',
    ]));
});

describe('the wordings of published forms', () => {
  const person = ['Tờ khai', 'Thông tin người yêu cầu'];
  const business = ['Cấp phép', 'Thông tin doanh nghiệp'];
  const land = ['Biến động', 'Thửa đất'];

  it.each([
    ['Nơi ĐKTT', 'residence'],
    ['Hiện cư ngụ tại', 'residence'],
    ['Nơi sinh sống hiện nay', 'residence'],
    ['Tổ dân phố', 'residence-detail'],
    ['Tên và chữ đệm', 'given-name'],
    ['Số CMTND', 'id-document-number'],
    ['Ngày tháng sinh', 'birth-date'],
    ['Địa chỉ hộp thư điện tử', 'email'],
    ['Lí do xin cấp lại', 'reason'],
    ['Số sổ/thẻ BHXH', 'insurance-number'],
    ['Mã số người nộp thuế', 'tax-code'],
    ['Người nộp hồ sơ là', 'relationship'],
  ])('mean a kind: %s', (label, kind) => expect(kindsOf(person, label)).toEqual([kind]));

  it('mean a kind of a business or of a parcel', () => {
    expect(kindsOf(business, 'Tên HTX', 'Mã số đăng ký kinh doanh', 'Tổng số vốn')).toEqual([
      'business-name',
      'tax-code',
      'business-capital',
    ]);
    expect(kindsOf(land, 'GCNQSDĐ số', 'Lô số', 'Diện tích đất ở')).toEqual([
      'land-certificate-number',
      'land-parcel',
      'land-area',
    ]);
  });

  it.each([
    'Ngày cấp phép',
    'Ngày đăng ký tạm trú',
    'Số người cùng tạm trú',
    'Phương tiện đi lại',
    'Tình hình tài chính',
    'Xả thải',
    'Khu vực nông thôn',
    'Nơi sinh hoạt Đảng',
    'Ảnh CCCD mặt trước',
    'Địa chỉ website',
    'Hạng GPLX',
    'Ngày mất hộ chiếu',
    'Sơ đồ chỗ ở',
  ])('do not mean it where they merely stand beside: %s', (label) =>
    expect(judged(person, label)).toMatchObject([{ kind: 'other', expectation: 'none' }]),
  );

  it.each(['Tên sản phẩm', 'Tên dự án', 'Tên tàu', 'Đơn vị tính', 'Nguồn vốn', 'Diện tích nhà xưởng'])(
    'name what belongs to a business and is none of its facts: %s',
    (label) => expect(judged(business, label)).toMatchObject([{ kind: 'other', expectation: 'none' }]),
  );

  it.each([
    ['Biện pháp phòng chống dịch', 'chồng'],
    ['Thông số vỏ tàu', 'vợ'],
    ['Lồng bè nuôi', 'bé'],
    ['Thông tin con dấu', 'con'],
    ['Thông tin dự án', 'nobody'],
  ])('name nobody: %s (not %s)', (heading) =>
    expect(judged(['Cấp phép', 'Người nộp', heading], 'Tên', 'Địa chỉ')).toMatchObject([
      { kind: 'other', subject: 'other', expectation: 'none' },
      { kind: 'other', subject: 'other', expectation: 'none' },
    ]),
  );

  it('speak of a death only of whoever is dead', () => {
    expect(kindsOf(['Mai táng', 'Thông tin người chết'], 'Ngày mất', 'Nơi mất', 'Lý do mất')).toEqual([
      'death-date',
      'death-place',
      'death-cause',
    ]);
    expect(kindsOf(['Trình báo', 'Hộ chiếu bị mất'], 'Ngày mất', 'Nơi mất', 'Lý do mất')).toEqual([
      'other',
      'other',
      'reason',
    ]);
  });

  it.each([
    ['Số GTTT', 'id-document-number'],
    ['Loại GTTT', 'id-document-type'],
    ['Ngày cấp GTTT', 'id-issue-date'],
    ['Nơi cấp GTTT', 'id-issue-place'],
    ['Số GKS', 'civil-record-number'],
    ['Ngày ĐKKS', 'civil-record-date'],
    ['Nơi ĐKKS', 'civil-record-place'],
    ['Nơi ĐKKH', 'civil-record-place'],
    ['Số GCNKH', 'civil-record-number'],
    ['Số GCN kết hôn', 'civil-record-number'],
    ['Số GCN chứng sinh', 'birth-notice'],
  ])('shorten what papers are called: %s', (label, kind) => expect(kindsOf(person, label)).toEqual([kind]));

  it.each([
    ['Đăng ký thường trú', 'Thông tin nơi đăng ký thường trú', 'none'],
    ['Tờ khai đăng ký tạm trú', 'Thông tin nơi đăng ký tạm trú', 'none'],
    ['Đăng ký tạm trú', 'Nơi tạm trú', 'none'],
    ['Đăng ký tạm trú', 'Nơi thường trú', 'on-load'],
    ['Đăng ký thường trú', 'Nơi thường trú hiện nay', 'on-load'],
    ['Xóa đăng ký thường trú', 'Nơi đăng ký thường trú', 'on-load'],
  ])(
    'are in no account where it is registered that one is going to live there: %s, %s',
    (title, heading, told) => {
      const trail = [title, 'Thông tin người khai báo', heading];
      const made = judged(trail, 'Tỉnh/Thành phố', 'Phường/Xã', 'Địa chỉ chi tiết');
      expect(made.map(({ expectation }) => expectation)).toEqual([told, told, told]);
    },
  );

  it('are of no register yet where somebody only wants to live there', () => {
    const [home, wanted] = judged(person, 'Nơi thường trú', 'Nơi đề nghị đăng ký thường trú');
    expect([home?.expectation, wanted?.expectation]).toEqual(['on-load', 'none']);
  });
});

describe('what is asked of a business', () => {
  it('is its capital only where money is spoken of', () => {
    const total = (heading: string) => judged(['Khai trình', heading], 'Tổng số')[0]?.kind;
    expect([total('Vốn'), total('Lao động')]).toEqual(['business-capital', 'other']);
  });

  const expected = (...trail: string[]) => judged(trail, 'Địa chỉ trụ sở')[0]?.expectation;

  it('stands in the register once it exists, and not while it is being founded or changed', () => {
    expect(expected('Thông báo', 'Thông tin doanh nghiệp')).toBe('from-database');
    expect(expected('Đăng ký thành lập hộ kinh doanh', 'Thông tin hộ kinh doanh')).toBe('none');
    expect(expected('Đăng ký', '3. Trụ sở chính')).toBe('none');
  });

  it.each([
    ['Giấy đề nghị đăng ký hộ kinh doanh', 'Thông tin về hộ kinh doanh', 'none'],
    ['Đăng ký hộ kinh doanh', 'Thông tin hộ kinh doanh', 'none'],
    ['GIẤY ĐỀ NGHỊ ĐĂNG KÝ DOANH NGHIỆP (công ty TNHH)', 'Thông tin doanh nghiệp', 'none'],
    ['Đăng ký công ty cổ phần', 'Thông tin công ty', 'none'],
    ['Đăng ký thay đổi nội dung đăng ký doanh nghiệp', 'Thông tin doanh nghiệp', 'from-database'],
    ['Đăng ký hộ kinh doanh (cấp lại giấy chứng nhận)', 'Thông tin hộ kinh doanh', 'from-database'],
    ['Đăng ký doanh nghiệp ưu tiên', 'Thông tin doanh nghiệp', 'from-database'],
    ['Cấp lại giấy chứng nhận đăng ký hộ kinh doanh', 'Thông tin hộ kinh doanh', 'from-database'],
  ])('is founded by the form that registers it, and no other: %s, %s', (title, heading, told) =>
    expect(expected(title, heading)).toBe(told),
  );

  it('is in no register where the words before its colon say that it is new', () => {
    const trail = ['Thay đổi trụ sở', 'Thông tin doanh nghiệp'];
    expect(judged(trail, 'Trụ sở mới: Tỉnh/Thành phố')[0]).toMatchObject({
      kind: 'residence-province',
      subject: 'business',
      expectation: 'none',
    });
  });

  it('stands in the register also under a heading that only asks for a part, where nothing is founded', () => {
    expect(expected('Gia hạn giấy phép lao động', '1. Tên doanh nghiệp')).toBe('from-database');
  });

  it('stands in the register of what another is made from, and in none of ours abroad', () => {
    expect(expected('Đăng ký thành lập công ty', 'Hộ kinh doanh được chuyển đổi')).toBe('from-database');
    expect(expected('Đăng ký hợp đồng', 'Người sử dụng lao động ở nước ngoài')).toBe('none');
  });

  it('follows from the number where an amount is asked in words', () => {
    expect(judged(['Thay đổi', 'Vốn điều lệ'], 'Vốn điều lệ (bằng chữ)')[0]).toMatchObject({
      kind: 'business-capital',
      expectation: 'derived',
    });
  });

  it('stands in the register of the business that founds a branch', () => {
    const title = 'Đăng ký hoạt động văn phòng đại diện';
    expect(expected(title, 'Thông tin doanh nghiệp')).toBe('from-database');
    expect(expected(title, 'Thông tin doanh nghiệp', 'Địa chỉ văn phòng đại diện')).toBe('none');
  });
});

/** No look-up key was ever entered. */
const NEVER = Number.NEGATIVE_INFINITY;

describe('who filled a field', () => {
  const shown = (value: string | null | undefined) => ({ value, autofilled: false, error: false });
  const nobody = { firstActAt: null, lookupKeyAt: NEVER };

  it('the portal, before anyone acted', () => {
    const track = new Track(1_000);
    read(track, shown('a'), 60_000, nobody);
    expect(track.state).toBe('portal-on-load');
  });

  it('the portal, within five seconds of the field appearing', () => {
    const around = { firstActAt: 500, lookupKeyAt: NEVER };
    const [soon, late] = [new Track(1_000), new Track(1_000)];
    read(soon, shown('a'), 6_000, around);
    read(late, shown('a'), 6_001, around);
    expect([soon.state, late.state]).toEqual(['portal-on-load', 'portal-late']);
  });

  it('the look-up, within ten seconds of the last key, also in a field that it made appear', () => {
    const around = { firstActAt: 500, lookupKeyAt: 20_000 };
    const [old, appeared, late] = [new Track(1_000), new Track(21_000), new Track(1_000)];
    read(old, shown('a'), 30_000, around);
    read(appeared, shown('a'), 21_000, around);
    read(late, shown('a'), 30_001, around);
    expect([old.state, appeared.state, late.state]).toEqual([
      'portal-on-lookup',
      'portal-on-lookup',
      'portal-late',
    ]);
  });

  it('a hand, when the value changed after its act', () => {
    const track = new Track(0);
    handActed(track, 'typed', 10_000);
    read(track, shown('a'), 10_050, nobody);
    expect(track.state).toBe('typed');
  });

  it('not a hand, when a list was merely touched long before', () => {
    const track = new Track(0);
    handActed(track, 'chosen', 10_000);
    read(track, shown(null), 10_050, nobody);
    read(track, shown(null), 11_500, nobody);
    read(track, shown('a'), 11_600, { firstActAt: 1, lookupKeyAt: NEVER });
    expect(track.state).toBe('portal-late');
  });

  it('a hand, when something was chosen in an open list, however long that stayed open', () => {
    const track = new Track(0);
    read(track, shown(undefined), 9_000, nobody);
    handActed(track, 'chosen', 10_000, true);
    read(track, shown(undefined), 10_050, nobody);
    read(track, shown(undefined), 14_000, nobody);
    // It has closed, and the library has yet to write.
    const [slow, quick] = [structuredClone(track), track];
    read(slow, shown(null), 15_000, nobody);
    for (const it of [slow, quick]) read(it, shown('a'), 15_100, nobody);
    expect([slow.state, quick.state]).toEqual(['chosen', 'chosen']);
  });

  it('not a hand, when a list was merely opened while the portal filled it, or what was chosen stood there', () => {
    const around = { firstActAt: 1, lookupKeyAt: NEVER };
    const [opened, same] = [new Track(0), new Track(0)];
    handActed(opened, 'chosen', 10_000);
    read(opened, shown(undefined), 10_100, around);
    read(opened, shown('a'), 10_200, around);
    handActed(same, 'chosen', 10_000, true);
    read(same, shown(null), 10_100, around);
    read(same, shown(null), 11_200, around);
    read(same, shown('a'), 11_300, around);
    expect([opened.state, same.state]).toEqual(['portal-late', 'portal-late']);
  });

  it('the portal late, when it overwrote what a person typed', () => {
    const track = new Track(0);
    handActed(track, 'typed', 10_000);
    read(track, shown('a'), 10_050, nobody);
    read(track, shown('b'), 12_000, { firstActAt: 1, lookupKeyAt: 11_000 });
    expect(track.state).toBe('portal-late');
  });

  it('the browser, where it says so', () => {
    const track = new Track(0);
    handActed(track, 'typed', 10_000);
    read(track, { ...shown('a'), autofilled: true }, 10_050, nobody);
    expect(track.state).toBe('browser');
  });

  it('nobody, after the value is gone', () => {
    const track = new Track(0);
    read(track, shown('a'), 10, nobody);
    read(track, shown(null), 20, nobody);
    expect(track.state).toBe('empty');
  });

  it('the portal, however late the field came, when nobody had acted by then', () => {
    const track = new Track(0);
    read(track, shown('a'), 6_000, { firstActAt: 6_000, lookupKeyAt: NEVER });
    expect(track.state).toBe('portal-on-load');
  });

  it('the portal late, when it overwrote a hand in a field that has just appeared', () => {
    const track = new Track(0);
    handActed(track, 'typed', 1_000);
    read(track, shown('a'), 1_050, nobody);
    read(track, shown('b'), 2_000, { firstActAt: 1_000, lookupKeyAt: NEVER });
    expect(track.state).toBe('portal-late');
  });

  it('a hand, when the library wrote what was chosen within a second, and not after it', () => {
    const around = { firstActAt: 1, lookupKeyAt: NEVER };
    const [quick, slow] = [new Track(0), new Track(0)];
    for (const track of [quick, slow]) {
      handActed(track, 'chosen', 10_000);
      read(track, shown(null), 10_500, around);
    }
    read(quick, shown(null), 11_000, around);
    read(slow, shown(null), 11_001, around);
    for (const track of [quick, slow]) read(track, shown('a'), 11_050, around);
    expect([quick.state, slow.state]).toEqual(['chosen', 'portal-late']);
  });

  it.each([
    ['whoever it was of, when a script takes it away and brings it back', [null, 'a'], 'typed'],
    ['the portal late, when a script takes it away and brings something else', [null, 'b'], 'portal-late'],
    ['the portal late, when it is what a script had written over it', ['b', null, 'b'], 'portal-late'],
    ['the portal late, when it is what a hand wrote and a script wrote over', ['b', 'a'], 'portal-late'],
  ] as const)('%s', (_who, written, state) => {
    const track = new Track(0);
    handActed(track, 'typed', 10_000);
    read(track, shown('a'), 10_050, nobody);
    for (const value of written) read(track, shown(value), 12_000, { firstActAt: 1, lookupKeyAt: NEVER });
    expect(track.state).toBe(state);
  });

  it('not a hand, when its key had changed nothing', () => {
    const track = new Track(0);
    handActed(track, 'typed', 10_000);
    read(track, shown(null), 10_050, nobody);
    read(track, shown('a'), 10_100, { firstActAt: 10_000, lookupKeyAt: NEVER });
    expect(track.state).toBe('portal-late');
  });

  it('the look-up, also where its key is known only afterwards, and never before the key or in place of the browser', () => {
    const around = { firstActAt: 1, lookupKeyAt: NEVER };
    const [asked, before, empty, browser] = [new Track(0), new Track(0), new Track(0), new Track(0)];
    const atOnce = new Track(0);
    for (const track of [asked, atOnce, before]) read(track, shown('a'), 10_000, around);
    read(browser, { ...shown('a'), autofilled: true }, 10_000, around);
    lookedUp(before, 10_001);
    lookedUp(atOnce, 10_000);
    expect(atOnce.state).toBe('portal-on-lookup');
    for (const track of [asked, empty, browser]) lookedUp(track, 0);
    expect([asked, before, empty, browser].map(({ state }) => state)).toEqual([
      ...['portal-on-lookup', 'portal-late'],
      ...['empty', 'browser'],
    ]);
  });
});

it('an error is counted each time it comes, not each time it is seen', () => {
  const track = new Track(0);
  const look = (error: boolean, at: number) =>
    read(track, { value: null, autofilled: false, error }, at, { firstActAt: null, lookupKeyAt: NEVER });
  for (const [at, error] of [false, true, true, false, true].entries()) look(error, at);
  expect(track).toMatchObject({ error: true, errorsShown: 2 });
});

describe('corrections', () => {
  const type = (track: Track, value: string | null, at: number) => {
    handActed(track, 'typed', at);
    read(track, { value, autofilled: false, error: false }, at, { firstActAt: 0, lookupKeyAt: NEVER });
  };

  it('count coming back and changing, not rewriting within one visit', () => {
    const track = new Track(0);
    focused(track);
    // An input method writes "a", takes it back and writes "â".
    type(track, 'a', 1);
    type(track, null, 2);
    type(track, 'â', 3);
    left(track);
    expect(track.corrections).toBe(0);
    focused(track);
    left(track);
    expect(track.corrections).toBe(0);
    focused(track);
    type(track, 'b', 10);
    left(track);
    expect(track).toMatchObject({ corrections: 1, focusCount: 3 });
  });

  it('are not made by coming back and leaving the same value', () => {
    const track = new Track(0);
    for (const at of [1, 10]) {
      focused(track);
      type(track, null, at);
      type(track, 'a', at + 1);
      left(track);
    }
    expect(track.corrections).toBe(0);
  });

  it('are not made by who first writes over what the portal had filled in, nor by filling in what was emptied', () => {
    const track = new Track(0);
    read(track, { value: 'a', autofilled: false, error: false }, 1, { firstActAt: null, lookupKeyAt: NEVER });
    const visits = (['b', null, 'c', 'd'] as const).map((value, nth) => {
      focused(track);
      type(track, value, 10_000 * (nth + 1));
      left(track);
      return track.corrections;
    });
    expect(visits).toEqual([0, 1, 1, 2]);
  });

  it('are not made by a letter that is taken back at once, which leaves the value to whom it was', () => {
    const track = new Track(0);
    read(track, { value: 'a', autofilled: false, error: false }, 1, { firstActAt: null, lookupKeyAt: NEVER });
    focused(track);
    type(track, 'ab', 10_000);
    type(track, 'a', 10_001);
    expect(left(track)).toBe(true);
    expect(track).toMatchObject({ state: 'portal-on-load', corrections: 0 });
    expect(left(track)).toBe(false);
  });

  it('are not made by who only looks at what the portal wrote over theirs', () => {
    const track = new Track(0);
    const write = (value: string, at: number) =>
      read(track, { value, autofilled: false, error: false }, at, { firstActAt: 0, lookupKeyAt: NEVER });
    focused(track);
    type(track, 'a', 1);
    left(track);
    write('b', 10);
    focused(track);
    left(track);
    expect(track.corrections).toBe(0);
    // What it wrote under their hand is put right by them all the same.
    focused(track);
    type(track, 'c', 20);
    left(track);
    expect(track.corrections).toBe(1);
  });
});

describe('digests', () => {
  it('are equal for what a portal merely tidies up', () => {
    expect(digestOf(' lò thị  hoa ')).toBe(digestOf('LÒ THỊ HOA'));
    expect(digestOf('20/05/1999')).toBe(digestOf('20-05-1999'));
    expect(digestOf('Lò Thị Hoa'.normalize('NFD'))).toBe(digestOf('Lò Thị Hoa'));
  });
  it('differ for another value, and hold nothing of it', () => {
    expect(digestOf('Tày')).not.toBe(digestOf('Táy'));
    expect(digestOf('012345678901')).not.toContain('012');
  });
  it('are null for nothing', () => expect(digestOf('   ')).toBeNull());
  it('tell a lone sign from nothing and from another', () => {
    expect(digestOf('-')).not.toBeNull();
    expect(digestOf('-')).not.toBe(digestOf('+'));
  });
  it('differ for long values that differ in one sign alone, wherever that stands', () => {
    const one = 'Ấp'.repeat(40);
    const others = [...one].map((_, at) => `${one.slice(0, at)}x${one.slice(at + 1)}`);
    expect(others.map(digestOf)).not.toContain(digestOf(one));
  });
});

describe('flags and the share of autofill', () => {
  it('flags what should have been filled and ended typed, chosen or empty', () => {
    const states = ['typed', 'chosen', 'empty', 'browser', 'portal-on-load', 'portal-late'] as const;
    const flagged = withFlags(states.map((state, order) => field({ state, order, subject: 'other' })));
    expect(flagged.map(({ flags }) => flags.length)).toEqual([1, 1, 1, 0, 0, 0]);
  });

  it('flags the second asking of the same kind of the same person, among visible fields', () => {
    const id = { kind: 'personal-id', expectation: 'none' } as const;
    const flagged = withFlags([
      field({ ...id, order: 1, subject: 'mother', visible: false }),
      field({ ...id, order: 2, subject: 'mother' }),
      field({ ...id, order: 3, subject: 'father' }),
      field({ ...id, order: 4, subject: 'mother' }),
      field({ kind: 'death-time', order: 5 }),
      field({ kind: 'death-time', order: 6 }),
    ]);
    expect(flagged.map(({ flags }) => flags.includes('asked-again'))).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it.each([
    ['n/1/con.0.hoTen', 'n/1/con.1.hoTen', false],
    ['n/1/con_1_hoTen', 'n/1/con_10_hoTen', false],
    ['n/1/con[0]', 'n/1/con[1]', false],
    ['n/1/con.0.hoTen', 'n/2/con.0.tenGoi', true],
    ['n/1/nnt_04_ten', 'n/1/nnt_09_ten', true],
    ['n/1/ctl00_C_gv_ctl02_ten', 'n/1/ctl00_C_gv_ctl03_ten', false],
    ['n/1/ctl00_C_ten', 'n/1/ctl00_D_ten', true],
  ])('takes every row of a list for somebody else: %s, %s', (first, second, again) => {
    const name = { kind: 'full-name', subject: 'child' } as const;
    const flagged = withFlags([
      field({ ...name, key: first, order: 1 }),
      field({ ...name, key: second, order: 2 }),
    ]);
    expect(flagged.map(({ flags }) => flags.includes('asked-again'))).toEqual([false, again]);
  });

  it.each([
    [{ section: 'Con thứ nhất' }, { section: 'Trang 2 - CON THỨ HAI' }, false],
    [{ section: 'Khách 1' }, { section: 'Khách 2' }, false],
    [{ section: 'Trưởng đoàn' }, { section: 'Người phụ thuộc (2)' }, false],
    [{ label: 'Họ tên con thứ 1' }, { label: 'Họ tên con thứ 2' }, false],
    [{ label: 'Con 1: họ tên' }, { label: 'Con 2: họ tên' }, false],
    [{ section: 'Con thứ hai' }, { section: 'Con thứ hai', label: 'Tên con' }, true],
    [{ section: '1. Người con' }, { section: '2. Người con' }, true],
    [{ section: 'Phần 1' }, { section: 'Phần 12' }, true],
    [{ section: 'Bước 1: Con' }, { section: 'Bước 2: Con' }, true],
    [{ label: 'Họ tên' }, { label: 'Nhập họ tên lần 2' }, true],
  ])('takes those that are told apart by a number for several: %o, %o', (first, second, again) => {
    const name = { kind: 'full-name', subject: 'child' } as const;
    const flagged = withFlags([
      field({ ...name, ...first, order: 1 }),
      field({ ...name, ...second, order: 2 }),
    ]);
    expect(flagged.map(({ flags }) => flags.includes('asked-again'))).toEqual([false, again]);
  });

  it('takes the parts of one place for one question, and each of them asked twice for two', () => {
    const labels = ['Nơi sinh', 'Tỉnh/Thành phố', 'Phường/Xã', 'Nơi sinh chi tiết', 'Nơi sinh: tỉnh'];
    const place = { kind: 'birth-place', subject: 'child' } as const;
    const flagged = withFlags(labels.map((label, order) => field({ ...place, label, order })));
    expect(flagged.map(({ flags }) => flags.includes('asked-again'))).toEqual([
      ...[false, false, false, false],
      true,
    ]);
  });

  it('counts only visible fields that should have been filled', () => {
    const fields = withFlags([
      field({ order: 1, kind: 'gender', state: 'portal-on-lookup' }),
      field({ order: 2, kind: 'ethnicity', state: 'chosen' }),
      field({ order: 3, kind: 'nationality', state: 'empty' }),
      field({ order: 4, kind: 'residence', state: 'empty', visible: false }),
      field({ order: 5, kind: 'reason', expectation: 'none', state: 'typed' }),
      field({ order: 6, kind: 'religion', state: 'typed' }),
      field({ order: 7, kind: 'hometown', state: 'browser' }),
    ]);
    expect(tally(fields)).toEqual({ expected: 5, byPortal: 1, byHand: 3, empty: 1, askedAgain: 0 });
  });
});

describe('a return to the declaration', () => {
  const typed = {
    label: '',
    section: '',
    order: 1,
    state: 'typed',
    corrections: 1,
    focusCount: 2,
    activeMs: 500,
    errorsShown: 0,
  } as const;
  const earlier = { [field({}).key]: typed };

  it('keeps who entered what the portal brings back, and goes on counting', () => {
    const now = field({ state: 'portal-on-load', focusCount: 1, errorsShown: 1 });
    const before = { ...typed, errorsShown: 2 };
    expect(carryOver(now, { [now.key]: before })).toEqual({
      ...now,
      order: 1,
      state: 'typed',
      corrections: 1,
      focusCount: 3,
      activeMs: 500,
      errorsShown: 3,
    });
  });
  it('takes a look-up that answers this time as the look-up', () => {
    expect(carryOver(field({ state: 'portal-on-lookup' }), earlier).state).toBe('portal-on-lookup');
  });
  it('takes what happens anew as it is', () => {
    expect(carryOver(field({ state: 'empty' }), earlier).state).toBe('empty');
    expect(carryOver(field({ state: 'chosen' }), earlier).state).toBe('chosen');
    expect(
      carryOver(field({ state: 'portal-on-load' }), { [field({}).key]: { ...typed, state: 'empty' } }).state,
    ).toBe('portal-on-load');
  });
  it('has its own place in the form, and what a later page asks comes after it, each in its frame', () => {
    const frames = { 'national/1/a': { ...typed, order: 7 }, 'national.1/1/b': { ...typed, order: 10_004 } };
    const orderOf = (key: string, order: number) => carryOver(field({ key, order }), frames).order;
    expect(orderOf('national/1/a', 2)).toBe(7);
    expect(orderOf('national/1/c', 2)).toBe(9);
    expect(orderOf('national.1/1/d', 10_001)).toBe(10_005);
    expect(orderOf('national.2/1/e', 20_001)).toBe(20_001);
  });
  it('finds its field in whatever place its section has now, and no other page’s, frame’s or section’s', () => {
    const asked = { key: 'national/2/con_HoTen', label: 'Họ tên', section: 'Người con' };
    const known = { [asked.key]: { ...typed, ...asked } };
    const keyOf = (facts: Partial<FieldFacts>) => keyAmong(known, field({ ...asked, ...facts }));
    expect(keyOf({})).toBe(asked.key);
    expect(keyOf({ key: 'national/3/con_HoTen' })).toBe(asked.key);
    // A heading of its own may change, and its label comes later than the field itself.
    expect(keyOf({ section: 'Con' })).toBe(asked.key);
    expect(keyOf({ label: '' })).toBe(asked.key);
    const bare = { [asked.key]: { ...typed, section: asked.section } };
    expect(keyAmong(bare, field(asked))).toBe(asked.key);
    for (const key of ['national.1/3/con_HoTen', 'justice/3/con_HoTen', 'national/3/con_HoTenKhac'])
      expect(keyOf({ key })).toBe(key);
    expect(keyOf({ key: 'national/3/con_HoTen', section: 'Người mẹ' })).toBe('national/3/con_HoTen');
    expect(keyOf({ label: 'Họ tên cha' })).toBe('national/1/con_HoTen');
  });
});
