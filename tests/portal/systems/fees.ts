/** Words for each kind of fee, as the page says them. */
export const feeWords = {
  free: 'Phí, lệ phí: 0 đồng. Thủ tục này không thu phí, lệ phí (miễn phí).',
  portal:
    'Lệ phí: 15.000 đồng. Thanh toán trực tuyến qua nền tảng thanh toán của Cổng Dịch vụ công quốc gia.',
  elsewhere: 'Lệ phí: 15.000 đồng. Thanh toán qua cổng của ngân hàng.',
} as const;
