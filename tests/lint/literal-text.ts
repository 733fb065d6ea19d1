import { parseSync } from '@swc/core';

/** A node of the syntax tree, as far as it is looked at. */
interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** Props and fields that hold text for people, on our pieces and on the platform's elements. */
const textNames = new Set([
  'label', 'hint', 'error', 'title', 'lead', 'text', 'placeholder', 'heading', 'caption', 'summary', 'remedy', 'detail',
  'action', 'none', 'what', 'term', 'header', 'alt', 'aria-label', 'aria-description', 'aria-valuetext', 'message', 'description',
]); // prettier-ignore

/**
 * Text for people that stands in the code instead of the catalogue, where the linter's own rule does not look: in branches
 * (`on ? 'Yes' : 'No'`), in props of our pieces, in fields of objects, in constants. Answers the texts, in their order.
 */
export function literalTexts(source: string): readonly string[] {
  const found: string[] = [];
  visit(parseSync(source, { syntax: 'typescript', tsx: true }) as unknown as Node, found);
  return [...new Set(found)];
}

function visit(node: Node, found: string[]): void {
  if (node.type === 'ImportDeclaration' || node.type === 'ThrowStatement' || isError(node)) return;
  if (node.type === 'JSXAttribute' && nameOf(node['name']) === 'className') return;
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') found.push(...childTexts(node));
  if (node.type === 'JSXAttribute' && isTextName(nameOf(node['name']))) found.push(...shown(node['value']));
  if (node.type === 'KeyValueProperty' && isTextName(nameOf(node['key']))) {
    found.push(...shown(node['value']).filter((text) => /\s|^\p{Lu}/u.test(text))); // one small word is a code: `{ error: 'bad' }`
  }
  if (node.type === 'ConditionalExpression') found.push(...branches(node).flatMap(literal).filter(isWord));
  if (node.type === 'StringLiteral') found.push(...literal(node).filter(isSentence));
  for (const part of partsOf(node)) visit(part, found);
}

const childTexts = (node: Node): readonly string[] =>
  nodes(node['children']).flatMap((child) => (child.type === 'JSXExpressionContainer' ? shown(child) : []));

/** The literals that an expression may show: itself, or its branches; what a call makes of its arguments is not shown. */
function shown(value: unknown): readonly string[] {
  if (!isNode(value)) return [];
  if (value.type === 'JSXExpressionContainer' || value.type === 'ParenthesisExpression')
    return shown(value['expression']);
  if (value.type === 'ConditionalExpression') return branches(value).flatMap(shown);
  if (value.type === 'BinaryExpression') return operands(value).flatMap(shown);
  if (value.type === 'StringLiteral' || value.type === 'TemplateLiteral') return literal(value).filter(isText);
  return [];
}

function literal(node: Node): readonly string[] {
  if (node.type === 'StringLiteral') return [String(node['value'])];
  if (node.type === 'TemplateLiteral') return nodes(node['quasis']).map((quasi) => String(quasi['cooked']));
  return [];
}

function operands({ operator, left, right }: Node): readonly unknown[] {
  if (operator === '&&') return [right];
  return operator === '||' || operator === '??' || operator === '+' ? [left, right] : [];
}

const branches = (node: Node): readonly Node[] => [node['consequent'], node['alternate']].filter(isNode);
const isTextName = (name: string): boolean => textNames.has(name);
/** It has a word, and is no code of the catalogue (`claims.title`). */
const isText = (text: string): boolean => /\p{L}{2}/u.test(text) && !/^[a-z]\w*(\.\w+)+$/.test(text);
/** "Yes", "Not yet": nothing but people is spoken to with a capital and small letters. */
const isWord = (text: string): boolean => /^\p{Lu}\p{Ll}/u.test(text);
const isSentence = (text: string): boolean => /^\p{Lu}\p{L}* \p{L}/u.test(text.trim());

const isError = (node: Node): boolean => node.type === 'NewExpression' && nameOf(node['callee']).endsWith('Error');
const nameOf = (node: unknown): string => (isNode(node) && typeof node['value'] === 'string' ? node['value'] : '');
const partsOf = (node: Node): readonly Node[] =>
  Object.values(node).flatMap((value) => (isNode(value) ? [value] : nodes(value)));

/** Nodes of a list; swc wraps some of them, such as arguments (`{ expression }`) and declarators. */
function nodes(value: unknown): readonly Node[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    if (isNode(item)) return [item];
    const inner = typeof item === 'object' && item !== null && 'expression' in item ? item.expression : undefined;
    return isNode(inner) ? [inner] : [];
  });
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
