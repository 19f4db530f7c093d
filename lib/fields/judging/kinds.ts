import type { Expectation, Kind, Subject } from '../field.ts';
import { lexiconOf, phrasesOf } from './lexicon.ts';

/**
 * What the words of a label mean. Folded text (lib/text): lower case, no diacritics. Among the phrases found in a
 * label the longest decides. Sources: the labelled declarations of the portals (autumn 2026), the State's own paper
 * forms, and the administrative terms before and after July 2025, when districts ended. What a number, a date or an
 * office belongs to is not told here but by the papers (papers.ts).
 * `datj`, `matj` and the like are homographs that judge.ts keeps apart. Words written together are names of fields.
 */
interface KindRule {
  kind: Kind;
  mark: string | undefined;
  /** Only for fields of this subject; empty for anybody's. */
  subject: string | undefined;
  /** Overrides the expectation that kind and subject alone would give. */
  expect: Expectation | undefined;
}

/**
 * Phrases that mean a kind wherever they stand in a label; with `^` only where a label begins with them, with `=` only
 * where it says nothing else, for words too short or too common to be looked for inside others; with `@` and a subject
 * only for fields of that.
 */
const ROWS: Partial<Record<Kind, string>> = {
  'full-name': `
ho va ten|ho ten|ten ben|ho, ten|ho, chu dem|ho dem va ten|ho, dem va ten|ho chu dem|ten tai khoan|ten vo
ho va chu dem|ho, ten dem|ho va ten dem|ho ten dem|ho, chu lot|ho chu lot|ho, dem|ho & ten|ho, va ten
ten chong|ten cha|ten me|ten nguoi|ten chu|ten khach hang|ten ca nhan|ten to chuc, ca nhan|chu ho
ten hoc sinh|ten hoc vien|ten sinh vien|ten thi sinh|ten tre|ten be|ten em|ten benh nhan|ten nhan vien
ten lai xe|ten thuyen vien|ten chuyen gia|ten tac gia|ten than nhan|ten thanh vien|ten liet si|ten doi tuong
ten cong dan|ten chi tiet nguoi|ten luat su|ten ong|ten nnt|ten nsdd|ten nld|ten khai sinh
chu tai khoan|nguoi dai dien|nguoi giam ho|nguoi duoc uy quyen|nguoi thua ke|nguoi nhan|nguoi huong
^nguoi|^chu nhiem|^to chuc, ca nhan|^ca nhan, to chuc|^ca nhan/to chuc|^to chuc/ca nhan|ten to chuc/ca nhan
ten ca nhan/to chuc|ten ca nhan, to chuc|datj ten con|datj ten cho con|^ong/ba|^ong (ba|^ong, ba|^luat su huong dan
=giam doc|=tong giam doc|=giam doc/tong giam doc
full name|fullname|hoten|hovaten|tendaydu|=ten day du@requester|=ten|=toi la|=toi ten|=ten toi|=ten toi la
=toi ten la|=toi|=ten goi|=ten goi day du@requester`,
  'family-name': 'ho nguoi|ho cua|^ho theo ho chieu|^ho trong ho chieu|=ho',
  'middle-name': 'chu dem|chu lot|ten dem|ten lot|=dem|=lot',
  'given-name': `
chu dem va ten|ten dem va ten|ten lot va ten|dem va ten|chu lot va ten|ten va chu dem|ten con
ten nguoi duoc khai sinh|^ten theo ho chieu|^ten trong ho chieu`,
  'personal-id': `
dinh danh|ddcn|cccd|can cuoc|ma so cong dan|cmnd/cccd|cmnd, cccd|cmnd hoac cccd|cmnd/can cuoc|cmnd/the can cuoc
cmnd hoac can cuoc|cmnd hoac the can cuoc|cmnd/ddcn|cmnd/dinh danh|cmtnd/cccd|cmt/cccd|chung minh nhan dan/can cuoc
chung minh nhan dan/the can cuoc|chung minh nhan dan hoac can cuoc|ho chieu/cccd|socccd|sodinhdanh
sodinhdanhcanhan|madinhdanh`,
  'id-document-type': `
loai giay to|loai gttt|ten giay to tuy than|giay to tuy than|giay to phap ly|giay to nhan than|giay to dinh danh
giay to xac dinh nhan than|giay to chung minh nhan than|giay to chung minh danh tinh|loai dinh danh
loai ma dinh danh|loai ho chieu/giay to|loaigiayto|=giay to|=loai giay`,
  'id-document-number': `
giay to nhan than/phap nhan|cmnd|cmt|cmtnd|chung minh nhan dan|chung minh thu|ho chieu|passport
giay thong hanh|so giay to|giay to co gia tri di lai quoc te|giay to thay the ho chieu|sogiayto|sohochieu
socmnd|=so`,
  'id-issue-date': `
=ngay cap|=cap ngay|=ngay, thang, nam cap|=ngay thang nam cap|=ngay/thang/nam cap|=ngay cap the|=ngay cap hc
=ngay cap cc|=ngay cap giay to|=duoc cap ngay|=cap vao ngay|^ngay cap, noi cap|^ngay cap/noi cap
^ngay, noi cap|^ngay va noi cap|^ngay cap va noi cap|=ngaycap`,
  'id-issue-place': `
=noi cap|=co quan cap|=don vi cap|=cap boi|=cap tai|=noi cap the|=noi cap hc|=noi cap cc|=noi cap giay to
=co quan cap giay to|=co quan cap the|^noi cap, ngay cap|^noi cap/ngay cap|^noi cap va ngay cap
^noi va ngay cap|=noicap`,
  'birth-date': `
ngay sinh|sinh ngay|nam sinh|sinh nam|ngay thang sinh|ngay, thang sinh|thang nam sinh|thang, nam sinh
thang/nam sinh|sinh vao ngay|date of birth|ngaysinh|namsinh|ngaythangnamsinh|=dob|=birthday`,
  'birth-date-words': 'bang chu',
  'birth-place': `
noi sinh|dia diem sinh|sinh tai|noi sinh ra|quoc gia sinh|quoc gia noi sinh|nuoc sinh|sinh quan
place of birth|noisinh`,
  gender: 'gioi tinh|nam/nu|nam, nu|nam - nu|nam hay nu|nam hoac nu|gioitinh|=gioi|=phai|=sex|=gender',
  ethnicity: 'dan toc|dantoc|=ethnicity',
  nationality: 'quoc tich|quoctich|=nationality',
  religion: '^ton giao|theo ton giao|tin nguong, ton giao|dan toc, ton giao|tongiao|=religion',
  hometown: 'que quan|nguyen quan|que goc|que noi|quequan|nguyenquan|=que',
  'residence-type': 'loai cu tru|hinh thuc cu tru|loai hinh cu tru|tinh trang cu tru',
  residence: `
dia chi|dia diem san xuat|dia diem kinh doanh|dia chi nhan thong bao thue|noi o|cho o|noi cu ngu
noi sinh song|noi cu tru|cu tru tai|hktt|ho khau|thuong tru|tam tru|noi luu tru|tru quan|tru so
noi dang ky thuong tru|noi dang ky tam tru|noi dang ky hktt|noi dang ky ho khau|noi de nghi
dia chi nhan ho so|tinh/thanh pho · phuong/xa|tinh/thanh pho · xa/phuong|tinh/tp · xa/phuong
tinh/tp · phuong/xa|tinh · xa|dktt|dkhktt|dk hktt|dk thuong tru|dk tam tru|noi dang cu tru|noi dang sinh song
noi dang o|noi hien o|hien tru|hien o|hien cu ngu|cu ngu tai|hien dang o|hien dang song|dang o tai
dang song tai|dang sinh song|sinh song tai|^tru tai|^ngu tai|dia chi nha rieng|dia diem hoat dong@business|=dia diem@business
dia diem tru so|dia diem datj tru so|noi dang ky cu tru|dia chi nhan thu|permanent address|diachi|noicutru|noithuongtru|thuongtru
tamtru|diachithuongtru|diachitamtru|diachilienhe|noiohientai`,
  'residence-country': `
quoc gia|nuoc cu tru|nuoc dang cu tru|nuoc so tai|nuoc noi cu tru|vung lanh tho|quocgia|=country`,
  'residence-detail': `
so nha|dia chi (so nha|dia chi so nha|dia chi: so nha|dia chi chi tiet|dia chi cu the|thon|khu pho|duong/pho
duong pho|ten duong|ten pho|to dan pho|to dan cu|khu dan cu|to/thon|to, thon|ap/khom|khom/ap|ap, khom|khom, ap
xom/ap|xom, ap|ap, xom|buon/plei|buon/lang|buon, lang|lang, ban|ban, lang|phum, soc|phum/soc|ngo/hem|ngo, hem
ngach/hem|ngo/ngach|ngo, ngach|to/khu|to, khu|to/ap|to/xom|ban/to|ban/xom|xom/ban|^xom|^khom|^phum
sonha|sonhaduong|diachichitiet|=chi tiet|=ap|=ban|=lang|=buon|=plei|=bon|=to|=ngo|=hem|=ngach|=duong|=pho|=soc`,
  phone: `
dien thoai|so dien thoai|dtdd|sdt|so dt|di dong|dt lien he|dt lien lac|dt di dong|dt nha rieng|dt co quan|dt ban|dt co dinh
so lien he|so lien lac|so phone|so zalo|zalo|sodienthoai|dienthoai|tel|=dt|=phone|=mobile|=hotline`,
  email: `
dia chi email|dia chi e-mail|dia chi thu dien tu|dia chi hop thu|dia chi hom thu|dia chi mail|email|e-mail
thu dien tu|hom thu|hop thu|gmail|thudientu|=mail`,
  'marital-status': `
tinh trang hon nhan|tinh trang ket hon|da ket hon/chua|da ket hon hay chua|chua ket hon/da|doc than/da
tinhtranghonnhan|=hon nhan`,
  'marriage-count': 'so lan ket hon|so lan da ket hon|ket hon lan|lan ket hon',
  relationship: `
quan he|qh voi|moi lien he|la cua nguoi|^la cua|^la gi|la cha me|la phu huynh|tu cach|nguoi nop la
nguoi yeu cau la|nguoi nop ho so la|nguoi nop don la|nguoi khai la|nguoi lam don la|nguoi de nghi la
nguoi dang ky la|nguoi dung don la|nguoi thuc hien la|^than nhan la|quanhe|moiquanhe|=la|=de nghi cho`,
  'business-name': `
ten cong ty|ten thuong nhan|to chuc hanh nghe|ten doanh nghiep|ten hkd|ten ho kinh doanh|ten chi nhanh
ten hop tac xa|ten htx|ten lien hiep|ten to hop tac|ten van phong dai dien|ten dia diem kinh doanh|ten viet tat
ten nguoi su dung lao dong|co quan chi tra thu nhap|ten giao dich|ten phap nhan|ten nha dau tu@business
ten benh vien|ten nuoc ngoai@business|ten trang trai@business|ten nha may@business|ten phong kham@business
ten phong giao dich@business|ten phong thi nghiem@business|ten khu du lich@business|ten hang xe@business
ten hang tau@business|ten hang hang khong@business
ten chu the@business|tendoanhnghiep|tencongty|^ten@business|^don vi@business|=doanh nghiep|=cong ty
ten hiep hoi|ten cua hang|ten thuong hieu|ten to chuc ton giao|ten co so ton giao
=ten to chuc khai thay|=ten dai ly thue|^ten dai ly thue`,
  'business-line': `
loai hinh san xuat|noi dung hoat dong|noi dung kinh doanh@business|nganh nghe|nganh, nghe|ma nganh|ten nganh|nganh kinh doanh
nganh san xuat|nganh hang kinh doanh|linh vuc kinh doanh|linh vuc san xuat|linh vuc hoat dong@business
hoat dong kinh doanh chinh|hoat dong san xuat, kinh doanh chinh|pham vi kinh doanh`,
  'business-capital':
    'von|tong so von|tong von|gia tri tuong duong|bang so@business|bang chu@business|=tong so@business',
  'land-parcel': `
thua dat|thua so|so thua|to ban do|to bd|lo dat|khu dat|loai dat|dia chi dat|dia diem dat|tai duong
dia diem xay dung|dia chi thua dat|dia chi khu dat|vi tri thua|vi tri khu dat|hinh thuc su dung dat
hinh thuc su dung@land|hinh thuc quan ly@land|so to@land|to so@land|lo so@land|so lo@land|xu dong
tieu khu@land|khoanh@land|doan duong@land|duong/doan duong|ranh gioi@land`,
  'land-area': `
dien tich@land|dien tich dat|dien tich thua|dien tich khu dat|dat o@land|su dung chung|su dung rieng|dien tich su dung chung|dien tich su dung rieng
dien tich nha dat|dien tich xay dung nha o tren dat|dien tich kho dat`,
  'civil-record-type': `
loai ho tich|loai viec ho tich|loai giay to ho tich|loai giay to can|giay to ho tich can|loai viec yeu cau
su kien ho tich|loai su kien|loai trich luc|loai so ho tich|viec ho tich can|viec ho tich de nghi
loai viec da dang ky|=giay to ho tich|=viec ho tich|=da dang ky@civil-record`,
  'civil-record-number': `
so dang ky@civil-record|so trong so ho tich|so thu tu trong so@civil-record|so vao so@civil-record
so trong so@civil-record`,
  'civil-record-book': '^quyen|^so quyen|^so ho tich so|^so ho tich quyen',
  'land-certificate-number': 'so seri@land|so vao so@land|so phat hanh@land|seri@land|so hieu gcn@land',
  'death-date': 'phut, ngay@deceased|chet@deceased|ngay … thang … nam … chet',
  'death-time': 'vao luc@deceased|gio@deceased|phut@deceased|vao hoi@deceased',
  'death-cause': 'nguyen nhan@deceased',
  'civil-record-date': `
ket hon ngay|ngay, thang, nam dang ky|ngay dang ky@civil-record|nam dang ky@civil-record
dang ky ngay@civil-record|ngay vao so@civil-record|ngay ghi vao so@civil-record|ngay giai quyet@civil-record
ngay ghi so@civil-record|=ngay, thang, nam@civil-record|ngay … thang … nam …@civil-record`,
  'civil-record-place': `
noi dang ky@civil-record|noi dkks|noi dkkh|noi dang ky khai sinh|noi dang ky ket hon|noi dang ky khai tu|noi dang ky giam ho
noi dang ky ho tich|noi dang ky nhan cha|noi dang ky nuoi con nuoi|noi dang ky giay|=noi dang ky|noi da dang ky|co quan dang ky ho tich|co quan dang ky@civil-record|co quan da dang ky|co quan da cap
co quan thuc hien dang ky|ubnd da dang ky|ubnd noi da dang ky|ubnd xa noi dang ky|ubnd noi dang ky|da dang ky tai
dang ky tai@civil-record|=dang ky tai
khai sinh tai|khai tu tai|giam ho tai|con nuoi tai|ket hon tai|noi ket hon|co quan da@civil-record
noi da ket hon|noi luu so ho tich|co quan luu tru so|co quan luu giu so`,
  'death-notice': 'giay bao tu|giay to thay the giay bao tu|bao tu so',
  'birth-notice': 'giay chung sinh|chung sinh so|so chung sinh',
  'registration-type': `
loai hinh kinh doanh|loai ho so|loai to khai|loai phieu|loai viec|loai thu tuc|loai bien dong|loai thay doi
loai giay phep|loai ho chieu|loai tro cap|loai giam ho|loai khai sinh|loai khai tu|thuoc doi tuong
loai hinh thay doi|loai hinh dang ky|loai hinh de nghi|loai hinh giam dinh|loai giao dich|loai yeu cau
loai de nghi|loai dang ky|loai nghiep vu|kieu dang ky|^dang dang ky|phan loai ho so|phan loai de nghi
cap moi/cap lai|cap moi/cap doi|cap moi, cap lai|cap moi, cap doi|cap doi/cap lai|cap doi, cap lai|cap lan dau/cap lai|cap lan dau/cap doi|cap lan dau, cap lai
noi dung lam thu tuc|lan dau/bo sung|de nghi co quan dang ky viec|^hinh thuc|^phuong an|^truong hop|^che do
=doi tuong dang ky|=doi tuong de nghi|=doi tuong tham gia|=doi tuong nop|=loai the|=loai cap|=loai`,
  'request-content': `
thay doi|dieu chinh|khi bien dong|bo sung|^xin|dang ky tich hop|^duoc phep|de nghi|yeu cau|nguyen vong
kien nghi|co nhu cau|linh vuc tro giup|pham vi hanh nghe|pham vi de nghi|^pham vi hoat dong|^noi dung|^cai chinh|^sua thanh
^sua lai|^sua doi|^nay sua|^nay de nghi|^nay xin|^dinh chinh|^da ghi|^thong tin da ghi|^thong tin ghi sai
^thong tin sai|^thong tin tren giay chung nhan|^thong tin can sua|=thong tin cu|=thong tin moi|=thong tin dung
^dang ky thi|^dang ky du|^dang ky mon|^dang ky hoc|^danh muc|^tom tat|nam hoc de nghi|=vi tri du tuyen|=tu|=thanh|=truoc|=sau`,
  reason: `
ly do|li do|muc dich|su can thiet|can cu de nghi|can cu bo sung|dung vao viec|su dung vao viec|de su dung vao viec
^de lam gi|=bi mat|=bi hong|=bi hu hong|=bi rach|=bi that lac|=nguyen nhan|=bi mat, hong`,
  copies: `
ban sao|so luong can cap|so luong yeu cau|so luong xin cap|so luong de nghi cap|=so luong|=so ban in`,
  'result-method': `
nhan ket qua|de nghi nhan ket qua|tra ket qua|giao ket qua|gui ket qua|buu dien|chuyen phat|buu chinh|tra the|dia chi nguoi nhan
ten, dia chi nguoi nhan|ten va dia chi nguoi nhan|ho ten, dia chi nguoi nhan|ho ten va dia chi nguoi nhan
ho va ten, dia chi nguoi nhan
nhan ban dien tu|nhan tai bo phan|nhan truc tiep|nhan tai nha|giao tan noi|tra truc tiep|ket qua nhan`,
  agency: `
kinh gui|tiep nhan|nhan ho so|co quan cap phep|de nghi co quan|uy ban nhan dan|ubnd|^cong an|noi nop
noi gui ho so|noi gui don|noi gui to khai|gui den co quan|van phong dang ky|^trung tam|^phong|^soj|bo phan mot cua
bo phan tiep nhan|diem thu nhan|diem tiep nhan|^chi cuc|^cuc thue|^cuc canh sat|^cuc quan ly|^cuc dang kiem|^cuc hang khong
^cuc hang hai|^cuc so huu|^cuc duong|^thue co so|^thue tinh|^thue thanh pho|^doi thue|noi gui cong an
^bao hiem xa hoi tinh|^bao hiem xa hoi co so|^bao hiem xa hoi khu vuc|^bao hiem xa hoi thanh pho|^bhxh tinh
^bhxh co so|^bhxh khu vuc|^bhxh thanh pho|^toa an|^vien kiem sat|^thanh tra|^don bien phong|^bo chi huy
^ban chi huy|^ban quan ly|^kho bac|^hai quan|^bo cong an|^bo quoc phong|^bo y te|^bo noi vu|^bo xay dung
^bo tu phap|^bo ngoai giao|^bo tai chinh|^bo cong thuong|^bo giao duc|^bo nong nghiep|^bo khoa hoc
^bo van hoa|^dai su quan|^lanh su quan|^co quan dai dien viet nam|^hoi dong xac dinh|^hoi dong giam dinh
noi gui co quan|^canh sat|^tram y te|=hoi dong|=don vi`,
  'residence-province': `
^tinh|^ten tinh|^thanh pho|^tp/tinh|^tp, tinh|^t.pho|^chon tinh|=tp|=cap tinh|=province|tinhthanh`,
  'residence-ward': `
^xa|^phuong|^thi tran|^dac khu|^ten xa|^ten phuong|^chon xa|^chon phuong|^don vi hanh chinh cap xa
=p/x|=x/p|=cap xa|phuongxa|xaphuong|=ward`,
};

