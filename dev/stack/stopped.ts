/** The stack cannot go on. `message` tells the person what to do; no stack trace helps them. */
export class Stopped extends Error {}
