import type { Expectation, Kind, Subject } from '../field.ts';

/**
 * What the words of a label mean. Folded text (lib/text): lower case, no diacritics. Among the phrases found in a
 * label the longest decides. Sources: the labelled declarations of the portals (autumn 2026), the State's own paper
 * forms, and the administrative terms before and after July 2025, when districts ended.
 */
export interface KindRule {
  kind: Kind;
  phrase: string;
  /** Only the whole label counts, for words too short or too common to be looked for inside others. */
  whole?: true;
  /** Only for fields of one of these. */
  subjects?: readonly Subject[];
  /** Overrides the expectation that kind and subject alone would give. */
  expect?: Expectation;
}

/** Phrases that mean a kind wherever they stand in a label. */
const ANYWHERE: Partial<Record<Kind, string>> = {
  'full-name':
    'ten chu xe|ten chu su dung|ten chu so huu|ho va ten khai sinh|ten nguoi su dung dat|ten chu tai khoan|chu ho|ho, chu dem, ten|ho, chu dem va ten|ho chu dem ten|ho va ten|ho ten|ho, ten|ten chu ho|ten chu dau tu|ten chu nhiem|ten chu tri|nguoi dai dien|ten nguoi|nguoi nhan uy quyen',
  'family-name': 'ho nguoi|ho cua',
  'middle-name': 'chu dem|ten dem|ten lot',
  'given-name': 'ten goi|ten con|ten nguoi duoc khai sinh',
  'personal-id':
    'so dinh danh|so ddcn|so dd ca nhan|ma dinh danh|ma so dinh danh|so can cuoc|so cccd|so the can cuoc|cccd|so cmnd/cccd|so cccd/giay to tuy than|so cmnd hoac cccd|cmnd/cccd|so giay cccd|nsdh',
  'id-document-type':
    'loai giay to|giay to tuy than|giay to phap ly|giay to chung thuc ca nhan|loai giay to khac',
  'id-document-number':
    'so ho chieu|ho chieu so|so giay chung minh|so giay to|so cmnd|so chung minh|so ho chieu|so giay to tuy than|so cmnd cu|so/ngay cap cmnd',
  'id-issue-date': 'cap ngay|ngay cap ho chieu|ngay cap|ngay, thang, nam cap|ngay thang nam cap|cap ngay',
  'id-issue-place': 'noi cap|co quan cap|cap boi|cap tai',
  'birth-date':
    'ngay/thang/nam sinh|nam sinh|sinh nam|ngay, thang, nam sinh|ngay thang nam sinh|ngay sinh|sinh ngay|nam sinh|ngay/thang/nam sinh',
  'birth-date-words': 'bang chu',
  'birth-place': 'noi sinh',
  gender: 'gioi tinh|nam/nu',
  ethnicity: 'dan toc',
  nationality: 'quoc tich',
  religion: 'ton giao',
  hometown: 'que quan|nguyen quan',
  'residence-type': 'loai cu tru|loai hinh cu tru',
  residence:
    'noi dang ky thuong tru|noi dang ky tam tru|dia chi noi thuong tru|dia chi cho o|noi o hien tai|dia chi hien nay|noi hien dang cu tru|tinh/thanh pho · phuong/xa|tinh/thanh pho · xa/phuong|noi cu tru|noi thuong tru|noi tam tru|noi o hien tai|noi o hien nay|noi o|cho o hien nay|cho o hien tai|dia chi thuong tru|dia chi tam tru|dia chi lien he|dia chi lien lac|dia chi hien tai|dia chi cu tru|dia chi|hktt|ho khau thuong tru|cu tru tai|thuong tru|tam tru tai',
  'residence-country': 'quoc gia',
  'residence-province':
    'tinh, thanh pho truc thuoc trung uong|tinh (tp)|tinh/thanh pho|tinh/tp|tinh, thanh pho|tinh thanh|thanh pho truc thuoc',
  'residence-ward':
    'xa, phuong, dac khu|xa (phuong)|phuong/xa|xa/phuong|xa, phuong|phuong, xa|xa/phuong/dac khu|phuong/xa/dac khu|xa/phuong/thi tran|dac khu',
  'residence-detail':
    'so nha, duong|dia chi chi tiet|dia chi thuong tru: so nha|dia chi chi tiet|so nha|thon/xom|to/thon|thon, xom|to dan pho|duong/pho|chi tiet dia chi|dia chi cu the|duong pho|ap/thon|thon, to',
  phone: 'dien thoai|sdt|so dt|di dong|hotline',
  email: 'email|e-mail|thu dien tu|hop thu',
  'marital-status': 'tinh trang hon nhan',
  'marriage-count': 'ket hon lan thu|so lan ket hon|ket hon lan',
  relationship: 'la gi cua|quan he gia dinh|tu cach|quan he voi|quan he khac|moi quan he|quan he cua|quan he',
  'insurance-number':
    'ma so bhxh|so bhxh|so so bhxh|so so bao hiem|ma so bao hiem|so the bao hiem|so the bhyt|ma the bhyt|ma so the bhyt|so bao hiem xa hoi|ma bhxh|so dinh danh bhxh',
  'tax-code': 'ma so thue|mst|ma so doanh nghiep|ma so ho kinh doanh|ma so dn|msdn',
  'business-name':
    'ten cong ty|ten thuong mai|ten doanh nghiep viet|ten co quan|ten chi nhanh|ten ho kinh doanh|ten doanh nghiep|ten don vi|ten cong ty|ten to chuc|ten co so|ten co quan, don vi|ten viet tat|ten hkd|co quan chi tra thu nhap|ten tieng nuoc ngoai|ten bang tieng',
  'business-line':
    'nganh, nghe dang ky|nganh nghe chinh|nganh, nghe chinh|nganh, nghe kinh doanh|nganh nghe|ma nganh|ten nganh|nganh, nghe|linh vuc kinh doanh|nganh kinh doanh',
  'business-capital':
    'von dieu le|phan von gop|gia tri phan von|von kinh doanh|von dieu le|von dau tu|von gop|tong von',
  'land-certificate-number':
    'so vao so|so vao so cap gcn|so gcn|so phat hanh gcn|so hieu gcn|so gcn|so giay chung nhan quyen su dung dat|so phat hanh|so vao so cap|so so do|so seri|so giay chung nhan qsd',
  'land-parcel':
    'thua dat so|to ban do so|dia chi dat|muc dich su dung dat|hinh thuc su dung dat|thoi han su dung dat|nguon goc su dung|thua dat|so thua|so to ban do|to ban do|lo dat|dia diem xay dung|dia chi thua dat|tai duong|vi tri dat|loai dat|muc dich su dung dat|dia chi khu dat',
  'land-area': 'dien tich cap|dien tich dat|dien tich thua|dien tich su dung dat|dien tich',
  'civil-record-type':
    'loai giay to can|giay to ho tich can|ten giay to ho tich|loai giay to ho tich|loai ho tich',
  'civil-record-number':
    'so dang ky khai sinh|so giay khai sinh|so giay chung nhan ket hon|so trich luc|so khai sinh',
  'civil-record-book': 'quyen so|so quyen',
  'civil-record-date':
    'ngay dang ky khai sinh|ngay dang ky ket hon|ngay dang ky khai tu|ngay, thang, nam dang ky',
  'civil-record-place':
    'noi dang ky khai tu|noi da dang ky ket hon|co quan dang ky khai sinh|tai uy ban|co quan dang ky ho tich|noi dang ky khai sinh|noi dang ky ket hon|da dang ky khai sinh tai|da dang ky tai|noi dang ky ho tich|da dang ky ket hon tai|noi du dinh dang ky ket hon|co quan da dang ky|noi da dang ky',
  'death-date':
    'ngay, thang, nam chet|ngay chet|ngay mat|ngay, thang, nam mat|ngay tu vong|chet ngay|thoi diem chet|da chet ngay|da chet vao',
  'death-time': 'gio chet|phut chet|chet luc|gio phut chet|vao luc|gio mat',
  'death-place': 'noi chet|noi mat|noi tu vong|chet tai',
  'death-cause': 'nguyen nhan chet|nguyen nhan tu vong|nguyen nhan mat',
  'death-notice': 'so giay bao tu|giay to thay the giay bao tu|giay bao tu|giay chung tu|trich luc khai tu',
  'birth-notice': 'giay chung sinh|chung sinh so',
  'registration-type':
    'loai hinh doanh nghiep|loai giam ho|loai ho so|hinh thuc cap|loai phieu|yeu cau cap phieu|de nghi cap loai|truong hop cap|loai bien dong|hinh thuc thay doi|loai dang ky xe|loai dang ky|loai khai sinh|loai khai tu|loai yeu cau|loai thu tuc|hinh thuc dang ky|loai hinh dang ky|truong hop dang ky|loai viec|de nghi co quan dang ky viec|truong hop',
  'request-content':
    'noi dung bien dong|de nghi duoc|noi dung thay doi, cai chinh|noi dung trinh bay|noi dung cu|noi dung moi|thay doi tu|thay doi thanh|yeu cau thay doi|noi dung yeu cau|noi dung de nghi|noi dung thay doi|noi dung dieu chinh|noi dung can cai chinh|noi dung cai chinh|yeu cau khac|de nghi cap|de nghi cho toi|yeu cau cap|noi dung xin|noi dung bien dong',
  reason:
    'ly do bien dong|ly do thay doi|ly do cap lai|muc dich yeu cau cap|ly do de nghi cap|ly do|muc dich su dung giay xac nhan|muc dich su dung|muc dich yeu cau|ghi ro muc dich|muc dich xin|muc dich',
  copies:
    'so luong phieu|so phieu|so bo|so luong ban chung thuc|so luong ban giay|so luong ban|so ban sao|cap ban sao|so luong ban sao|ban sao|so ban|so luong trich luc',
  'result-method':
    'dia chi nhan ket qua|hinh thuc tra|noi nhan ho chieu|dang ky nhan ket qua|hinh thuc nhan ket qua|cach nhan ket qua|noi nhan ket qua|nhan ket qua|phuong thuc nhan|nhan qua buu dien|qua buu dien|hinh thuc tra ket qua|nhan gplx qua|dia chi nhan ket qua',
  agency:
    'co quan cap ho chieu|noi cap the|co quan dang ky xe|van phong dang ky dat dai|chi nhanh van phong dang ky|kinh gui|co quan tiep nhan|noi tiep nhan|don vi tiep nhan|co quan thuc hien|co quan bhxh|co quan thue|co quan dang ky kinh doanh|co quan giai quyet|don vi giai quyet|noi nop ho so|co quan thue quan ly|truong dang ky|co quan nhan ho so|noi nop',
};

