import { parseSync } from '@swc/core';

/**
 * What the console may take from `react-admin`: its headless half (everything here comes from ra-core). A name is added when a
 * page needs it and after a look at the bundle; nothing that draws is ever added.
 */
export const headlessNames: ReadonlySet<string> = new Set([
  // around the pages
  'CoreAdminContext', 'CoreAdminUI', 'CustomRoutes', 'Resource', 'memoryStore', 'useStore',
  'useNotificationContext', 'useNotify', 'useTranslate', 'useRefresh', 'useRedirect', 'useEvent',
  // data
  'useDataProvider', 'useGetList', 'useGetOne', 'useGetMany', 'useGetManyReference', 'useGetIdentity', 'useInfiniteGetList',
  'useCreate', 'useUpdate', 'ListBase', 'ListContextProvider', 'useListContext', 'useListController', 'useList',
  'InfiniteListBase', 'ShowBase', 'EditBase', 'CreateBase', 'useShowContext', 'useEditContext', 'useCreateContext',
  'RecordContextProvider', 'useRecordContext', 'ReferenceFieldBase', 'useReference', 'WithRecord', 'WithListContext',
  // forms
  'Form', 'useInput', 'useSourceContext', 'SourceContextProvider', 'useSaveContext', 'useWarnWhenUnsavedChanges', 'FormDataConsumer',
  'required', 'minLength', 'maxLength', 'minValue', 'maxValue', 'number', 'regex', 'email', 'choices',
]); // prettier-ignore

const drawing = /^(@mui\/|@emotion\/|@material-ui\/|ra-)/;

interface Import {
  readonly source: { readonly value: string };
  readonly typeOnly: boolean;
  readonly specifiers: readonly {
    readonly type: string;
    readonly isTypeOnly?: boolean;
    readonly local: { readonly value: string };
    readonly imported?: { readonly value: string } | null;
  }[];
}

/** What a file imports that it may not: names of react-admin beyond the headless half, and libraries that draw. Types are free. */
export function forbiddenImports(source: string, tsx: boolean): readonly string[] {
  const { body } = parseSync(source, { syntax: 'typescript', tsx });
  const reexports = body.filter(({ type }) => type === 'ExportAllDeclaration' || type === 'ExportNamedDeclaration');
  return [
    ...body.filter(({ type }) => type === 'ImportDeclaration').flatMap((node) => faultsOf(node as unknown as Import)),
    ...reexports
      .map((node) => (node as unknown as { source?: { value: string } | null }).source?.value ?? '')
      .filter((from) => from === 'react-admin' || drawing.test(from))
      .map((from) => `everything of ${from}`),
  ];
}

function faultsOf({ source, typeOnly, specifiers }: Import): readonly string[] {
  if (drawing.test(source.value)) return [source.value];
  if (source.value !== 'react-admin' || typeOnly) return [];
  return specifiers
    .filter((one) => one.isTypeOnly !== true)
    .map((one) =>
      one.type === 'ImportSpecifier' ? (one.imported?.value ?? one.local.value) : `everything of react-admin`,
    )
    .filter((name) => !headlessNames.has(name));
}
