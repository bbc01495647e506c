/**
 * Stands for `brotli/decompress.js` in the bundles: fontkit carries a 480 kB decoder for WOFF2 fonts and ours are TrueType.
 * The bundler maps the one to the other (`alias`); nothing imports this file by name.
 */
const senzaWoff2 = (): never => {
  throw new Error("I caratteri WOFF2 non sono previsti: usare file TrueType");
};

export default senzaWoff2;
