/**
 * What clients get by text and mail. As little as serves: that there is an appointment and when, never with what it is about.
 * `{link}` is put in when the message is sent.
 */
export const texts = {
  reminder: {
    sms: '{practice}: you have an appointment {when}. {change} Confirm or see it: {link}',
    subject: 'Your appointment {day}',
    email:
      'Hello,\n\nyou have an appointment {when} ({zone} time).\n\n{change}\n\nConfirm, or see the details:\n{link}\n\n{practice}{phone}\n',
  },
  change_free: 'Free to change until {until}.',
  change_late: 'To change it, please call us{phone}.',
  notice: {
    sms: '{practice}: your appointment {when} has been cancelled. {link}',
    subject: 'Your appointment {day} has been cancelled',
    email: 'Hello,\n\nyour appointment {when} ({zone} time) has been cancelled.\n\n{link}\n\n{practice}{phone}\n',
  },
  call: ' at {number}',
} as const;
