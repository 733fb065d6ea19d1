/** Style sheets are imported for their effect; Vite bundles them. */
declare module '*.css';

/** True in the build of the gallery alone (`vite.config.mts`). */
declare const galleryBuild: boolean;
