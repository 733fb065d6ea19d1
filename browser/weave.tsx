import { Fragment, type ReactNode } from 'react';

/** Parameters that leave their holes in a sentence, for `weave` to fill: `say('portal.crisis', holes('line'))`. */
export const holes = <Name extends string>(...names: readonly Name[]): Readonly<Record<Name, string>> =>
  Object.fromEntries(names.map((name) => [name, `{${name}}`])) as Record<Name, string>;

/** Puts elements into the holes of a sentence, wherever its language has them. */
export function weave(sentence: string, parts: Readonly<Record<string, ReactNode>>): ReactNode {
  return sentence.split(/(\{\w+\})/).map((piece, index) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    // the pieces of one sentence never change places
    // oxlint-disable-next-line react/no-array-index-key
    return <Fragment key={index}>{name !== undefined && name in parts ? parts[name] : piece}</Fragment>;
  });
}
