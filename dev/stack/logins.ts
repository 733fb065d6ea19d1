import { z } from 'zod';

/** A sign-in of the demo practice, as its seed prints it. */
const login = z.object({
  role: z.string(),
  email: z.string(),
  password: z.string(),
  totpSecret: z.string().optional(),
});
export type Login = z.infer<typeof login>;

const printed = z.object({ logins: z.array(login) });

/** @throws Error when the text is not the JSON that the seed promises */
export const loginsIn = (text: string): readonly Login[] => printed.parse(JSON.parse(text)).logins;
