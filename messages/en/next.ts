/** What happens next with an appointment, in one line: read from the plan that its workflow follows. */
export const next = {
  reminder: { sms: 'Text reminder {when}', email: 'Email reminder {when}' },
  sending: { sms: 'A text goes out now', email: 'An email goes out now' },
  notice: { sms: 'A text tells of the cancellation', email: 'An email tells of the cancellation' },
  settle: { sms: 'Finding out whether the text arrived', email: 'Finding out whether the email arrived' },
  ask: 'Not here by {when}? It comes to Work',
  sign: 'Note not signed by {when}? It comes to Work',
  decide: 'Did the client come? Someone decides',
  await_decision: 'Waits for the practice to accept',
  await_begin: 'Waits for the session to begin',
  await_complete: 'Waits for the session to end',
  paused: 'Stuck: someone has been asked to look',
  trouble: { refused: 'The last message did not arrive. Call', unknown: 'The last message may not have arrived. Call' },
  tomorrow: 'tomorrow {time}',
} as const;
