/** An invented person. Names, numbers and addresses are unlike any real ones, so that tests can search for them. */
export type Person = {
  name: string;
  id: string;
  /** dd/mm/yyyy */
  birth: string;
  gender: 'Nam' | 'Nữ';
  ethnicity: string;
  nationality: string;
  idType: string;
  /** yyyy-mm-dd */
  idIssued: string;
  idPlace: string;
  residenceType: string;
  residence: string;
  country: string;
  province: string;
  ward: string;
  detail: string;
};

const shared = { nationality: 'Việt Nam', country: 'Việt Nam', idType: 'Thẻ căn cước' };

export const people: readonly Person[] = [
  {
    ...shared,
    name: 'Lò Thị Quỳnh Sao Mai',
    id: '014193700481',
    birth: '17/03/1993',
    gender: 'Nữ',
    ethnicity: 'Thái',
    idIssued: '2022-08-19',
    idPlace: 'Cục Cảnh sát thử nghiệm Hoa Ban',
    residenceType: 'Trong nước',
    residence: 'Thường trú',
    province: 'Tỉnh Lai Châu',
    ward: 'Xã Nậm Khuyển Thử',
    detail: 'Nhà 47, bản Huổi Vàng Tâm',
  },
  {
    ...shared,
    name: 'Quàng Văn Tăng Khoóng',
    id: '014041902773',
    birth: '24/11/1941',
    gender: 'Nam',
    ethnicity: 'Khơ Mú',
    idIssued: '2021-05-14',
    idPlace: 'Công an thử nghiệm Mường Xoi',
    residenceType: 'Trong nước',
    residence: 'Thường trú',
    province: 'Tỉnh Điện Biên',
    ward: 'Xã Pú Lừng Thử',
    detail: 'Số 9 ngõ Đá Trắng Xanh',
  },
  {
    ...shared,
    name: 'Giàng A Phừ Lếnh',
    id: '011088645120',
    birth: '06/09/1988',
    gender: 'Nam',
    ethnicity: 'Mông',
    idIssued: '2023-02-27',
    idPlace: 'Cục Cảnh sát thử nghiệm Sa Mu',
    residenceType: 'Trong nước',
    residence: 'Tạm trú',
    province: 'Tỉnh Lào Cai',
    ward: 'Xã Tả Sín Thử',
    detail: 'Tổ 12, phố Thông Già Nghiêng',
  },
  {
    ...shared,
    name: 'Hà Thị Ngần Phương Nhội',
    id: '017152338906',
    birth: '30/07/1952',
    gender: 'Nữ',
    ethnicity: 'Mường',
    idIssued: '2021-12-03',
    idPlace: 'Công an thử nghiệm Đồi Chè',
    residenceType: 'Trong nước',
    residence: 'Nơi ở hiện tại',
    province: 'Tỉnh Phú Thọ',
    ward: 'Xã Vân Sòi Thử',
    detail: 'Khu 3, xóm Lá Cọ Nghiêng',
  },
  {
    ...shared,
    name: 'Triệu Mùi Chẳn Dáo',
    id: '008179520364',
    birth: '12/01/1979',
    gender: 'Nữ',
    ethnicity: 'Dao',
    idIssued: '2022-04-08',
    idPlace: 'Cục Cảnh sát thử nghiệm Suối Lê',
    residenceType: 'Trong nước',
    residence: 'Thường trú',
    province: 'Tỉnh Tuyên Quang',
    ward: 'Xã Khâu Đẩy Thử',
    detail: 'Thôn Nà Tông Lửng, hộ 81',
  },
];

/** The person at that index, wrapping round, so that any seed gives someone. */
export function personAt(index: number): Person {
  const person = people[((index % people.length) + people.length) % people.length];
  if (!person) throw new Error('there are no invented people');
  return person;
}
