// The few words of the LED wall; capitals, because a wall of few pixels shows them best.
export const ledVi = {
  counter: 'QUẦY',
  recall: 'MỜI LẠI',
  priority: 'ƯU TIÊN',
  outOfDate: 'MẤT KẾT NỐI',
} as const;
