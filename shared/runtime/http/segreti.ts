/** Messages are journaled with their body: the secrets in it are not, even where the body is not well-formed JSON. */
const SEGRETO =
  /"(password\w*|otp|segreto|otpauthUri|tokenCsrf|headerValue|apiKey|clientSecret|subscriptionKey|secretKey)"(\s*:\s*)"(?:[^"\\]|\\.)*"?/gi;

/** A patch says by its path that the value is a password (reference 1.11 rows 46, 50, 52). */
const VALORE = /"value"(\s*:\s*)"(?:[^"\\]|\\.)*"?/gi;

const CODICI = /"codiciRecupero"(\s*:\s*)\[[^\]]*\]?/g;

export const maskSegreti = (testo: string): string => {
  const mascherato = testo.replace(SEGRETO, '"$1"$2"***"').replace(CODICI, '"codiciRecupero"$1["***"]');
  return /"\/password/i.test(mascherato) ? mascherato.replace(VALORE, '"value"$1"***"') : mascherato;
};
