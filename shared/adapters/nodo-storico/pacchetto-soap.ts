/** The package by itself, so that it can be loaded at the first call: a bundled CommonJS module has its names only through a static import. */
export { createClientAsync } from "soap";
