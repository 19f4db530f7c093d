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
    'nguoi nhan|nguoi huong|ho, ten dem|ho dem va ten|ho, dem va ten|ten day du|nguoi duoc uy quyen|nguoi giam ho|ten vo|ten chong|ten cha|ten me|ten bo|nguoi thua ke|nguoi nop tien|ten chu xe|ten chu su dung|ten chu so huu|ten chu tai khoan|chu ho|ho, chu dem, ten|ho, chu dem va ten|ho chu dem ten|ho va ten|ho ten|ho, ten|ten chu ho|ten chu dau tu|ten chu nhiem|ten chu tri|nguoi dai dien|ten nguoi',
  'family-name': 'ho nguoi|ho cua',
  'middle-name': 'chu dem|ten dem|ten lot',
  'given-name': 'chu dem va ten|ten dem va ten|ten goi|ten con|ten nguoi duoc khai sinh',
  'personal-id':
    'so giay to dinh danh|ddcn|so the cccd|can cuoc cong dan so|the can cuoc|can cuoc so|can cuoc/ho chieu|pin|so dinh danh|so ddcn|so dd ca nhan|ma dinh danh|ma so dinh danh|so can cuoc|so cccd|so the can cuoc|cccd|so cmnd/cccd|so cccd/giay to tuy than|so cmnd hoac cccd|cmnd/cccd|so giay cccd|nsdh',
  'id-document-type':
    'giay to dinh danh|loai giay to nhan than|ten giay to tuy than|loai giay to|giay to tuy than|giay to phap ly|giay to chung thuc ca nhan',
  'id-document-number':
    'giay to nhan than|giay to tuy than so|giay to phap ly so|chung minh nhan dan|ho chieu|so, ky hieu giay to|so hieu ho chieu|cmnd|so ho chieu|so giay chung minh|so giay to|so cmnd|so chung minh|so giay to tuy than|so/ngay cap cmnd',
  'id-issue-date': 'cap ngay|ngay cap ho chieu|ngay cap|ngay, thang, nam cap|ngay thang nam cap',
  'id-issue-place': 'noi cap the|cuc cap|noi cap|co quan cap|cap boi|cap tai',
  'birth-date':
    'ngay thang nam sinh|ngay, thang, nam sinh|sinh vao ngay|ngay thang sinh|ngay/thang/nam sinh|nam sinh|sinh nam|ngay sinh|sinh ngay',
  'birth-date-words': 'bang chu',
  'birth-place': 'noi sinh',
  gender: 'gioi tinh|nam/nu',
  ethnicity: 'dan toc',
  nationality: 'quoc tich',
  religion: 'ton giao',
  hometown: 'que quan|nguyen quan',
  'residence-type': 'loai cu tru|loai hinh cu tru',
  residence:
    'noi o|noi cu ngu|noi sinh song|cho o|noi dang sinh song|noi dang ky ho khau|ho khau|tam tru|noi luu tru|noi dang ky thuong tru|noi dang ky tam tru|noi hien dang cu tru|tinh/thanh pho · phuong/xa|tinh/thanh pho · xa/phuong|noi cu tru|noi thuong tru|noi tam tru|dia chi|hktt|cu tru tai|thuong tru',
  'residence-country': 'quoc gia',
  'residence-province':
    'tinh, tp|tinh/t.pho|tinh, thanh|ten tinh|thanh pho/tinh|tinh (tp)|tinh/thanh pho|tinh/tp|tinh thanh|thanh pho truc thuoc',
  'residence-ward':
    'xa, p|phuong (xa)|xa/p|thi tran|xa (phuong)|phuong/xa|xa/phuong|xa, phuong|phuong, xa|dac khu',
  'residence-detail':
    'xom/ban|thon|khu pho|dia chi (so nha|ngo, ngach|ap|ban, to|dia chi chi tiet|dia chi thuong tru: so nha|so nha|to/thon|to dan pho|duong/pho|chi tiet dia chi|dia chi cu the|duong pho',
  phone: 'so dien thoai|dtdd|dien thoai|sdt|so dt|di dong|hotline',
  email: 'hom thu|dia chi email|dia chi thu dien tu|dia chi e-mail|email|e-mail|thu dien tu|hop thu',
  'marital-status': 'tinh trang hon nhan',
  'marriage-count': 'so lan ket hon|ket hon lan',
  relationship: 'moi lien he voi|la nguoi gi|vai tro|co quan he|la gi cua|tu cach|moi quan he|quan he',
  'insurance-number':
    'so bao hiem y te|so bhyt|the bhyt so|ma so bhyt|so the bh|ma so bhxh|so bhxh|so so bhxh|so so bao hiem|ma so bao hiem|so the bao hiem|so the bhyt|ma the bhyt|ma so the bhyt|so bao hiem xa hoi|ma bhxh|so dinh danh bhxh',
  'tax-code':
    'so dang ky doanh nghiep|ma so chi nhanh|ma so hkd|ma so thue|mst|ma so doanh nghiep|ma so ho kinh doanh|ma so dn|msdn',
  'business-name':
    'ten cslt|ten hkd|ten truong|ten cong ty|ten nguoi su dung lao dong|ten don vi|ten thuong mai|ten co quan|ten chi nhanh|ten ho kinh doanh|ten doanh nghiep|ten to chuc|ten co so|ten viet tat|co quan chi tra thu nhap|ten tieng nuoc ngoai|ten bang tieng',
  'business-line': 'nganh nghe|ma nganh|ten nganh|nganh, nghe|linh vuc kinh doanh|nganh kinh doanh',
  'business-capital':
    'gia tri tuong duong|muc von|so von|ty le gop von|von dieu le|phan von gop|gia tri phan von|von kinh doanh|von dau tu|von gop|tong von',
  'land-certificate-number':
    'so vao so|so gcn|so hieu gcn|so giay chung nhan quyen su dung dat|so phat hanh|so so do|so seri|so giay chung nhan qsd',
  'land-parcel':
    'dia chi tai thua dat|thua so|dia chi dat|hinh thuc su dung dat|thoi han su dung dat|thua dat|so thua|so to ban do|to ban do|lo dat|dia diem xay dung|dia chi thua dat|tai duong|vi tri dat|loai dat|dia chi khu dat',
  'land-area': 'dat o|su dung chung|su dung rieng|dien tich',
  'civil-record-type':
    'loai giay to can|giay to ho tich can|ten giay to ho tich|loai giay to ho tich|loai ho tich',
  'civil-record-number':
    'giay khai sinh so|giay chung tu so|trich luc so|giay chung nhan ket hon so|giay chung tu/trich luc khai tu so|so giay chung nhan|so dang ky ket hon|so khai tu|so dang ky khai tu|so dang ky khai sinh|so giay khai sinh|so trich luc|so khai sinh',
  'civil-record-book': 'quyen|so quyen',
  'civil-record-date':
    'ngay cap giay khai sinh|ngay cap giay chung nhan ket hon|ngay vao so|ngay ket hon|ket hon ngay|ngay, thang, nam ket hon|ngay dang ky khai sinh|ngay dang ky ket hon|ngay dang ky khai tu|ngay, thang, nam dang ky',
  'civil-record-place':
    'dang ky khai tu tai|dang ky khai sinh tai|dang ky ket hon tai|duoc dang ky tai|noi dang ky|tai co quan|co quan da cap|co quan cap giay khai sinh|noi cap giay khai sinh|noi cap giay chung nhan ket hon|ubnd xa noi dang ky|da ket hon tai|ket hon tai|noi ket hon|co quan dang ky khai sinh|tai uy ban|co quan dang ky ho tich|da dang ky khai sinh tai|da dang ky tai|da dang ky ket hon tai|noi du dinh dang ky ket hon|co quan da dang ky|noi da dang ky',
  'death-date':
    'ngay, thang, nam tu vong|ngay tu tran|ngay hy sinh|ngay thang nam mat|thoi gian mat|thoi gian chet|ngay qua doi|chet vao ngay|ngay, thang, nam chet|ngay chet|ngay mat|ngay, thang, nam mat|ngay tu vong|chet ngay|thoi diem chet|da chet ngay|da chet vao',
  'death-time':
    'phut mat|phut tu vong|gio tu vong|gio, phut chet|gio chet|phut chet|chet luc|gio phut chet|vao luc|gio mat',
  'death-place':
    'dia diem mat|dia diem chet|dia diem tu vong|noi hy sinh|noi chet|noi mat|noi tu vong|chet tai',
  'death-cause': 'ly do mat|ly do chet|nguyen nhan tu|nguyen nhan chet|nguyen nhan mat',
  'death-notice': 'so giay bao tu|giay to thay the giay bao tu|giay bao tu|giay chung tu|trich luc khai tu',
  'birth-notice': 'giay chung sinh|chung sinh so',
  'registration-type':
    'loai to khai|loai hinh co so|hinh thuc dang ky|loai cap|hinh thuc bien dong|hinh thuc de nghi|loai de nghi|loai giay phep|loai cong trinh xin|loai ho chieu|loai tro cap|che do de nghi|loai thay doi|noi dung lam thu tuc|loai hinh thay doi|hinh thuc khai|doi tuong nop|loai hinh doanh nghiep|loai giam ho|loai ho so|hinh thuc cap|loai phieu|yeu cau cap phieu|de nghi cap loai|loai bien dong|hinh thuc thay doi|loai dang ky|loai khai sinh|loai khai tu|loai yeu cau|loai thu tuc|loai hinh dang ky|loai viec|de nghi co quan dang ky viec|truong hop',
  'request-content':
    'de nghi khac|yeu cau bo sung|noi dung truoc|noi dung sau|truoc khi bien dong|sau khi bien dong|yeu cau xac nhan|co nhu cau|noi dung khac|noi dung dang ky|de nghi huong|de nghi giai quyet|nguyen vong|thong tin thay doi|thong tin sau thay doi|thong tin truoc thay doi|noi dung bien dong|de nghi duoc|noi dung trinh bay|noi dung cu|noi dung moi|thay doi tu|thay doi thanh|yeu cau thay doi|noi dung yeu cau|noi dung de nghi|noi dung thay doi|noi dung dieu chinh|noi dung can cai chinh|noi dung cai chinh|yeu cau khac|de nghi cap|de nghi cho toi|yeu cau cap|noi dung xin',
  reason: 'ly do de nghi cap|ly do|ghi ro muc dich|muc dich',
  copies:
    'so luong to khai|so luong phieu|so phieu|so bo|so luong ban|cap ban sao|ban sao|so ban|so luong trich luc',
  'result-method':
    'dia chi nhan|dia diem tra|dia chi nguoi nhan|hinh thuc nhan|phuong thuc tra|tra the|cach thuc nhan|noi tra|dia chi buu dien|noi nhan the|hinh thuc tra|noi nhan ho chieu|dang ky nhan ket qua|cach nhan ket qua|noi nhan ket qua|nhan ket qua|phuong thuc nhan|nhan qua buu dien|qua buu dien|nhan gplx qua',
  agency:
    'cong an xa, phuong|co quan thu nhan|noi nhan ho so|phong dkkd|noi giai quyet|don vi thuc hien|co quan cong an|cong an xa|don vi thu ly|uy ban nhan dan|ubnd|co quan dang ky kinh doanh|trung tam dich vu viec lam|so tu phap|co quan quan ly|noi dang ky nhan|co quan cap ho chieu|noi cap the|co quan dang ky xe|van phong dang ky dat dai|chi nhanh van phong dang ky|kinh gui|co quan tiep nhan|noi tiep nhan|don vi tiep nhan|co quan thuc hien|co quan bhxh|co quan thue|co quan giai quyet|don vi giai quyet|truong dang ky|co quan nhan ho so|noi nop',
};

