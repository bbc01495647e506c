/** The few parts of a message that the mailbox shows: those that the gateway writes. */

export interface MessaggioLetto {
  readonly mittente: string;
  readonly oggetto: string;
  readonly testo: string;
  readonly allegati: readonly { readonly nome: string; readonly byte: Buffer }[];
}

const parole = (testo: string): string =>
  testo
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?B\?([A-Za-z0-9+/=]*)\?=/g, (_tutto, base64: string) => Buffer.from(base64, "base64").toString("utf8"));

interface Parte {
  readonly intestazioni: ReadonlyMap<string, string>;
  readonly corpo: string;
}

const separa = (testo: string): Parte => {
  const fine = testo.indexOf("\r\n\r\n");
  const righe = (fine < 0 ? testo : testo.slice(0, fine)).replace(/\r\n[ \t]+/g, " ").split("\r\n");
  const intestazioni = righe.flatMap((riga): [string, string][] => {
    const punto = riga.indexOf(":");
    return punto < 0 ? [] : [[riga.slice(0, punto).toLowerCase(), riga.slice(punto + 1).trim()]];
  });
  return { intestazioni: new Map(intestazioni), corpo: fine < 0 ? "" : testo.slice(fine + 4) };
};

const foglie = (parte: Parte): readonly Parte[] => {
  const confine = /boundary="([^"]+)"/.exec(parte.intestazioni.get("content-type") ?? "")?.[1];
  if (confine === undefined) return [parte];
  return parte.corpo
    .split(`--${confine}`)
    .slice(1, -1)
    .flatMap((pezzo) => foglie(separa(pezzo.replace(/^\r\n/, ""))));
};

const byteDi = ({ corpo }: Parte): Buffer => Buffer.from(corpo.replace(/\s/g, ""), "base64");

export const readMessaggio = (grezzo: string): MessaggioLetto => {
  const intero = separa(grezzo);
  const parti = foglie(intero);
  const tipo = (parte: Parte): string => parte.intestazioni.get("content-type") ?? "";
  const testo = parti.find((parte) => tipo(parte).startsWith("text/plain"));
  return {
    mittente: parole(intero.intestazioni.get("from") ?? ""),
    oggetto: parole(intero.intestazioni.get("subject") ?? ""),
    testo: testo ? byteDi(testo).toString("utf8") : "",
    allegati: parti.flatMap((parte) => {
      const nome = /filename="([^"]+)"/.exec(parte.intestazioni.get("content-disposition") ?? "")?.[1];
      return nome === undefined ? [] : [{ nome, byte: byteDi(parte) }];
    }),
  };
};
