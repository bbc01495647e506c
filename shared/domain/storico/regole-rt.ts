/**
 * The rules that tie the values of an RT together and to the RPT it answers (pagopa.md 2.1), as data: each says when it holds and what is written when it does
 * not. A receipt that breaks one is reported, never refused: the money it tells of has moved.
 */
import type { Segnalazione } from "../pendenze/pendenza.ts";
import { formatImporto, sumImporti } from "../valori/importo.ts";
import type { Rpt, SingoloVersamento } from "./rpt.ts";
import type { CodiceEsito, Rt, SingoloPagamento } from "./rt.ts";

interface RegolaRt {
  readonly codice: string;
  readonly esiti?: readonly CodiceEsito[];
  readonly descrizione: string;
  holds(rt: Rt): boolean;
}

/** In place of an IUR for a row that was not paid. */
const NESSUN_IUR = "n/a";
const righeDi = ({ datiPagamento }: Rt): readonly SingoloPagamento[] => datiPagamento.datiSingoloPagamento;
const isPagata = ({ singoloImportoPagato }: SingoloPagamento): boolean => singoloImportoPagato > 0n;

const REGOLE: readonly RegolaRt[] = [
  {
    codice: "RT_TOTALE_DIVERSO",
    descrizione: "Il totale della RT non è la somma delle sue righe",
    holds: (rt) =>
      righeDi(rt).length === 0 || sumImporti(righeDi(rt).map((riga) => riga.singoloImportoPagato)) === rt.datiPagamento.importoTotalePagato,
  },
  {
    codice: "RT_SENZA_RIGHE",
    esiti: ["0", "2", "4"],
    descrizione: "La RT di un pagamento eseguito non ha il dettaglio dei versamenti",
    holds: (rt) => righeDi(rt).length > 0,
  },
  {
    codice: "RT_IMPORTO_NON_DOVUTO",
    esiti: ["1", "3"],
    descrizione: "La RT di un pagamento non eseguito ha un importo",
    holds: (rt) => rt.datiPagamento.importoTotalePagato === 0n && !righeDi(rt).some(isPagata),
  },
  {
    codice: "RT_RIGA_NON_PAGATA",
    esiti: ["0"],
    descrizione: "La RT di un pagamento eseguito ha una riga a zero",
    holds: (rt) => righeDi(rt).every(isPagata),
  },
  {
    codice: "RT_NON_PARZIALE",
    esiti: ["2", "4"],
    descrizione: "La RT di un pagamento parziale deve avere righe pagate e righe a zero",
    holds: (rt) => righeDi(rt).some(isPagata) && !righeDi(rt).every(isPagata),
  },
  {
    codice: "RT_RIGA_SENZA_ESITO",
    descrizione: "Una riga a zero deve dire perché e avere IUR n/a",
    holds: (rt) =>
      righeDi(rt).every(
        (riga) => isPagata(riga) || (riga.esitoSingoloPagamento !== undefined && riga.identificativoUnivocoRiscossione === NESSUN_IUR),
      ),
  },
  {
    codice: "RT_RIGA_SENZA_IUR",
    descrizione: "Una riga pagata deve avere il suo IUR",
    holds: (rt) => righeDi(rt).every((riga) => !isPagata(riga) || riga.identificativoUnivocoRiscossione !== NESSUN_IUR),
  },
];

interface RegolaRiga {
  readonly codice: string;
  readonly descrizione: string;
  holds(riga: SingoloPagamento, chiesta: SingoloVersamento, esito: CodiceEsito): boolean;
}

/** Row by row against the RPT: the order is the same. */
const REGOLE_RIGA: readonly RegolaRiga[] = [
  {
    codice: "RT_IMPORTO_DIVERSO",
    descrizione: "importo pagato diverso da quello chiesto",
    holds: (riga, chiesta, esito) =>
      esito === "1" || esito === "3" || !isPagata(riga) || riga.singoloImportoPagato === chiesta.importoSingoloVersamento,
  },
  {
    codice: "RT_CAUSALE_DIVERSA",
    descrizione: "causale diversa da quella della RPT",
    holds: (riga, chiesta) => riga.causaleVersamento === chiesta.causaleVersamento,
  },
  {
    codice: "RT_DATI_SPECIFICI_DIVERSI",
    descrizione: "dati specifici di riscossione diversi da quelli della RPT",
    holds: (riga, chiesta) => riga.datiSpecificiRiscossione === chiesta.datiSpecificiRiscossione,
  },
  {
    codice: "RT_SENZA_BOLLO",
    descrizione: "manca la marca da bollo digitale pagata",
    holds: (riga, chiesta) =>
      chiesta.datiMarcaBolloDigitale === undefined || !isPagata(riga) || riga.allegatoRicevuta?.tipoAllegatoRicevuta === "BD",
  },
];

/** What the RT says against itself and, when it is at hand, against the RPT it answers. @param data instant of the reception. */
export function findIncoerenzeRt(rt: Rt, rpt: Rpt | undefined, data: string): readonly Segnalazione[] {
  const esito = rt.datiPagamento.codiceEsitoPagamento;
  const proprie = REGOLE.filter((regola) => (regola.esiti ?? [esito]).includes(esito) && !regola.holds(rt)).map(
    ({ codice, descrizione }): Segnalazione => ({ data, codice, descrizione }),
  );
  return rpt === undefined ? proprie : [...proprie, ...findDifferenze(rt, rpt, data)];
}

function findDifferenze(rt: Rt, rpt: Rpt, data: string): readonly Segnalazione[] {
  const righe = righeDi(rt);
  const chieste = rpt.datiVersamento.datiSingoloVersamento;
  const esito = rt.datiPagamento.codiceEsitoPagamento;
  const generali: Segnalazione[] = [];
  if (righe.length > 0 && righe.length !== chieste.length)
    generali.push({ data, codice: "RT_RIGHE_DIVERSE", descrizione: `La RT ha ${righe.length} righe, la RPT ${chieste.length}` });
  if (rt.riferimentoMessaggioRichiesta !== rpt.identificativoMessaggioRichiesta)
    generali.push({ data, codice: "RT_RIFERIMENTO_DIVERSO", descrizione: "La RT non risponde al messaggio della RPT" });
  const diRiga = righe.flatMap((riga, i) => {
    const chiesta = chieste[i];
    if (!chiesta) return [];
    return REGOLE_RIGA.filter((regola) => !regola.holds(riga, chiesta, esito)).map(({ codice, descrizione }): Segnalazione => {
      const importi = `chiesti ${formatImporto(chiesta.importoSingoloVersamento)}, pagati ${formatImporto(riga.singoloImportoPagato)}`;
      return { data, codice, descrizione: `Riga ${i + 1}: ${descrizione}`, ...(codice === "RT_IMPORTO_DIVERSO" && { dettaglio: importi }) };
    });
  });
  return [...generali, ...diRiga];
}
