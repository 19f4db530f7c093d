import { fold } from '../../text/index.ts';

/**
 * What a field's choices are of, each by words that one of them begins with, or by all its words before a full stop. Of
 * the sorts that begin with a tilde the words may stand anywhere. A page may offer names of people (a household's children
 * in a list): which of these sorts they are is all that is told of them, never their words. No patterns: compiled, they
 * would take as much of the page's heap as all that is kept of fifty fields.
 */
const SORTS = {
  sexes: 'nam.,nu.',
  marriages:
    'chua ket hon,chua dang ky ket hon,chua co vo,chua chong,da ket hon,da ly hon,dang co vo,dang co chong,doc than,ly hon,goa',
  relatives: 'ban than,cha,bo,me,vo,chong,con,chau,ong,ba,anh,chi,em',
  countries: 'viet nam.,lao.,campuchia.,trung quoc.,han quoc.,nhat ban.,hoa ky.,duc.,phap.',
  ethnicities: 'kinh.,tay.,thai.,muong.,mong.,dao.,nung.,khmer.,hoa.,cham.,e de.,gia rai.',
  religions: 'phat giao,cong giao,thien chua giao,hoi giao,tin lanh,cao dai',
  provinces: 'tinh,thanh pho,tp',
  communes: 'xa,phuong,dac khu',
  districts: 'quan,huyen,thi xa',
  agencies:
    'ubnd,uy ban,cong an,bhxh,bao hiem,so,cuc,chi cuc,thue,phong,trung tam phuc vu,van phong dang ky,toa an',
  papers: 'can cuoc,the can cuoc,cccd,the cccd,cmnd,chung minh,ho chieu',
  deliveries: '~,truc tiep,buu chinh,buu dien,vneid,ban dien tu',
  payments: '~,tien mat,chuyen khoan,tai khoan',
  records: 'khai sinh.,ket hon.,khai tu.,giam ho.',
  stays: 'thuong tru,tam tru,noi o,luu tru',
  variants: 'cap moi,cap lai,cap doi,cap lan,gia han,lan dau,bo sung,dieu chinh,thay doi,dang ky',
  answers: 'co.,khong.,dong y.,khong dong y.',
};
export type Offer = keyof typeof SORTS;
export const OFFERS = Object.keys(SORTS) as readonly Offer[];
/** What says nothing, only invites to choose, or is none of the others. */
const NO_CHOICE = '.,chon,khac.';

/** What sort of things most of these choices are; undefined where they are none of these sorts. */
export function offerOf(choices: Iterable<string>): Offer | undefined {
  const some = [...choices]
    .map((it) => `${fold(it.replace(/[!-/:]/g, ' '))}.`)
    .filter((it) => !isOf(it, NO_CHOICE));
  return OFFERS.find((sort) => some.filter((it) => isOf(it, SORTS[sort])).length * 2 >= (some.length || 1));
}

/** Whether a choice, with a full stop behind it, is of a sort. */
function isOf(choice: string, sort: string): boolean {
  return sort.split(',').some((words) => {
    const at = choice.indexOf(words);
    return sort[0] === '~' ? at >= 0 : at === 0 && ' .'.includes(choice.charAt(words.length));
  });
}