const DIED = '(?:chet|mat|tu vong|tu tran|hy sinh|qua doi)';
/** What is said in many words, each as a pattern; where the words between may be any, the first group is the evidence. */
const PATTERNS: readonly (readonly [Kind, RegExp])[] = [
  [
    'death-date',
    RegExp(
      `\\b(?:ngay|nam|thoi gian|thoi diem)(?:,? thang,? nam)? ${DIED}\\b|\\b${DIED} (?:vao )?(?:ngay|nam)\\b|\\bda chet vao\\b(?! luc)`,
    ),
  ],
  ['death-time', RegExp(`\\b(?:gio|phut)(?:,? phut)? ${DIED}\\b|\\b${DIED} (?:vao )?(?:luc|hoi)\\b`)],
  ['death-place', RegExp(`\\b(?:noi|dia diem) ${DIED}\\b|\\b${DIED} tai\\b`)],
  ['death-cause', RegExp(`\\b(?:nguyen nhan|ly do|truong hop) (?:${DIED}|tu)\\b|\\b${DIED} do\\b`)],
  ['birth-date', /^ngay[ ,/-]+thang(?:[ ,/-]| va)+nam sinh\b/],
  [
    'insurance-number',
    /\b(?:so|ma)(?:[ /](?:so|the|dinh danh))* (?:bhxh|bhyt|bao hiem|bh)\b(?! (?:that nghiep|xe|trach nhiem|nhan tho|tai nan))|\b(?:bhxh|bao hiem xa hoi|(?:the )?(?:bhyt|bao hiem y te)) so\b/,
  ],
  [
    'tax-code',
    /\b(?:mst|msdn|mshkd|ma (?:so )?(?:thue|doanh nghiep|dn|nnt)|ma so (?:dang ky )?(?:hkd|htx|dkkd|kinh doanh|ho kinh doanh|hop tac xa|chi nhanh|van phong dai dien|don vi phu thuoc|dia diem|to hop tac|nguoi nop thue|thue)|ma so dang ky doanh nghiep|so dang ky doanh nghiep)\b/,
  ],
  ['business-name', /^ten chu (?:du an|dau tu)\b.*\bco so\b|^ten chu co so\b.*\bdu an\b/],
  // "Loại thẻ đề nghị cấp": which variant is asked for, whatever the thing.
  [
    'registration-type',
    /^(loai|hinh thuc|phuong thuc|truong hop)\b(?! giay to)(?!.*(?<!chung )\bnhan\b).*\b(?:de nghi|dang ky|yeu cau|xin|(?<!, )cap|huong|xet tuyen|giam dinh)\b/,
  ],
  // "Dân tộc đề nghị xác định lại": what is to become of a thing is no fact of it yet.
  ['request-content', /^(?!nguoi|ly do|loai).*\b(de nghi (?:xac dinh|thay doi|dieu chinh|gia han))\b/],
  [
    'result-method',
    /^(?:hinh thuc|phuong thuc|cach thuc|cach|kenh|noi|dia diem|dia chi) (?:nhan|tra)\b(?! ho so| don| to khai| thong bao)|^(?:dang ky )?nhan (?:(?!tien|luong|thong bao|ho so).*(?:qua|tai)$|qua|tai|bang(?! tien)|gplx|giay|ho chieu|the(?! chap)|ban sao|ban chinh|bien so|chung chi)\b/,
  ],
  [
    'copies',
    /\b(?:so (?:luong )?(?:ban(?! an)|to khai|phieu|trich luc)|(?:de nghi|yeu cau|xin) cap ban sao)\b/,
  ],
  ['agency', /^(?:co quan(?!,| (?:lap|ra|dang (?!ky)))|truong(?= (?!hop).*\b(?:dang ky|xin|chuyen den)\b))/],
  [
    'agency',
    /^(?:co quan|don vi|noi) (?:tiep nhan|thu nhan|nhan(?= ho so| don| to khai)|giai quyet|thuc hien|thu ly|to chuc thi|(?:dang ky )?du (?:thi|tuyen))\b/,
  ],
];

