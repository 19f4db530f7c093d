/** Form.io has no Vietnamese of its own; the portals bring these. */
export const words: Record<string, string> = {
  next: 'Tiếp tục',
  previous: 'Quay lại',
  cancel: 'Hủy',
  submit: 'Nộp hồ sơ',
  required: '{{field}} là bắt buộc',
  invalid_email: '{{field}} không đúng dạng',
  day: 'Ngày',
  month: 'Tháng',
  year: 'Năm',
  Day: 'Ngày',
  Month: 'Tháng',
  Year: 'Năm',
  'Type to search': 'Tìm kiếm',
  'No results found': 'Không có kết quả',
};
