// What every screen may have to say of itself.
export const screenVi = {
  outOfDate: 'Mất kết nối với máy chủ – thông tin trên màn hình có thể đã cũ. Đang kết nối lại…',
  connecting: 'Đang kết nối với máy chủ…',
  pairingTitle: 'Ghép nối thiết bị',
  pairingHelp: 'Kỹ thuật viên nhập mã này ở trang Thiết bị.',
} as const;