/** Phrases of which kind and subject alone would not tell what is expected. */
const SPECIAL: readonly (readonly [phrases: string, kind: Kind, expect: Expectation])[] = [
  // No register of enterprises holds associations and groups.
  [
    '=ten hoi|ten hoi du kien|ten hoi viet|ten hoi bang|ten nhom|ten quy|ten cau lac bo|ten clb',
    'business-name',
    'none',
  ],
  // What is asked for is the citizen's own choice; what the record is called stands in the civil-status database.
  ['ten giay to ho tich', 'civil-record-type', 'from-database'],
  ['noi du dinh dang ky ket hon', 'civil-record-place', 'none'],
  ['trong thoi gian cu tru tai|de nghi dang ky thuong tru|de nghi dang ky tam tru', 'residence', 'none'],
  // Registers hold these, and no kind of ours is meant for them.
  [
    'muc dich su dung dat|muc dich su dung@land|thoi han su dung@land|ma ho gia dinh|ma so ho gia dinh|ma don vi@business',
    'other',
    'from-database',
  ],
];

/** Things that look like a kind and are none: papers, licences and acts that no register of persons holds. */
const NOTHING: Readonly<Record<string, string>> = {
  'what is told of a person': `
tinh trang|ten goi khac|ten goi o nha|ten thuong goi|ten thuong dung|ho, chu dem va ten goi khac|ho va ten khac
ho ten khac|bi danh|biet danh|chu ho la|nghe nghiep|chuc vu|chuc danh|khuyet tat|noi lam viec|noi cong tac
noi sinh hoat|ngay sinh hoat|co quan cong tac|don vi cong tac|co quan chu quan|don vi chu quan|co quan cap tren|nguoi cha me co quoc tich|noi hoc tap|noi dao tao
can cu|y kien|^nguoi khuyet tat|^nguoi cao tuoi|^nguoi dan toc|^nguoi thuoc|^nguoi don than|^nguoi ngheo
^nguoi ky|^nguoi phe duyet|^nguoi duyet|^nguoi xac nhan|^nguoi tiep nhan|^nguoi nhan ho so|^nguoi lap bieu|^nguoi mu|^nguoi tan tat|^chua co|^khong co|la nguoi dan toc|trinh do|dac diem nhan dang|nhom mau
ton chi|noi dung thuc hanh|noi dung hoc
ten goi trong ton giao|phap danh|phap hieu|ten thanh|dao hieu|dao danh|the danh|dia diem sinh hoat
noi huong|noi dieu tri|noi nhap ngu|so ho khau|so ho ngheo|ma ho ngheo|so ho khau cu`,
  'what is counted or measured': `
^so nguoi|^so thanh vien|^so nhan khau|^so con|^so lao dong|^so ho|^so nam|^so thang|^so ngay|^so tuoi|^so lan
^so phong|^so giuong|^so tang|^so cho|^so luot|^so hoc sinh|^so lop|^so khach|^so luong|^tong so|^tong dien tich san
^ty le|^ti le|^muc do|^muc thu|^muc luong|^muc dong|^muc huong|^muc von|^muc tien|^muc ho tro|^muc phi
^muc tro cap|^gia|^tri gia|^gia tri|^doanh thu|^san luong|^cong suat|^khoi luong|^quy mo|^chieu|^don gia
^don vi tinh|^don vi do|^don vi tien|^he so|^thoi luong|^toa do|^kich thuoc|^trong luong|^tai trong`,
  'days and times': `
thoi gian|thoi diem|thoi han|^ngay|^nam|^thang|^ky|^tu ngay|^den ngay|^tu thang|^den thang|^tu nam|^den nam
^ngay hen|^ngay tra|^ngay nhan|^lich hen|^gio hen|^khung gio|^hieu luc|^han`,
  'money and how it is paid or learnt': `
so tien|so thue|tai khoan|ngan hang|nhan thong bao|nhan tro cap|nhan tien|hinh thuc nhan tro cap
hinh thuc nhan tien|hinh thuc nhan luong|hinh thuc nhan ho tro|hinh thuc nhan kinh phi|hinh thuc nhan thong bao
noi nhan tro cap|noi nhan tien|noi nhan luong|hinh thuc thanh toan|hinh thuc chi tra|hinh thuc linh|hinh thuc tra luong
hinh thuc tra tien|hinh thuc nop phi|hinh thuc nop le phi|hinh thuc nop tien|hinh thuc nop thue|hinh thuc dong
hinh thuc thu|hinh thuc hoan|hinh thuc hach toan|hinh thuc gop von|hinh thuc huy dong|hinh thuc vay
hinh thuc lam viec|hinh thuc lao dong|hinh thuc tra cong|hinh thuc hoc|hinh thuc dao tao|hinh thuc thi dau
hinh thuc khen thuong|hinh thuc ky luat|hinh thuc so huu|hinh thuc van chuyen|hinh thuc bao quan
hinh thuc xu ly|hinh thuc xu phat|hinh thuc dau tu|hinh thuc quang cao|che do dang huong|che do da huong
che do an|che do lam viec|che do ke toan|phuong an thiet ke|phuong an thi cong|phuong an thao do
phuong an chua chay|phuong an kinh doanh|phuong an san xuat|phuong an xu ly|phuong an su dung|phuong an bao ve
phuong an boi thuong|truong hop khan cap|kinh phi|nguon von|von vay|vay von|von tu co|von tu nhan|von nha nuoc
von nuoc ngoai|von trong nuoc|von khac|von ngan sach|von huy dong|von luu dong|von co dinh|gop von
loai von|tong von dau tu|tong muc dau tu|loai tai san gop von`,
  'papers, pledges and what is enclosed': `
^toi cam ket|^toi xin cam ket|^toi cam doan|^toi xin cam doan|^toi xin chiu trach nhiem|^cam ket
cam ket|cam doan|ho so|giay to chung minh|giay to lam can cu|giay to kem|giay to nop kem|loai giay to kem
giay to dinh kem|giay to lien quan|tai lieu|ten giay to|the tam tru|the thuong tru|so tam tru
giay phep tam tru|giay xac nhan tam tru|^anh|^hinh anh|^tep|^file|^ban chup|^ban scan|^dinh kem|^tai len
^matj truoc|^matj sau|^soj do|^chu ky|^ghi chu|^noi lam don|^noi viet don|noi dung cong viec|noi dung dao tao|noi dung hop dong
noi dung tac pham|noi dung thong tin|noi dung trang|noi dung chinh cua tac pham|noi dung y kien|noi dung tom tat|noi dung quyet dinh
danh muc tai lieu|danh muc ho so|danh muc giay to|danh muc trang thiet bi|danh muc thiet bi|yeu cau ky thuat
yeu cau ve trinh do|sua doi, bo sung lan|nhu cau ghi no`,
  'what land and houses are used for': `
muc dich su dung dien|muc dich su dung nuoc|muc dich khai thac|su dung vao muc dich|nguon goc su dung dat
nguon goc dat|dien tich xay dung|dien tich san|dien tich nha|dien tich can ho|dien tich phong|dien tich kho
dien tich xuong|dien tich matj bang|dien tich co so|dien tich cua hang|dien tich binh quan|dien tich su dung nha
dien tich cho thue|dien tich trong|dien tich gieo|dien tich nuoi|dien tich matj nuoc|dien tich matj bien
dien tich khu bien|dien tich rung|dien tich khai thac|dien tich thiet hai|dien tich bi thiet hai
dien tich quang cao|dien tich bien|dien tich lap datj|dien tich tung phong|dien tich khu vuc|dien tich vung
dien tich truong|dien tich o|dien tich bai|dien tich san xuat|dien tich canh tac|dien tich thu hoach`,
  'places where nobody lives': `
phong so|huyen|^xa hoi hoa|dai dien thon|ma quoc gia|ma tinh|ma xa|ma vung|^nuoc|ma buu chinh|ma so buu chinh
^nguon tiep nhan|^so tiep nhan|^thanh pho thuoc|^thi xa|noi dang ky kham|noi dang ky kcb|noi dang ky nhan|^giong
dia chi lien lac giong|dia chi website|dia chi web|dia chi trang|dia chi ip|dia chi mang|dia chi ten mien
dia chi cong trinh|dia chi du an|dia chi lap datj|dia chi lam viec|dia chi noi lam viec|dia chi noi cong tac
dia chi ngan hang|dia chi tai san|dia chi noi xay ra|dia chi su dung dien|dia chi su dung nuoc|dia chi thi cong
dia chi giao hang|dia chi to chuc su kien|dia chi to chuc hoi nghi|dia chi khai thac|dia chi trung bay|dia chi co quan@requester
dia chi co quan@record-subject|dia chi truong@requester|dia chi truong@child|dia chi truong@record-subject
^truong thon|^to truong|nong thon|co so nha|^thuoc thon|^phong kham|^phong hoc|^phong ngu|^phong chay
^phong thi nghiem|^phong may`,
  'ways, kinds and parts of things': `
^nhom nganh|cong viec|nganh, nghe, cong viec|nganh nghe, cong viec
phuong phap|phuong thuc|phuong huong|^phuong tien|^phuong cham|^phuong vi|ten va dia chi`,
  'names of what is no business': `
^ten san pham|^ten hang|^ten matj hang|^ten hang hoa|^ten du an|^ten nhan hieu|^ten nhan|^ten thiet bi|^ten may
^ten phuong tien|^ten xe|^ten tau|^ten thuyen|^ten cong trinh|^ten hang muc|^ten goi thau|^ten hop dong
^ten chuong trinh|^ten khoa|^ten lop|^ten mon|^ten nghe|^ten thuoc|^ten hoat chat|^ten hoa chat|^ten chat
^ten vat tu|^ten nguyen lieu|^ten giong|^ten loai|^ten loai cay|^ten cay|^ten vat nuoi|^ten con dau
^ten con giong|^ten con vat|^ten con duong|^ten thuc an|^ten thuc pham|^ten phan bon|^ten che pham|^ten vac xin
^ten benh|^ten dich benh|^ten xet nghiem|^ten chi tieu|^ten ky thuat|^ten dich vu|^ten su kien|^ten le hoi
^ten di tich|^ten di san|^ten hien vat|^ten co vat|^ten tac pham|^ten phim|^ten vo dien|^ten bai|^ten an pham
^ten xuat ban pham|^ten sach|^ten bao|^ten tap chi|^ten de tai|^ten nhiem vu|^ten sang kien|^ten sang che
^ten giai phap|^ten kieu dang|^ten quy trinh|^ten phuong phap|^ten tieu chuan|^ten quy chuan|^ten phan mem
^ten ung dung|^ten mien|^ten website|^ten trang|^ten tai lieu|^ten tai san|^ten van ban|^ten van bang
^ten chung chi|^ten quyet dinh|^ten giay|^ten ho so|^ten thu tuc|^ten giai|^ten cuoc thi|^ten hoi nghi
^ten hoi thao|^ten hoat dong|^ten nhom thuoc|^ten nhom hang|^ten nhom san pham|^ten vi tri|^ten chuc danh|^ten cong viec|^ten phong|^ten kho|^ten nha xuong|^ten khu
^ten tuyen|^ten duong thuy|^ten song|^ten mo|^ten khoang san|^ten nguon nuoc|^ten gieng|^ten cang|^ten luong
^ten mau|^ten bien|^ten dang nhap|^ten nuoc|^ten quoc gia|^ten chu de|^ten dan toc
^ten ngan hang|^ten thuong pham|^ten doi tac|^ten benj|^ten voj|^ten ca si|^ten nghe si|^ten vung
^ten nha cung cap|^ten nha san xuat|^ten nha phan phoi|^ten nha nhap khau|^ten nha che tao`,
};

