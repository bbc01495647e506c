/** A refused request is journaled with its body: the secrets in it are not, even where the body is not well-formed JSON. */
const SEGRETO = /"(password\w*|headerValue|apiKey|clientSecret|subscriptionKey)"(\s*:\s*)"(?:[^"\\]|\\.)*"?/gi;

export const maskSegreti = (testo: string): string => testo.replace(SEGRETO, '"$1"$2"***"');
