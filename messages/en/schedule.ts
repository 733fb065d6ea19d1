/** Booking, moving, cancelling; and the page of one appointment. */
export const schedule = {
  book: { title: 'Book an appointment', client: 'Book for {name}' },
} as const;
