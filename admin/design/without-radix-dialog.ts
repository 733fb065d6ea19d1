/** Stands in for the dialog library that cmdk imports and Kept never uses (`vite.config.mts`). Using it is a defect. */
const unused = (): never => {
  throw new Error('cmdk’s dialog is not part of Kept: use the Dialog piece');
};

export { unused as Content, unused as Overlay, unused as Portal, unused as Root };
