/** From an item of the archive, as the stream shows it, to what it counts for. Of each kind only what is counted is read. */
import * as z from "zod";
import {
  type Contributo,
  countCausale,
  countPendenza,
  countRendicontazione,
  countRicevuta,
  countRiscossione,
  type MovimentoContato,
  type PendenzaContata,
  type RendicontazioneContata,
  type RicevutaContata,
  type RiscossioneContata,
} from "../../domain/statistiche/contributi.ts";
import { SEGNI_MOVIMENTO } from "../../domain/tesoreria/movimento.ts";
import { statiMovimento } from "../../domain/tesoreria/stati-movimento.ts";
import type { Elemento } from "../../ports/deposito.ts";
import { cents, testo, testoOpz } from "./mappa.ts";

const comune = { idDominio: testo, importo: cents };

const pendenza = z.object({
  ...comune,
  dataCaricamento: testo,
  idUnitaOperativa: testoOpz,
  idTipoPendenza: testo,
  idA2A: testo,
  stato: z.enum(["NON_ESEGUITA", "ESEGUITA", "ESEGUITA_PARZIALE", "ANNULLATA", "ANOMALA", "INCASSATA"]),
}) satisfies z.ZodType<PendenzaContata>;

const riscossione = z.object({
  ...comune,
  data: testo,
  tipo: z.enum(["ENTRATA", "MBT", "ALTRO_INTERMEDIARIO", "ENTRATA_PA_NON_INTERMEDIATA"]),
  stato: z.enum(["RISCOSSA", "INCASSATA"]),
  ...{
    idUnitaOperativa: testoOpz,
    idTipoPendenza: testoOpz,
    divisione: testoOpz,
    direzione: testoOpz,
    tassonomia: testoOpz,
    idA2A: testoOpz,
  },
}) satisfies z.ZodType<RiscossioneContata>;

const ricevuta = z.object({
  ...comune,
  idDominioTitolare: testo,
  dataPagamento: testo,
  ...{ idPsp: testo, idCanale: testo, metodoPagamento: testoOpz, esito: z.enum(["OK", "KO"]) },
}) satisfies z.ZodType<RicevutaContata>;

const rendicontazione = z.object({
  ...comune,
  ...{ idFlusso: testo, idPsp: testo, revisione: z.number().int(), data: testo },
  ...{ dataFlusso: testoOpz, direzione: testoOpz, divisione: testoOpz },
}) satisfies z.ZodType<RendicontazioneContata>;

const testi = z.array(testo);
const movimento = z.object({
  ...comune,
  ...{ id: testo, dataContabile: testo, causale: testo, ordinante: testoOpz },
  segno: z.enum(SEGNI_MOVIMENTO),
  stato: z.enum(statiMovimento.stati),
  chiavi: z.object({ flussi: testi, troncati: testi, iuv: testi, iur: testi }),
}) satisfies z.ZodType<MovimentoContato>;

/** What comes before the first # of a sort key, and how an item of that kind is counted. */
const LETTORI: Readonly<Record<string, (elemento: Elemento) => Contributo | undefined>> = {
  PENDENZA: (elemento) => countPendenza(pendenza.parse(elemento)),
  RISCOSSIONE: (elemento) => countRiscossione(riscossione.parse(elemento)),
  RICEVUTA: (elemento) => countRicevuta(ricevuta.parse(elemento)),
  MOVIMENTO: (elemento) => countCausale(movimento.parse(elemento)),
  RENDICONTAZIONE: (elemento) => countRendicontazione(rendicontazione.parse(elemento)),
};

/** Undefined for an item that no report counts, as all of those of money that does not exist. */
export const contributoOf = (elemento: Elemento | undefined): Contributo | undefined =>
  elemento && elemento["prova"] !== true ? LETTORI[elemento.sk.split("#", 1)[0] ?? ""]?.(elemento) : undefined;
