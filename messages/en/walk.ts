/** The first walk: one visit from the booking to the money, in the real screens. */
export const walk = {
  title: 'First walk',
  count: '{step} of {count}',
  hide: 'Put the first walk away',
  show: 'Show the first walk',
  steps: {
    book: 'Book',
    text: 'See the text',
    check_in: 'Check in',
    sign: 'Sign the note',
    claim: 'Watch the claim',
  },
  standings: { done: 'done', now: 'next', later: 'later', others: 'somebody else’s' },
  says: {
    book: {
      title: 'Book a visit',
      text: 'One visit, from here to the money. Choose a client; the rest is filled in.',
      act: 'Book',
    },
    again: {
      title: 'Book another one',
      text: 'The visit of {name} is off. Nothing more happens with it.',
      act: 'Book',
    },
    planned: {
      title: 'A text goes out',
      text: 'Kept sends it to {name} at its time. “Send now” on the visit’s page does not wait for that.',
      act: 'Open the visit',
    },
    look: {
      title: 'Read the text',
      text: 'It went to {name}. Open its link as the client would and say “I will come”.',
      act: 'Open the message sandbox',
    },
    sent: { title: 'The text is sent', text: 'Messages shows what {name} got, and when.', act: 'Open Messages' },
    tooEarly: {
      title: 'Move it to today',
      text: '{name} is booked for {when}. Nobody is checked in half a day early.',
      act: 'Move…',
    },
    arrive: {
      title: 'Check {name} in',
      text: 'On Today: I goes to whoever is next, I again checks in. {clinician} is told at once.',
      act: 'Open Today',
    },
    begin: { title: 'Begin the session', text: '{name} waits. On the card: Begin, or I.', act: 'Open Today' },
    end: { title: 'End the session', text: 'When you are through with {name}: Complete, or I.', act: 'Open Today' },
    write: {
      title: 'Write and sign the note',
      text: 'A sentence, a diagnosis, when it began and ended. S signs; from 16 minutes on it is billed.',
      act: 'Open the note',
    },
    note: {
      title: '{clinician} signs the note',
      text: 'That is the clinician’s. Once it is signed, the charge stands here by itself.',
      act: 'Open the visit',
    },
    approve: {
      title: 'Approve the charge',
      text: 'The signed note became a charge. Approving it enters the books and makes the claim.',
      act: 'Open the charge',
    },
    send: {
      title: 'Send the claim',
      text: 'It is ready, or says what it lacks. On Claims: S sends what is ready.',
      act: 'Open Claims',
    },
    wait: {
      title: 'The payer answers',
      text: 'Its page says who owes what until when, and fills by itself.',
      act: 'Open the claim',
    },
  },
  finished: {
    title: 'That is the whole way',
    text: 'What is left of it is done by others. Whatever happens next stands on the visit’s page.',
    all: 'Nothing was left for anybody to remember. ? shows the keys.',
    act: 'Finish',
  },
} as const;
