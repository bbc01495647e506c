/** HTTP of the magic values: the table, and the debts tried from it, for people and for programs. */
import { LINGUE_PROVA, type LinguaProva, TESTI_PROVA } from "../../../shared/domain/prova/testi.ts";
import { VALORI_MAGICI } from "../../../shared/domain/prova/valori-magici.ts";
import { html, json, type Richiesta, Rifiuto, type Risposta, type Rotta, rotta } from "../comune/http.ts";
import type { Contesto } from "../contesto.ts";
import type { Rendicontazione } from "../psp/rendicontazione.ts";
import { euro, type Sportello } from "../psp/sportello.ts";
import { paginaProva, paginaValori } from "./pagine.ts";
import { createProve, type Prova, type Valore } from "./prove.ts";

const VALORI: readonly Valore[] = VALORI_MAGICI;

const linguaDi = ({ url }: Richiesta): LinguaProva => LINGUE_PROVA.find((lingua) => lingua === url.searchParams.get("lingua")) ?? "it";
/** A program says that it wants JSON; a browser never does. */
const isProgramma = ({ req }: Richiesta): boolean => (req.headers.accept ?? "").includes("application/json");

const versoProva = (richiesta: Richiesta, { idPendenza }: Prova): Risposta => {
  const lingua = linguaDi(richiesta);
  return { stato: 303, intestazioni: { location: `/sandbox/valori/prove/${idPendenza}${lingua === "it" ? "" : `?lingua=${lingua}`}` } };
};

const presentValore = ({ importo, ...valore }: Valore) => ({
  ...valore,
  ...(importo === undefined ? {} : { importo: euro(importo) }),
  descrizione: TESTI_PROVA[valore.esito],
});

const presentProva = ({ importo, ...prova }: Prova, stato?: string) => ({
  ...prova,
  importo: euro(importo),
  ...(stato === undefined ? {} : { stato }),
});

interface Parti {
  readonly sportello: Sportello;
  readonly rendicontazione: Rendicontazione;
}

export const rotteValori = (contesto: Contesto, { sportello, rendicontazione }: Parti): Rotta[] => {
  const prove = createProve(contesto);
  const find = ({ parametri }: Richiesta): Prova => {
    const prova = prove.get(parametri["idPendenza"] ?? "");
    if (prova === undefined) throw new Rifiuto(404, "Prova sconosciuta: si crea da /sandbox/valori.");
    return prova;
  };

  const paga = async ({ idDominio, numeroAvviso }: Prova): Promise<string> => {
    const { esito, fault, ricevuta } = await sportello.paga({ idDominio, numeroAvviso });
    const detto = fault === undefined ? "" : ` ${fault.originalFaultCode ?? fault.faultCode}`;
    return `${esito}${detto}${ricevuta === undefined ? "" : `, ricevuta ${ricevuta.receiptId}${ricevuta.consegnata ? "" : " (non consegnata)"}`}`;
  };
  const rendiconta = (): string => {
    const { flussi, accrediti, anomalie } = rendicontazione.emit(undefined, {});
    return [`${flussi.length} flussi, ${accrediti.length} accrediti`, ...anomalie].join("; ");
  };

  return [
    rotta("GET", "/sandbox/valori", (richiesta) => html(paginaValori(VALORI, linguaDi(richiesta)))),
    rotta("GET", "/sandbox/valori/elenco", () => json(200, { valori: VALORI.map(presentValore) })),
    rotta("POST", "/sandbox/valori/{esito}/prova", async (richiesta) => {
      const valore = VALORI.find(({ esito }) => esito === richiesta.parametri["esito"]);
      if (valore === undefined) throw new Rifiuto(404, "Valore sconosciuto: l'elenco è in /sandbox/valori/elenco.");
      const prova = await prove.create(valore);
      return isProgramma(richiesta) ? json(201, presentProva(prova)) : versoProva(richiesta, prova);
    }),
    rotta("GET", "/sandbox/valori/prove/{idPendenza}", async (richiesta) => {
      const prova = find(richiesta);
      const stato = await prove.stato(prova);
      return isProgramma(richiesta) ? json(200, presentProva(prova, stato)) : html(paginaProva(prova, stato, linguaDi(richiesta)));
    }),
    rotta("POST", "/sandbox/valori/prove/{idPendenza}/sportello", async (richiesta) => {
      const prova = find(richiesta);
      prove.note(prova, await paga(prova));
      return versoProva(richiesta, prova);
    }),
    rotta("POST", "/sandbox/valori/prove/{idPendenza}/rendicontazione", (richiesta) => {
      const prova = find(richiesta);
      prove.note(prova, rendiconta());
      return versoProva(richiesta, prova);
    }),
    rotta("POST", "/sandbox/valori/prove/{idPendenza}/checkout", async (richiesta) => {
      const prova = find(richiesta);
      const avviato = await prove.avvia(prova);
      if ("redirect" in avviato) return { stato: 303, intestazioni: { location: avviato.redirect } };
      prove.note(prova, avviato.rifiuto);
      return versoProva(richiesta, prova);
    }),
  ];
};