/** The phrases of a row without their marks, and the rules that the marks make of them. */
const rulesOf = (rows: string, kind: Kind, expect?: Expectation) =>
  phrasesOf(rows).map((marked): [string, KindRule] => {
    const [, mark, phrase = '', subject] = /^([=^]?)([^@]*)@?(.*)$/.exec(marked) ?? [];
    return [phrase, { kind, mark, subject, expect }];
  });

const lookUp = lexiconOf<KindRule>([
  ...SPECIAL.flatMap((row) => rulesOf(...row)),
  ...Object.entries(ROWS).flatMap(([kind, rows]) => rulesOf(rows, kind as Kind)),
  ...Object.values(NOTHING).flatMap((rows) => rulesOf(rows, 'other', 'none')),
]);

/** These decide over longer phrases that merely stand beside them: all of a death notice is the notice. */
const OVERRIDING: ReadonlySet<Kind> = new Set<Kind>(['death-notice', 'birth-notice', 'relationship']);
/** Until when a paper holds is never the paper itself, nor what is had what is asked for. */
const UNTIL = /\b(?:het han|gia tri (?:den|tu)|dang huong)\b/;
/** Vietnamese puts the head first: "lý do tạm trú" is a reason, no residence. */
const HEAD_BONUS = 20;

/** A kind and the words of a label that mean it. */
export interface KindOfWords {
  kind: Kind;
  evidence: string;
  expect?: Expectation;
}

