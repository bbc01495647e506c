/** The treasurer's counter: the cash journal of a day in three formats, as files. */

import { giornoDi, isGiorno } from "../comune/date.ts";
import { createFirma } from "../comune/firma.ts";
import { json, type Richiesta, Rifiuto, type Risposta, type Rotta, rotta } from "../comune/http.ts";
import type { Contesto } from "../contesto.ts";
import type { Configurazione } from "../nodo/configurazione.ts";
import { presentaMovimento } from "../psp/rotte-rendicontazione.ts";
import { CREDITORI } from "../seed-dati.ts";
import { buildCamt053 } from "./camt.ts";
import { buildCsv } from "./csv.ts";
import type { Movimenti } from "./movimenti.ts";
import { buildGiornaleOpi, type GiornaleDiCassa } from "./opi.ts";

const FORMATI = ["opi", "camt053", "csv"] as const;
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
      conti: movimenti.giornate(idDominio, ente.iban ?? [], giorno),
    };
  };

  const scrivi = (formato: Formato, giornale: GiornaleDiCassa): Risposta => {
    const nome = `giornale-${giornale.ente.idDominio}-${giornale.giorno}`;
    switch (formato) {
      case "opi":
        return allegato(buildGiornaleOpi(giornale, firma), "application/xml; charset=utf-8", `${nome}-opi.xml`);
      case "camt053":
        return allegato(buildCamt053(giornale), "application/xml; charset=utf-8", `${nome}-camt053.xml`);
      case "csv":
        return allegato(buildCsv(giornale), "text/csv; charset=utf-8", `${nome}.csv`);
    }
  };

  return [
    rotta("GET", "/sandbox/tesoriere/giornale-di-cassa", async (richiesta) => {
      const formato = richiesta.url.searchParams.get("formato") ?? "opi";
      if (!isFormato(formato)) throw new Rifiuto(400, `formato: usare uno tra ${FORMATI.join(", ")}.`);
      return scrivi(formato, await leggi(richiesta));
    }),
    rotta("GET", "/sandbox/tesoriere/movimenti", (richiesta) => {
      const idDominio = richiesta.url.searchParams.get("idDominio") ?? "";
      return json(200, { movimenti: movimenti.list(idDominio).map(presentaMovimento) });
    }),
  ];
};
