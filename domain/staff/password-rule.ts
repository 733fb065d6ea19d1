/** Without a second factor (NIST SP 800-63B-4 §3.1.1.2): length is what counts, so nothing else is asked for. */
export const shortestPassword = 15;
export const longestPassword = 1024;

export type PasswordFault = 'too_short' | 'too_long' | 'is_the_email';

/** What is wrong with a new password, or undefined. Letters are counted as a person sees them. */
export function passwordFault(password: string, email: string): PasswordFault | undefined {
  const letters = Array.from(password.normalize('NFC')).length;
  if (letters < shortestPassword) return 'too_short';
  if (letters > longestPassword) return 'too_long';
  return password.toLowerCase().includes(email.toLowerCase()) ? 'is_the_email' : undefined;
}