/** Labels that mean a kind only when they are nothing else. */
const WHOLE: Partial<Record<Kind, string>> = {
  'family-name': 'ho',
  'middle-name': 'dem',
  'given-name': 'ten',
  'id-document-number': 'so',
  'residence-province': 'tinh|thanh pho|tinh (thanh pho)',
  'residence-ward': 'xa|phuong|phuong xa',
  'residence-detail': 'chi tiet|chi tiet (neu co)|duong',
  residence: 'dia chi',
  'request-content': 'noi dung|yeu cau|de nghi',
  'id-document-type': 'giay to|loai giay',
  'full-name': 'ten nguoi|nguoi khai',
  phone: 'dt|tel|phone',
  copies: 'so luong',
  relationship: 'la|de nghi cho',
  'registration-type': 'loai',
};

/** Rules that need more than a phrase. */
const SPECIAL: readonly KindRule[] = [
  // Registers hold these, and no kind of ours is meant for them.
  { kind: 'other', phrase: 'ngay cap gcn', expect: 'from-database' },
  { kind: 'other', phrase: 'ma so ho gia dinh', expect: 'from-database' },
  // What is asked for is the citizen's own choice; what the record is called stands in the civil-status database.
  { kind: 'civil-record-type', phrase: 'loai viec yeu cau', expect: 'none' },
  { kind: 'civil-record-number', phrase: 'so dang ky', subjects: ['civil-record'] },
  { kind: 'civil-record-date', phrase: 'ngay dang ky', subjects: ['civil-record'] },
  { kind: 'death-time', phrase: 'gio', whole: true, subjects: ['deceased'] },
  { kind: 'death-time', phrase: 'phut', whole: true, subjects: ['deceased'] },
  { kind: 'civil-record-place', phrase: 'noi du dinh dang ky ket hon', expect: 'none' },
  { kind: 'residence', phrase: 'trong thoi gian cu tru tai', expect: 'none' },
  { kind: 'business-capital', phrase: 'bang chu', subjects: ['business'], expect: 'derived' },
];

