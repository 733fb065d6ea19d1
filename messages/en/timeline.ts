/** What happened, by code (`domain/timeline/timeline-codes.ts`). */
export const timeline = {
  title: 'What happened',
  empty: 'Nothing yet.',
  more: 'Show earlier',
  by: { rule: 'by rule', healed: 'by itself', client: 'by the client' },
  events: {
    client: {
      registered: 'Registered',
      changed: 'Details changed',
      contact_added: 'Contact added',
      contact_ended: 'Contact ended',
      consent_given: 'Agreed to be reached',
      consent_withdrawn: 'Consent withdrawn',
    },
    appointment: {
      booked: 'Appointment booked',
      moved: 'Appointment moved',
      cancelled: 'Appointment cancelled',
      restored: 'Appointment restored',
      confirmed: 'Appointment confirmed',
      missed: 'Did not come',
      hurried: 'Message ordered at once',
    },
    visit: {
      checked_in: 'Checked in',
      seen: 'Arrival seen',
      began: 'Session began',
      completed: 'Session ended',
      left: 'Left before being seen',
      checked_out: 'Checked out',
    },
    message: {
      sent: 'Message sent',
      delivered: 'Message delivered',
      refused: 'Message did not arrive',
      unknown: 'Message may not have arrived',
      skipped: 'Message left out',
    },
    work: { opened: 'Became work', done: 'Work done', dismissed: 'Work not needed' },
  },
  messages: {
    sent: { sms: 'Text sent', email: 'Email sent' },
    delivered: { sms: 'Text delivered', email: 'Email delivered' },
    refused: { sms: 'Text did not arrive', email: 'Email did not arrive' },
    unknown: { sms: 'Text may not have arrived', email: 'Email may not have arrived' },
    skipped: { sms: 'Text left out', email: 'Email left out' },
  },
} as const;
