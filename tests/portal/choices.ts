import { people } from './people.ts';
import type { Field } from './wire.ts';

/** The provinces and cities since July 2025. */
export const provinces: readonly string[] = [
  ...['Thành phố Hà Nội', 'Thành phố Huế', 'Thành phố Hải Phòng', 'Thành phố Đà Nẵng', 'Thành phố Cần Thơ'],
  ...['Thành phố Hồ Chí Minh', 'Tỉnh Lai Châu', 'Tỉnh Điện Biên', 'Tỉnh Sơn La', 'Tỉnh Lạng Sơn'],
  ...['Tỉnh Quảng Ninh', 'Tỉnh Thanh Hóa', 'Tỉnh Nghệ An', 'Tỉnh Hà Tĩnh', 'Tỉnh Cao Bằng'],
  ...['Tỉnh Tuyên Quang', 'Tỉnh Lào Cai', 'Tỉnh Thái Nguyên', 'Tỉnh Phú Thọ', 'Tỉnh Bắc Ninh'],
  ...['Tỉnh Hưng Yên', 'Tỉnh Ninh Bình', 'Tỉnh Quảng Trị', 'Tỉnh Quảng Ngãi', 'Tỉnh Gia Lai'],
  ...['Tỉnh Khánh Hòa', 'Tỉnh Lâm Đồng', 'Tỉnh Đắk Lắk', 'Tỉnh Đồng Nai', 'Tỉnh Tây Ninh'],
  ...['Tỉnh Vĩnh Long', 'Tỉnh Đồng Tháp', 'Tỉnh Cà Mau', 'Tỉnh An Giang'],
];

const agencyWards: Record<string, readonly string[]> = {
  'Tỉnh Sơn La': ['Phường Tô Hiệu', 'Phường Chiềng An', 'Phường Chiềng Cơi', 'Xã Bắc Yên', 'Xã Mường La'],
  'Tỉnh Thái Nguyên': ['Phường Phan Đình Phùng', 'Phường Linh Sơn', 'Xã Đại Từ', 'Xã Phú Bình'],
};

/** Wards and communes where a dossier can be handed in. */
export function wardsOf(province: string): readonly string[] {
  return agencyWards[province] ?? ['Phường Trung Tâm', 'Xã Bình Minh', 'Xã Hòa Bình'];
}

const ofKind: Record<string, readonly string[]> = {
  gender: ['Nam', 'Nữ'],
  ethnicity: [
    ...['Kinh', 'Tày', 'Thái', 'Mường', 'Khmer', 'Hoa', 'Nùng', 'Mông', 'Dao', 'Gia Rai', 'Ê Đê', 'Ba Na'],
    ...['Sán Chay', 'Chăm', 'Cơ Ho', 'Xơ Đăng', 'Sán Dìu', 'Hrê', 'Ra Glai', 'Mnông', 'Thổ', 'Xtiêng'],
    ...['Khơ Mú', 'Bru - Vân Kiều', 'Cơ Tu', 'Giáy', 'Tà Ôi', 'Mạ', 'Xinh Mun', 'Hà Nhì', 'La Ha', 'Lào'],
  ],
  nationality: ['Việt Nam', 'Lào', 'Campuchia', 'Trung Quốc', 'Hàn Quốc', 'Hoa Kỳ', 'Khác'],
  'id-document-type': ['Thẻ căn cước', 'Thẻ căn cước công dân', 'Chứng minh nhân dân', 'Hộ chiếu'],
  'residence-type': ['Trong nước', 'Nước ngoài'],
  residence: ['Thường trú', 'Tạm trú', 'Nơi ở hiện tại'],
  'residence-country': ['Việt Nam', 'Lào', 'Campuchia', 'Trung Quốc', 'Hàn Quốc', 'Hoa Kỳ'],
  'residence-province': provinces,
  'residence-ward': [
    ...people.map((person) => person.ward),
    'Xã Chiềng Mung',
    'Xã Mường Bú',
    'Phường Đoàn Kết',
  ],
  relationship: ['Bản thân', 'Cha', 'Mẹ', 'Vợ', 'Chồng', 'Con', 'Ông', 'Bà', 'Cháu', 'Khác'],
  'registration-type': ['Đăng ký mới', 'Đăng ký quá hạn', 'Đăng ký lại'],
  'death-place': ['Tại nhà', 'Tại cơ sở y tế', 'Nơi khác'],
  'death-notice': ['Giấy báo tử', 'Văn bản xác nhận việc chết', 'Bản án, quyết định của Tòa án'],
  'civil-record-type': ['Khai sinh', 'Kết hôn', 'Khai tử', 'Giám hộ', 'Nhận cha, mẹ, con', 'Nuôi con nuôi'],
};

/** What a dropdown or radio of this field offers. */
export function choicesOf(field: Pick<Field, 'kind'>): readonly string[] {
  return ofKind[field.kind] ?? [];
}

/** The three ways of receiving the result, in the portal's words. */
export const resultMethods: readonly string[] = [
  'Trả kết quả tại bộ phận tiếp nhận và trả kết quả',
  'Trả kết quả qua đường bưu điện',
  'Trả kết quả trên môi trường mạng (kết quả có ký số)',
];