/** Things that look like a kind and are none: papers, licences and acts that no register of persons holds. */
const NOTHING =
  'nhom mau|trinh do hoc van|ten goi khac|mau son|so cho|nam san xuat|nuoc san xuat|trong tai|so tai khoan|tai ngan hang|ten ngan hang|so tien|muc huong|thoi han|chuc danh|nghe nghiep hien nay|co quan cong tac|ten va dia chi co quan|so trang|ten giay to|loai giay to can chung thuc|loai van ban|an tich|che do huong|luong huu|so quyet dinh|ngay quyet dinh|so hop dong|chieu dai|mat khau|nghia vu tai chinh|giay to lien quan|giay to kem theo|giay to nop kem|tai lieu kem theo|ma ho so xe|tu thang|den thang|thoi gian bat dau|thoi gian|so con|dau van tay|anh chan dung|chieu cao|quan he hon nhan cua cha me|ngay cap gplx|noi cap gplx|ngay cap gplx|gplx|giong dia chi thuong tru|dia chi lien lac giong|giong ho khau thuong tru|nguoi cha, me co quoc tich|giay phep lai xe|giay kham suc khoe|chung chi hanh nghe|nguoi ky|ngay lam don|ngay ke khai|ngay de nghi|noi gui|ngay kham|ngay het han|co gia tri den|so tang|so lao dong|so luong lao dong|chieu cao|cot xay dung|dien tich xay dung|dien tich san|tong dien tich|quan/huyen|huyen|cam doan|cam ket|chiu trach nhiem|giong dia chi|giong ho khau|chu ho la|ho so kem theo|giay to can cu|can cu|nghe nghiep|noi lam viec|chuc vu|kham chua benh|kham, chua benh|kcb|so the can bo|mat khau|ghi chu|lam tai|giay xac nhan khuyet tat|tinh trang di hoc|hinh thuc nhan thong bao|tinh trang dang ky|so ho so|ma ho so|tu ngay|den ngay|website|fax|ngay bat dau|phuong phap|phuong thuc dong|muc tien|so khung|so may|bien so|nhan hieu|so loai|dung tich|so chung nhan|noi hoc|hoc lai xe|giay to lam can cu|giay to chung minh|trinh do|to truong|cap cong trinh|hang muc';

const rows = (table: Partial<Record<Kind, string>>, whole?: true): KindRule[] =>
  Object.entries(table).flatMap(([kind, phrases]) =>
    phrases.split('|').map((phrase) => ({ kind: kind as Kind, phrase, ...(whole && { whole }) })),
  );

/** Every rule of the vocabulary. */
export const KIND_RULES: readonly KindRule[] = [
  ...SPECIAL,
  ...rows(ANYWHERE),
  ...rows(WHOLE, true),
  ...NOTHING.split('|').map((phrase) => ({ kind: 'other' as const, phrase, expect: 'none' as const })),
];

/** These decide over longer phrases that merely stand beside them: all of a death notice is the notice. */
export const OVERRIDING: ReadonlySet<Kind> = new Set<Kind>([
  'death-notice',
  'birth-notice',
  'relationship',
  'copies',
  'result-method',
]);
