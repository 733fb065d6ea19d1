/** Every proof by the name of its file, and what holds when it ends with 0. Each has its `verify:NAME` in package.json. */
export const proofs = {
  s3: 'the storage port holds on an S3 server that keeps versions and locks',
  inbox: 'the message sandbox’s inbox holds in a real browser',
  x12: 'files that others wrote are read as what they say; broken claims are refused',
  era: 'remittances of every awkward kind lead to the ledger that their author says',
  remittances: 'the same payments a hundred times, shuffled, workers killed with -9 in between: byte-identical books',
  validators: 'third-party validators accept what we write',
  kill: 'killed with -9 anywhere, everything ends as it would have ended, and no message goes out twice',
  money:
    'killed with -9 anywhere between a note and the money for it, every claim, file and cent ends as it would have ended',
  demo: 'the full demo practice ties, is as large as it should be and has every file, made today or on the first of next January',
  start: 'a fresh clone starts under an old Node, survives kill -9, resumes and ends everything it started',
} as const satisfies Readonly<Record<string, string>>;

export type ProofName = keyof typeof proofs;
