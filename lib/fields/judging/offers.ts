import { fold } from '../../text/index.ts';

/**
 * What a field's choices are of, each by how one of them begins. A page may offer names of people (a household's children
 * in a list): which of these sorts they are is all that is told of them, never their words.
 */
const SORTS = {
  sexes: /^(?:nam|nu)$/,
  marriages: /^(?:(?:chua|da|dang)\b.*\b(?:hon|vo|chong)\b|doc than|ly hon|goa)/,
  relatives: /^(?:ban than|cha|bo|me|vo|chong|con|chau|ong|ba|anh|chi|em)\b/,
  countries: /^(?:viet nam|lao|campuchia|trung quoc|han quoc|nhat ban|hoa ky|duc|phap)$/,
  ethnicities: /^(?:kinh|tay|thai|muong|mong|dao|nung|khmer|hoa|cham|e de|gia rai)$/,
  religions: /^(?:phat|cong|thien chua|hoi) giao|^(?:tin lanh|cao dai)/,
  provinces: /^(?:tinh|thanh pho|tp)\b/,
  communes: /^(?:xa|phuong|dac khu)\b/,
  districts: /^(?:quan|huyen|thi xa)\b/,
  agencies:
    /^(?:ubnd|uy ban|cong an|bhxh|bao hiem|so|cuc|chi cuc|thue|phong|trung tam phuc vu|van phong dang ky|toa an)\b/,
  papers: /^(?:the )?(?:can cuoc|cccd|cmnd|chung minh|ho chieu)/,
  deliveries: /truc tiep|buu (?:chinh|dien)|vneid|ban dien tu/,
  payments: /tien mat|chuyen khoan|tai khoan/,
  records: /^(?:khai sinh|ket hon|khai tu|giam ho)$/,
  stays: /^(?:thuong tru|tam tru|noi o|luu tru)/,
  variants: /^(?:cap (?:moi|lai|doi|lan)|gia han|lan dau|bo sung|dieu chinh|thay doi|dang ky)\b/,
  answers: /^(?:co|khong|dong y|khong dong y)$/,
};
export type Offer = keyof typeof SORTS;
export const OFFERS = Object.keys(SORTS) as readonly Offer[];

/** What sort of things most of these choices are; undefined where they are none of these sorts. */
export function offerOf(choices: Iterable<string>): Offer | undefined {
  const some = [...choices].map(fold).filter((it) => it && !/^(?:-|chon\b|khac$)/.test(it));
  if (some.length === 0) return undefined;
  return OFFERS.find((sort) => some.filter((it) => SORTS[sort].test(it)).length * 2 >= some.length);
}