/** What the words of a folded label mean for somebody's field; null where they are not in the vocabulary. */
export function kindOfWords(text: string, subject: Subject): KindOfWords | null {
  if (UNTIL.test(text)) return { kind: 'other', evidence: UNTIL.exec(text)?.[0] ?? '', expect: 'none' };
  let best: KindOfWords | null = null;
  let bestRank = 0;
  for (const [kind, pattern] of PATTERNS) {
    const found = pattern.exec(text);
    // "Mất" is dead, or lost: of whoever is not known to be dead it says nothing.
    if (found && subject !== 'deceased' && /\bmat\b/.test(found[0])) continue;
    // A phrase of the same length says more.
    const rank = found ? found[0].length + (found.index === 0 ? HEAD_BONUS : 0) - 1 : 0;
    if (found && rank > bestRank) [best, bestRank] = [{ kind, evidence: found[1] ?? found[0] }, rank];
  }
  for (const { at, phrase, means } of lookUp(text)) {
    if (means.mark === '=' ? text !== phrase : means.mark && at > 0) continue;
    if (means.subject && means.subject !== subject) continue;
    const rank =
      phrase.length +
      (OVERRIDING.has(means.kind) ? 1000 : 0) +
      (means.subject ? 2 : 0) +
      (at === 0 ? HEAD_BONUS : 0);
    if (rank > bestRank) {
      best = { kind: means.kind, evidence: phrase, ...(means.expect && { expect: means.expect }) };
      bestRank = rank;
    }
  }
  return best;
}
