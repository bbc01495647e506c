/** The treasurer's counter: the cash journal of a day in six formats, as files. */

import { giornoDi, isGiorno } from "../comune/date.ts";
import { createFirma } from "../comune/firma.ts";
import { json, type Richiesta, Rifiuto, type Risposta, type Rotta, rotta } from "../comune/http.ts";
import type { Contesto } from "../contesto.ts";
import type { Configurazione } from "../nodo/configurazione.ts";
import { presentaMovimento } from "../psp/rotte-rendicontazione.ts";
import { CREDITORI } from "../seed-dati.ts";
import { buildCamt053 } from "./camt.ts";
import { buildCsv } from "./csv.ts";
import { buildBanca, buildPoste } from "./csv-banche.ts";
import { rotteGuaiTesoriere } from "./guai.ts";
import type { Movimenti } from "./movimenti.ts";
import { buildGiornaleOpi, type GiornaleDiCassa } from "./opi.ts";
import { buildRh } from "./rh.ts";
import { isVersioneOpi, VERSIONI_OPI, type VersioneOpi } from "./scrittura-opi.ts";

const FORMATI = ["opi", "camt053", "rh", "csv", "poste", "banca"] as const;
type Formato = (typeof FORMATI)[number];
const isFormato = (testo: string): testo is Formato => FORMATI.some((formato) => formato === testo);

const allegato = (corpo: string, tipo: string, nome: string): Risposta => ({
  stato: 200,
  tipo,
  corpo,
  intestazioni: { "content-disposition": `inline; filename="${nome}"` },
});

export const rotteTesoriere = (contesto: Contesto, movimenti: Movimenti, configurazione: Configurazione): Rotta[] => {
  const firma = createFirma(contesto.archivio);

  const leggi = async (richiesta: Richiesta): Promise<GiornaleDiCassa> => {
    const idDominio = richiesta.url.searchParams.get("idDominio") ?? "";
    const ente = await configurazione.find(idDominio);
    if (ente === undefined) throw new Rifiuto(404, `idDominio: l'ente ${idDominio} non ha conti presso questo tesoriere.`);
    // Without a day: the last one with movements, which is what one looks for after a settlement.
    const giorno = richiesta.url.searchParams.get("data") ?? movimenti.ultimoGiorno(idDominio) ?? giornoDi(contesto.ora());
    if (!isGiorno(giorno)) throw new Rifiuto(400, "data: attesa una data AAAA-MM-GG.");
    const conto = richiesta.url.searchParams.get("conto");
    const noto = CREDITORI.find((creditore) => creditore.idDominio === idDominio);
    return {
      ente: {
        idDominio,
        ragioneSociale: ente.ragioneSociale,
        codiceIpa: noto?.codiceIpa ?? "ENTE00",
        codiceIstat: noto?.codiceIstat ?? "000000000",
      },
      giorno,
      creatoIl: contesto.istante(),
      conti: movimenti.giornate(idDominio, ente.iban ?? [], giorno).filter(({ iban }) => conto === null || iban === conto),
    };
  };

  /** Only OPI has a line for what the bank took back: the others tell what remained. */
  const raccontabile = (formato: Formato, giornale: GiornaleDiCassa): GiornaleDiCassa =>
    formato === "opi"
      ? giornale
      : {
          ...giornale,
          conti: giornale.conti.map((conto) => ({ ...conto, movimenti: conto.movimenti.filter((voce) => voce.stornato !== true) })),
        };

  const scrivi = (formato: Formato, versione: VersioneOpi, completo: GiornaleDiCassa): Risposta => {
    const giornale = raccontabile(formato, completo);
    const nome = `giornale-${giornale.ente.idDominio}-${giornale.giorno}`;
    switch (formato) {
      case "opi":
        return allegato(buildGiornaleOpi(giornale, versione, firma), "application/xml; charset=utf-8", `${nome}-opi.xml`);
      case "camt053":
        return allegato(buildCamt053(giornale), "application/xml; charset=utf-8", `${nome}-camt053.xml`);
      case "rh":
        return allegato(buildRh(giornale), "text/plain; charset=utf-8", `${nome}-rh.txt`);
      case "csv":
        return allegato(buildCsv(giornale), "text/csv; charset=utf-8", `${nome}.csv`);
      case "poste":
        return allegato(buildPoste(giornale), "text/csv; charset=utf-8", `${nome}-poste.csv`);
      case "banca":
        return allegato(buildBanca(giornale), "text/csv; charset=utf-8", `${nome}-banca.csv`);
    }
  };

  return [
    ...rotteGuaiTesoriere(contesto, movimenti, configurazione),
    rotta("GET", "/sandbox/tesoriere/giornale-di-cassa", async (richiesta) => {
      const formato = richiesta.url.searchParams.get("formato") ?? "opi";
      if (!isFormato(formato)) throw new Rifiuto(400, `formato: usare uno tra ${FORMATI.join(", ")}.`);
      const versione = richiesta.url.searchParams.get("versione") ?? "1.8";
      if (!isVersioneOpi(versione)) throw new Rifiuto(400, `versione: usare una tra ${VERSIONI_OPI.join(", ")}.`);
      return scrivi(formato, versione, await leggi(richiesta));
    }),
    rotta("GET", "/sandbox/tesoriere/movimenti", (richiesta) => {
      const idDominio = richiesta.url.searchParams.get("idDominio") ?? "";
      return json(200, { movimenti: movimenti.list(idDominio).map(presentaMovimento) });
    }),
  ];
};