/** Labels that mean a kind only when they are nothing else. */
const WHOLE: Partial<Record<Kind, string>> = {
  'family-name': 'ho',
  'middle-name': 'dem',
  'id-document-number': 'so',
  'residence-province': 'tinh|thanh pho|tinh (thanh pho)',
  'residence-ward': 'xa|phuong|phuong xa',
  'residence-detail': 'chi tiet|chi tiet (neu co)|duong',
  residence: 'dia chi',
  'request-content': 'noi dung|yeu cau|de nghi|tu|thanh|truoc|sau',
  'id-document-type': 'giay to|loai giay',
  'full-name': 'ten nguoi|nguoi khai|ten|nguoi nhan',
  phone: 'dt|tel|phone',
  copies: 'so luong',
  relationship: 'la|de nghi cho',
  'registration-type': 'loai|hinh thuc|truong hop',
  agency: 'don vi|co quan',
};

/** Rules that need more than a phrase. */
const SPECIAL: readonly KindRule[] = [
  { kind: 'birth-date-words', phrase: 'ngay sinh bang chu' },
  { kind: 'business-name', phrase: 'ten', whole: true, subjects: ['business'] },
  { kind: 'death-date', phrase: 'phut, ngay', subjects: ['deceased'] },
  { kind: 'death-time', phrase: 'da chet vao luc', subjects: ['deceased'] },
  { kind: 'death-time', phrase: 'phut', subjects: ['deceased'] },
  { kind: 'death-time', phrase: 'gio', subjects: ['deceased'] },
  { kind: 'death-date', phrase: 'chet', subjects: ['deceased'] },
  {
    kind: 'civil-record-type',
    phrase: 'da dang ky',
    whole: true,
    subjects: ['civil-record'],
    expect: 'none',
  },
  { kind: 'civil-record-place', phrase: 'tai', whole: true, subjects: ['civil-record'] },
  { kind: 'civil-record-number', phrase: 'so', whole: true, subjects: ['civil-record'] },
  { kind: 'civil-record-date', phrase: 'ngay … thang … nam …', subjects: ['civil-record'] },
  { kind: 'civil-record-date', phrase: 'ngay', whole: true, subjects: ['civil-record'] },
  { kind: 'other', phrase: 'muc dich su dung dat', expect: 'from-database' },
  { kind: 'other', phrase: 'ngay ky cap gcn', expect: 'from-database' },
  { kind: 'other', phrase: 'co quan cap gcn', expect: 'from-database' },
  { kind: 'other', phrase: 'thoi han su dung', subjects: ['land'], expect: 'from-database' },
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
  'nguon goc su dung dat|su dung vao muc dich|co quan cap gplx|ghi no|hinh thuc nhan tro cap|y kien|so gcn dkhkd|so loai|ho, chu dem va ten goi khac|ten goi khac|loai giay to can|khuyet tat|so hieu|so to|noi lam don|khung gio|ngay hen|tinh trang suc khoe|so tai khoan|nganh hoc|lop|nghe nghiep, noi lam viec|hoc ba|ho so nop|ma ho so|so ho so|so dang ky xe|so may|ngay vao lam|ngay nghi viec|nhom mau|mau son|so cho|nam san xuat|nuoc san xuat|trong tai|tai ngan hang|ten ngan hang|so tien|muc huong|thoi han|chuc danh|co quan cong tac|ten va dia chi co quan|so trang|ten giay to|loai van ban|an tich|che do huong|luong huu|so quyet dinh|ngay quyet dinh|so hop dong|chieu dai|mat khau|nghia vu tai chinh|giay to lien quan|giay to kem theo|giay to nop kem|tai lieu kem theo|tu thang|den thang|thoi gian|so con|dau van tay|anh chan dung|chieu cao|quan he hon nhan cua cha me|ngay cap gplx|noi cap gplx|gplx|dia chi lien lac giong|nguoi cha, me co quoc tich|giay phep lai xe|giay kham suc khoe|chung chi hanh nghe|nguoi ky|ngay lam don|ngay ke khai|ngay de nghi|noi gui|ngay kham|ngay het han|co gia tri den|so tang|so lao dong|so luong lao dong|cot xay dung|dien tich xay dung|dien tich san|tong dien tich|quan/huyen|huyen|cam doan|cam ket|chiu trach nhiem|giong dia chi|giong ho khau|chu ho la|ho so kem theo|giay to can cu|can cu|nghe nghiep|noi lam viec|chuc vu|kham chua benh|kham, chua benh|kcb|so the can bo|ghi chu|lam tai|giay xac nhan khuyet tat|tinh trang di hoc|hinh thuc nhan thong bao|tinh trang dang ky|tu ngay|den ngay|website|fax|ngay bat dau|phuong phap|phuong thuc dong|muc tien|so khung|bien so|nhan hieu|dung tich|so chung nhan|noi hoc|hoc lai xe|giay to lam can cu|giay to chung minh|trinh do|to truong|cap cong trinh|hang muc';

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
