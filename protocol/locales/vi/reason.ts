// Why a ticket was called before others; what each dispatch policy is called, promises and warns of.
import type { BoundCode, PolicyName, PolicyWarning } from '../../dispatch-setup.ts';

export const reasonVi = {
  'first-come': '{number} đến sớm nhất: đã chờ {waitedMinutes} phút',
  'first-of-priority': '{number} chờ lâu nhất trong diện ưu tiên: {waitedMinutes} phút',
  'first-of-ordinary': '{number} chờ lâu nhất trong diện thường: {waitedMinutes} phút',
  'promise-share':
    '{number} trước {otherNumber}: đã dùng {waitedMinutes} trong {promisedMinutes} phút cam kết ({percent} %), so với {otherWaitedMinutes} trong {otherPromisedMinutes} ({otherPercent} %)',
  'promise-share-alike':
    '{number} trước {otherNumber}: cả hai đã dùng {percent} % thời gian cam kết, và {number} đến trước',
  'promise-share-alone':
    'chỉ còn {number} đang chờ: đã dùng {waitedMinutes} trong {promisedMinutes} phút cam kết ({percent} %)',
  'strict-priority': '{number} trước {otherNumber}: người ưu tiên luôn được gọi trước',
  'ratio-priority': '{number} trước {otherNumber}: lượt ưu tiên thứ {turn} trong {inARow} lượt liền',
  'ratio-ordinary': '{number} trước {otherNumber}: đến lượt người thường sau {priorityRun} lượt ưu tiên liền',
  'accumulating-priority':
    '{number} trước {otherNumber}: đã chờ {waitedMinutes} phút, tính là {counted}, so với {otherWaitedMinutes} phút, tính là {otherCounted}',
  'appointment-first': '{number} trước {otherNumber}: đã đến giờ hẹn',
  'appointment-earlier': '{number} trước {otherNumber}: giờ hẹn sớm hơn {minutes} phút',
  'appointment-due': '{number} có hẹn và đã đến lượt từ {dueMinutes} phút trước',
  'late-appointment':
    '{number} trước {otherNumber}: đến muộn so với giờ hẹn, được tính thêm {creditMinutes} phút chờ',
  due: '{number} quay lại đúng lượt đã hẹn',
  'passed-too-often': '{number} đã nhường {passed} người đến sau nên được gọi ngay',
  'before-return': '{number} trước {otherNumber}: số quay lại còn nhường {turns} lượt',
  'fewest-turns':
    '{number} trước {otherNumber}: chỉ còn người quay lại, còn nhường {turns} lượt so với {otherTurns}',
  'nobody-else': '{number} vừa quay lại và không còn ai khác đang chờ',
  'profile-order': '{number} trước {otherNumber} theo thứ tự dịch vụ của quầy này',
  'profile-weight': '{number} trước {otherNumber}: quầy này tính dịch vụ của số đó nặng hơn',
  chosen: '{number} được cán bộ chọn gọi',
  resumed: '{number} được gọi lại sau khi tạm gác',
} as const;

export const policyVi: Readonly<Record<PolicyName, string>> = {
  'promise-share': 'Theo tỷ lệ thời gian cam kết đã dùng',
  'first-come': 'Ai đến trước gọi trước',
  'strict-priority': 'Ưu tiên tuyệt đối',
  ratio: 'Ưu tiên xen kẽ',
  'accumulating-priority': 'Ưu tiên tích lũy',
  'appointment-window': 'Người có hẹn trước',
};

export const boundVi: Readonly<Record<BoundCode, string>> = {
  'never-passed': 'Không ai bị người đến sau vượt lên.',
  'joined-early':
    'Ai đến sau {percent} % đầu thời gian chờ của một người cộng {plusMinutes} phút thì không vượt được người đó; không ai bị vượt quá {passedAtMost} lần.',
  'in-a-row':
    'Khi còn người thường chờ, mỗi quầy gọi liền nhiều nhất {inARow} người ưu tiên; không ai bị vượt quá {passedAtMost} lần.',
  'appointments-only':
    'Chỉ người có hẹn được vượt lên, và người trễ hẹn đến sau không quá {lateCreditMinutes} phút; không ai bị vượt quá {passedAtMost} lần.',
  none: 'Không có giới hạn: người thường có thể bị vượt mãi.',
};

export const policyWarningVi: Readonly<Record<PolicyWarning, string>> = {
  unbounded: 'Chừng nào còn người ưu tiên đến, người thường không được gọi: có thể phải chờ cả ngày.',
  'priority-waits': 'Người cao tuổi, người khuyết tật và các diện ưu tiên khác chờ lâu như mọi người.',
  'appointments-wait': 'Giờ hẹn không được tính: người có hẹn chờ từ lúc lấy số như mọi người.',
  'transfers-wait': 'Người được chuyển sang dịch vụ khác xếp hàng lại từ đầu, trừ khi được giữ chỗ.',
};
